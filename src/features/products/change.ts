/** How a product's record keeps its parts: dated facts, and the register's row of today. */
import { type Kysely, sql } from 'kysely';
import {
  communeOf,
  inForce,
  itemsOn,
  type KeptRecord,
  type Part,
  type PartValue,
  placed,
  withPaper,
} from '#features/record-parts';
import { readGtin } from '#law/gtin';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { invalid } from '#platform/refusal';
import { factsOf, getProduct, type ProductRow } from './record.ts';
import { PARTS } from './sections.ts';
import { chosenSet, setName } from './sets.ts';

/** A product's record as its parts are changed. Each read throws 404 where there is none. */
export const productRecord = (ctx: ActionContext, id: string): KeptRecord => ({
  facts: (part) => factsOf(ctx.tx, id, part.key),
  before: async (part) => (await getProduct(ctx.tx, id, ctx.day)).columns[part.key] ?? null,
  completed: (part, value, replaced) => completed(ctx, id, part, value, replaced),
  keep: (part, fact, ledger) => keep(ctx, { product: id, part, ledger, ...fact }),
  project: (part) => project(ctx.tx, id, part, ctx.day),
});

/** Writes a dated fact of a part. */
export const keep = (
  { tx, day }: Pick<ActionContext, 'tx' | 'day'>,
  { product, part, item, from, value, ledger }: KeptFact,
) =>
  tx
    .insertInto('product_fact')
    .values({
      ...{ product, section: part.key, item, valid_from: from, ledger, recorded_on: day },
      open: value && JSON.stringify(value),
    })
    .execute();

interface KeptFact {
  readonly product: string;
  readonly part: Part;
  readonly item: string;
  readonly from: Day | null;
  readonly value: PartValue | null;
  /** The move that brings it; null: as it stood before. */
  readonly ledger: number | null;
}

/** Adds what is worked out from what was typed: place, set and paper in words, the file kept or tied, the key of a barcode. */
async function completed(
  ctx: ActionContext,
  id: string,
  part: Part,
  value: PartValue,
  replaced: PartValue | null,
): Promise<PartValue> {
  const row = await getProduct(ctx.tx, id, ctx.day);
  if (part.key === PARTS.place.key)
    return { ...value, place: (await communeOf(ctx.tx, String(value.commune), ctx.day)).place };
  if (part.key === PARTS.class.key) {
    const { set } = await chosenSet(String(value.set), ctx.day);
    return { ...value, setName: await setName(set.id) };
  }
  if (part.key === PARTS.barcode.key) {
    const read = readGtin(String(value.gtin));
    return read.ok ? { ...value, key: read.value.key } : value;
  }
  const cited = await withPaper(ctx.tx, row.producer, value);
  return part.fields.some(({ as }) => as === 'file') ? withFile(ctx, row, cited, replaced) : cited;
}

/** A file newly sent is tied to the product's reach; without one the file that stood there stays. Throws 422 without any. */
async function withFile(
  ctx: ActionContext,
  { producer, commune, province }: ProductRow,
  value: PartValue,
  replaced: PartValue | null,
): Promise<PartValue> {
  if (value.file === undefined || value.file === replaced?.file) {
    if (replaced?.file === undefined) throw invalid('file', 'Chọn tệp.');
    return { ...value, file: replaced.file, fileName: replaced.fileName ?? '' };
  }
  const file = String(value.file);
  await attachFiles(ctx, [file], { producer, commune, province });
  const { name } = await ctx.tx.selectFrom('file').select('name').where('id', '=', file).executeTakeFirstOrThrow();
  return { ...value, fileName: name };
}

/** Columns of table product that a part fills. */
async function columnsOf(
  db: Kysely<DB>,
  part: Part,
  value: PartValue,
  day: Day,
): Promise<Record<string, unknown> | null> {
  switch (part.key) {
    case PARTS.name.key:
      return { name: value.name };
    case PARTS.class.key: {
      const { set, taxonomy } = await chosenSet(String(value.set), day);
      return { product_set: set.id, taxonomy, sector: set.group, sector_guessed: false };
    }
    case PARTS.story.key:
      return { story: value.story ?? null, story_en: value.storyEn ?? null };
    case PARTS.specification.key:
      return { specification: value.specification ?? null, standard: value.standard ?? null };
    case PARTS.place.key:
      return placed(db as Tx, String(value.commune), day);
    default:
      return null;
  }
}

/** Brings the register's row up to what the facts of a part say today. */
export async function project(tx: Tx, product: string, part: Part, day: Day): Promise<void> {
  const facts = await factsOf(tx, product, part.key);
  const today = part.many ? null : (inForce(facts, day)?.value ?? null);
  const columns =
    part.key === PARTS.picture.key
      ? { picture: picturesOf(itemsOn(part, facts, day))[0]?.file ?? null }
      : today && (await columnsOf(tx, part, today, day));
  if (!columns) return;
  await tx
    .updateTable('product')
    .set({ ...columns, version: sql`version + 1` })
    .where('id', '=', product)
    .execute();
}

/** Pictures in their order: the numbered ones first, by number. */
export const picturesOf = (items: readonly { readonly item: string; readonly value: PartValue }[]) =>
  items
    .map(({ item, value }) => ({
      item,
      file: String(value.file),
      alt: String(value.alt),
      order: Number(value.order ?? 100),
    }))
    .toSorted((a, b) => a.order - b.order || a.item.localeCompare(b.item));
