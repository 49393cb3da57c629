/**
 * The shape of a rulebook (a criteria decision as data): sheets of product sets, star bands, forms.
 * Only the members the product reads are typed; the files hold more (sources, notes on the copy).
 */

export type RulebookId = '26-2026' | '148-2023' | '1048-2019';
export type PartCode = 'A' | 'B' | 'C';
/** Stars that carry gates and a certificate. */
export type GateStar = 3 | 4 | 5;
export type Star = 1 | 2 | GateStar;

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  /** Printed as ***, **** or *****: the least a product needs here for that star. */
  readonly minStar?: GateStar;
}

export interface CriterionCase {
  readonly code: string;
  readonly label: string;
  readonly title: string;
  readonly options: readonly Option[];
}

export type NoteType =
  | 'disqualify'
  | 'stop'
  | 'ineligible'
  | 'requirement'
  | 'condition'
  | 'chooseOneCase'
  | 'guidance';

export interface CriterionNote {
  readonly type: NoteType;
  readonly text: string;
  readonly appliesTo?: 'parentGroup';
}

interface CriterionHead {
  readonly code: string;
  readonly title: string;
  readonly maxPoints: number;
  readonly notes?: readonly CriterionNote[];
  readonly evidence?: readonly string[];
  /** One of the four contents the commune assesses (Art. 7.2.a). */
  readonly communeReview?: true;
}

/** Only adds up its children; never scored itself. */
export interface CriterionGroup extends CriterionHead {
  readonly kind: 'group';
  readonly children: readonly Criterion[];
}

/** Scored: has either `options`, or `cases` of which one is chosen first. */
export interface ScoredCriterion extends CriterionHead {
  readonly kind: 'criterion';
  readonly selection: 'single' | 'multiple';
  readonly options?: readonly Option[];
  readonly caseRule?: 'chooseOne';
  readonly cases?: readonly CriterionCase[];
  /** The star mark stands on the title: the lowest scoring option is the minimum for that star. */
  readonly titleMinStar?: GateStar;
  readonly impliedOptions?: true;
}

export type Criterion = CriterionGroup | ScoredCriterion;

export interface Part {
  readonly code: PartCode;
  readonly title: string;
  readonly maxPoints: number;
  readonly criteria: readonly Criterion[];
}

/** A gate: the least points on one criterion for a star. */
export interface StarMinimum {
  readonly criterion: string;
  readonly minPoints: number;
  readonly basis?: 'title';
}

export interface ProductSet {
  readonly id: string;
  readonly no: number;
  readonly slug: string;
  readonly name: string;
  readonly group: string;
  readonly subgroup: string;
  readonly classificationName?: string;
  readonly classificationCode?: string;
  readonly managingAgencies: readonly string[];
  readonly status: 'sourced' | 'sourced-with-gap' | 'reconstructed' | 'missing';
  /** Points missing in the only copy of the act; declared, never filled in. */
  readonly gap?: { readonly part: PartCode; readonly points: number; readonly note: string };
  readonly samplesRequired?: number | null;
  readonly effectiveTo?: string;
  readonly disqualifiers: readonly string[];
  readonly parts: readonly Part[];
  /** Absent (all of 1048): the set has no gates. */
  readonly starMinimums?: Readonly<Record<'3' | '4' | '5', readonly StarMinimum[]>>;
}

export interface StarBand {
  readonly star: Star;
  readonly label?: string;
  readonly minPoints: number;
  readonly maxPoints: number;
  readonly maxInclusive: boolean;
  readonly recognised: boolean;
  readonly description?: string;
}

export interface EvidenceKind {
  readonly id: string;
  readonly name: string;
  readonly requirement: string;
}

export interface Rulebook {
  readonly schemaVersion: '1.0';
  readonly id: RulebookId;
  readonly title: string;
  readonly legalBasis: readonly {
    readonly number: string;
    readonly issuedOn?: string;
    readonly effectiveFrom?: string;
  }[];
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly supersedes: readonly string[];
  readonly supersededBy?: string;
  readonly totalPoints: number;
  readonly parts: readonly { readonly code: PartCode; readonly title: string; readonly maxPoints: number }[];
  readonly starBands: readonly StarBand[];
  readonly evidenceCatalog?: readonly EvidenceKind[];
  readonly groups: readonly {
    readonly code: string;
    readonly name: string;
    readonly subgroups: readonly {
      readonly code: string;
      readonly name: string;
      readonly productSets: readonly string[];
    }[];
  }[];
  readonly productSets: readonly ProductSet[];
  readonly missing: readonly string[];
}
