/** What a check is: a named condition on one kind of record, in words, and where the record is mended. */
import type { RawBuilder } from 'kysely';
import type { StarBand } from '#law/rulebooks';
import type { Day } from '#platform/clock';

export const KINDS = {
  missing: 'Còn thiếu',
  doubtful: 'Cần xem lại',
  contradictory: 'Mâu thuẫn',
  overdue: 'Lâu chưa cập nhật',
} as const;
export type CheckKind = keyof typeof KINDS;

/** What conditions are made from. */
export interface Facts {
  readonly day: Day;
  readonly expiryDayValid: boolean;
  /** Nothing changed since this day: due for a look. */
  readonly staleBefore: Day;
  readonly bands: readonly StarBand[];
}

/** A record with the fault. */
export interface Faulty {
  readonly id: string;
  readonly name: string;
  readonly who: string | null;
  readonly place: string | null;
  /** What the check has to say of it: the other record, the two days. */
  readonly detail: string | null;
  /** The other record a repair needs. */
  readonly other: string | null;
}

export interface Check {
  readonly kind: CheckKind;
  /** "Chưa có địa chỉ". */
  readonly words: string;
  /** Why it matters, or what to do. */
  readonly explain: string;
  /** The condition on `p` (product), `s` (product_search), `l` (its lifecycle row); or on `r` (producer), `l`. */
  readonly where: (facts: Facts) => RawBuilder<boolean>;
  /** Columns of a row beside name and place. */
  readonly detail?: ((facts: Facts) => RawBuilder<string | null>) | undefined;
  readonly other?: ((facts: Facts) => RawBuilder<string | null>) | undefined;
  /** The form or page that mends it, and the words of the link. */
  readonly repair: (row: Faulty) => { href: string; words: string };
}
