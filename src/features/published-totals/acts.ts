import { v7 } from 'uuid';
import { readUnit } from '#features/units';
import type { Actor } from '#platform/actor';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { becameToday } from './queries.ts';
import {
  correctTotal as correctInput,
  recordTotal as recordInput,
  removeTotal as removeInput,
  totalRow,
} from './schema.ts';

type Given = ReturnType<typeof recordInput.parse>;

/** Keeps a number somebody published, with its source. */
export const recordTotal = action({
  name: 'publishedTotal.record',
  title: 'Ghi số đã công bố',
  input: recordInput,
  output: totalRow,
  async run(ctx, given) {
    const reach = await placeOf(ctx.tx, ctx.actor, given, ctx.day);
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      process: 'publishedTotal',
      id,
      action: 'publishedTotal.record',
      reach,
      facts: factsOf(given),
      effect: async (tx) => {
        await tx
          .insertInto('published_total')
          .values({ id, ...columnsOf(given) })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts a published number right: typed wrongly, or the source corrected it. */
export const correctTotal = action({
  name: 'publishedTotal.correct',
  title: 'Sửa số đã công bố',
  input: correctInput,
  output: totalRow,
  subject: ({ id }) => id,
  async run(ctx, { id, ...given }) {
    await placeOf(ctx.tx, ctx.actor, given, ctx.day);
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'publishedTotal.correct',
      subject: id,
      expect: ctx.expect,
      facts: factsOf(given),
      effect: async (tx) => {
        await tx.updateTable('published_total').set(columnsOf(given)).where('id', '=', id).execute();
      },
    });
    return { id, version };
  },
});

/** Takes a number away that was entered by mistake; the ledger keeps it. */
export const removeTotal = action({
  name: 'publishedTotal.remove',
  title: 'Bỏ số đã công bố',
  input: removeInput,
  output: totalRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }) {
    const { version } = await carryOut(ctx.tx, ctx, {
      action: 'publishedTotal.remove',
      subject: id,
      expect: ctx.expect,
      reason,
    });
    return { id, version };
  },
});

/** The place of a number: the officer's own province or a commune in it, today's or one that became part of it since its day. */
async function placeOf(
  tx: Tx,
  { area, unit: office }: Actor,
  { unit, asOf }: Given,
  today: Day,
): Promise<{ commune: string | null; province: string | null }> {
  if (asOf > today) throw invalid('asOf', 'Chọn ngày không sau hôm nay.');
  const found = await readUnit(tx, unit, asOf);
  const became = found === null ? [] : await becameToday(tx, found.id, today);
  const own = became.some(({ id, province }) => (area === office ? id === area || province === area : id === office));
  if (found === null || !own || found.level === 'district')
    throw invalid('unit', 'Chọn tỉnh hoặc xã trong địa bàn của bạn.');
  const [heir] = became;
  const commune = area === office ? (became.length === 1 && heir?.whole ? heir.id : null) : office;
  return { commune: found.level === 'commune' ? commune : null, province: area };
}

const factsOf = ({ what, qualifier, number, asOf, source }: Given) => ({ what, qualifier, number, asOf, source });
const columnsOf = ({ unit, what, qualifier, number, asOf, source, sourceUrl, publishedOn, note }: Given) => ({
  ...{ unit, what, qualifier, number, as_of: asOf, source },
  ...{ source_url: sourceUrl ?? null, published_on: publishedOn ?? null, note: note ?? null },
});
