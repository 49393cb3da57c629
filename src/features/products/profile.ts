/** What everybody may read of a product beside its certificates: the public side of its record, in one question. */
import { type Kysely, sql } from 'kysely';
import { type Fact, inForce, itemsOn, type PartValue } from '#features/record-parts';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { picturesOf } from './change.ts';
import { formerNames } from './record.ts';
import { PARTS } from './sections.ts';
import { setName } from './sets.ts';
import { productPaths } from './urls.ts';

/** The public side of a product's record on a day. Texts as the producer wrote them; '' never stands for nothing. */
export interface ProductProfile {
  readonly id: string;
  readonly name: string;
  /** Names it bore in the register before, latest first. */
  readonly formerNames: readonly string[];
  /** Product set with its rulebook in words; null when nobody placed it. */
  readonly set: { readonly id: string; readonly name: string } | null;
  readonly story: string | null;
  readonly storyEn: string | null;
  /** What stands on the package, by label. */
  readonly specification: readonly { readonly label: string; readonly text: string }[];
  /** In their order, the first is the main one; re-encoded, without place or camera. `href` answers image/webp. */
  readonly pictures: readonly { readonly href: string; readonly alt: string }[];
  /** In use on the day; `gtin` as printed below the bars. */
  readonly barcodes: readonly { readonly gtin: string; readonly pack: string | null }[];
  /** Declared and running on the day. */
  readonly standards: readonly { readonly number: string; readonly title: string | null; readonly on: Day }[];
}

interface Row {
  readonly name: string;
  readonly set: string | null;
  readonly story: string | null;
  readonly storyEn: string | null;
  readonly specification: string | null;
  readonly standard: string | null;
  readonly facts: Fact[];
  readonly joined: string[];
}

const OPEN_PARTS = [PARTS.name, PARTS.specification, PARTS.picture, PARTS.barcode, PARTS.standard].map(
  ({ key }) => key,
);

/** The public profile of a product on a day; null when there is none for everybody to see. */
export async function productProfile(db: Kysely<DB>, product: string, day: Day): Promise<ProductProfile | null> {
  const { rows } = await sql<Row>`
    select p.name, p.product_set as set, p.story, p.story_en as "storyEn", p.specification, p.standard, coalesce((
      select json_agg(json_build_object('no', f.no, 'section', f.section, 'item', f.item, 'from', f.valid_from, 'value', f.open, 'ledger', f.ledger) order by f.no)
      from product_fact f where f.product = p.id and not f.undone and f.section = any(${OPEN_PARTS}::text[])), '[]') as facts,
      array(select j.name from product j where j.joined_into = p.id order by j.name, j.id) as joined
    from product p where p.id = ${product}::uuid and exists (select from product_search s where s.product = p.id and s.open)`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return null;
  const { name, set, story, storyEn, facts, joined } = row;
  const running = (part: (typeof PARTS)[keyof typeof PARTS]) => itemsOn(part, facts, day).filter(({ runs }) => runs);
  const said = (value: PartValue, field: string) => (value[field] === undefined ? null : String(value[field]));
  return {
    ...{ id: product, name, formerNames: formerNames(facts, name, joined), story, storyEn },
    set: set === null ? null : { id: set, name: await setName(set) },
    specification: specificationOf(row, day),
    pictures: picturesOf(running(PARTS.picture)).map(({ file, alt }) => ({ href: productPaths.picture(file), alt })),
    barcodes: running(PARTS.barcode).map(({ value }) => ({ gtin: String(value.gtin), pack: said(value, 'pack') })),
    standards: running(PARTS.standard).map(({ value }) => ({
      ...{ number: String(value.number), title: said(value, 'title'), on: String(value.issuedOn) },
    })),
  };
}

/** What the register says today wins over older facts of the same field. */
function specificationOf({ specification, standard, facts }: Row, day: Day): ProductProfile['specification'] {
  const kept = inForce(
    facts.filter(({ section }) => section === PARTS.specification.key),
    day,
  )?.value;
  const value: PartValue = {
    ...kept,
    ...(specification === null ? {} : { specification }),
    ...(standard === null ? {} : { standard }),
  };
  return PARTS.specification.fields.flatMap(({ name, label }) => {
    const text = value[name];
    return text === undefined ? [] : [{ label, text: String(text) }];
  });
}
