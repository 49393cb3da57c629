/** What a figure of a report is made of. */

/** What is told of a product in stock or of its producer: a sales page, a place of sale, accepted figures of the year, ways of selling in them, a chain, a course it took part in. */
export type Told = 'links' | 'place' | 'year' | 'ecommerce' | 'modern' | 'chain' | 'trained';
/** What is added up of the accepted figures of the year. */
export type Summed = 'revenue' | 'jobs' | 'jobs_women';
/** What is added up of courses and payments. */
export type Added = 'amount' | 'people' | 'turns' | 'officers' | 'producers' | 'women';

/** What the rows of a list are. */
export type Each = 'product' | 'producer' | 'village' | 'training' | 'payment' | 'point';

/** The rows a figure counts: a list of products, of producers, of dossiers, or of what offices did for producers. */
export interface Behind {
  readonly rows:
    | 'stock'
    | 'undetermined'
    | 'recognised'
    | 'ended'
    | 'candidates'
    | 'trainings'
    | 'payments'
    | 'points'
    | 'pointsOpened';
  /** Each product (dossier), each producer once, or the craft villages of the producers. */
  readonly each: Each;
  /** Which of the rows. */
  readonly only?: {
    readonly column: 'star' | 'sector' | 'producer_type' | 'kind' | 'source' | 'item';
    readonly value: string;
  };
  /** Only those whose window of re-evaluation has opened (Art. 7.6.a). */
  readonly expiring?: true;
  /** Only those of which this is told beside their certificate. */
  readonly told?: Told;
  /** The figure is a sum of this over the rows, not their number. */
  readonly sums?: Summed | Added;
  /** Only those in this unit (its code), directly in the one reported on. */
  readonly part?: string;
}

/** A figure: what it is called, what it counts, and the rows behind it; null for what is worked out from other figures. */
export interface FigureWords {
  readonly label: string;
  /** sản phẩm, chủ thể, %. */
  readonly of: string;
  readonly behind: Behind | null;
}
