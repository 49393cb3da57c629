import { sql } from 'kysely';
import { readUnit } from '#features/units';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, type Json, notFound } from '#platform/refusal';
import { correctProduct as productInput, type SubjectOut, subjectOut } from './schema.ts';

/** Corrects what the register says of a product: its name of today, place, package, standard, story. Old papers keep their names (R6.7). */
export const correctProduct = action({
  name: 'product.correct',
  title: 'Sửa thông tin sản phẩm',
  input: productInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SubjectOut> {
    const before = await ctx.tx
      .selectFrom('product')
      .select(['name', 'commune', 'specification', 'standard', 'story'])
      .where('id', '=', given.id)
      .executeTakeFirst();
    if (!before) throw notFound();
    const place = given.commune === undefined ? {} : await placeOf(ctx.tx, given.commune, ctx.day);
    const columns = {
      name: given.name,
      specification: given.specification ?? null,
      standard: given.standard ?? null,
      story: given.story ?? null,
      ...place,
    };
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'product.correct',
      subject: given.id,
      expect: ctx.expect,
      facts: changes(before, columns),
      effect: async (tx) => {
        await tx
          .updateTable('product')
          .set({ ...columns, version: sql`version + 1` })
          .where('id', '=', given.id)
          .execute();
      },
    });
    return { id: given.id, version };
  },
});

/** A commune of today with its province. */
async function placeOf(tx: Tx, commune: string, day: Day): Promise<{ commune: string; province: string | null }> {
  const unit = await readUnit(tx, commune, day);
  if (unit === null || unit.former || unit.level !== 'commune')
    throw invalid('commune', 'Chọn một xã, phường hoặc đặc khu hiện nay.');
  return { commune: unit.id, province: unit.province };
}

/** What changed, as `{ name: { before, after } }`; only of the columns that were read before. */
function changes(
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>,
): Json {
  const changed: Record<string, Json> = {};
  for (const [name, was] of Object.entries(before)) {
    const is = after[name];
    if (is !== undefined && is !== was) changed[name] = { before: was, after: is };
  }
  return changed;
}
