import { sql } from 'kysely';
import { v7 } from 'uuid';
import { readUnit } from '#features/units';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { countPublic, findPoint, type Point, productsAt } from './queries.ts';
import {
  closePoint as closeInput,
  correctPoint as correctInput,
  offerAtPoint as offerInput,
  type PointGiven,
  pointRow,
  registerPoint as registerInput,
  reopenPoint as reopenInput,
  withdrawPoint as withdrawInput,
} from './schema.ts';

/** Enters a point that is open. */
export const registerPoint = action({
  name: 'salePoint.register',
  title: 'Ghi điểm giới thiệu, bán sản phẩm',
  input: registerInput,
  output: pointRow,
  async run(ctx, given) {
    const place = await placeOf(ctx, given);
    const id = v7();
    const shown = { opened: given.opened, closed: null };
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'salePoint', id, action: 'salePoint.register', reach: place, shown },
      facts: { ...shown, ...factsOf(given) },
      effect: async (tx) => {
        await tx
          .insertInto('sale_point')
          .values({ id, ...place, ...columnsOf(given) })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts a point right; what it said before stays in the ledger. */
export const correctPoint = action({
  name: 'salePoint.correct',
  title: 'Sửa điểm giới thiệu, bán sản phẩm',
  input: correctInput,
  output: pointRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason, ...given }) {
    const former = await pointOf(ctx, id);
    const place = await placeOf(ctx, given);
    const shown = { opened: given.opened, closed: null, reason };
    const { kind, name, address, commune, opened } = former;
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'salePoint.correct', subject: id, expect: ctx.expect, reason, shown },
      facts: { ...factsOf(given), opened: given.opened, before: { kind, name, address, commune, opened } },
      effect: async (tx) => {
        await tx
          .updateTable('sale_point')
          .set({ ...place, ...columnsOf(given) })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** Says which products are sold there. */
export const offerAtPoint = action({
  name: 'salePoint.offer',
  title: 'Ghi sản phẩm bán ở đây',
  input: offerInput,
  output: pointRow,
  subject: ({ id }) => id,
  async run(ctx, { id, join, leave }) {
    const there = new Set((await productsAt(ctx.tx, id, ctx.day)).map((one) => one.id));
    const joining = [...new Set(join)].filter((one) => !there.has(one));
    const leaving = [...new Set(leave)].filter((one) => there.has(one));
    if ((await countPublic(ctx.tx, joining)) < joining.length)
      throw invalid('join', 'Chọn sản phẩm có trang ở cổng công khai.');
    const shown = { joining: joining.length, leaving: leaving.length };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'salePoint.offer', subject: id, expect: ctx.expect, shown },
      facts: { ...shown, joined: joining, left: leaving },
      effect: async (tx) => {
        await sql`insert into sale_point_product (sale_point, product) select ${id}::uuid, unnest(${joining}::uuid[]) on conflict do nothing`.execute(
          tx,
        );
        await sql`delete from sale_point_product where sale_point = ${id}::uuid and product = any(${leaving}::uuid[])`.execute(
          tx,
        );
      },
    });
    return { id, version };
  },
});

/** Closes a point; it counts until its last day. */
export const closePoint = action({
  name: 'salePoint.close',
  title: 'Đóng điểm bán',
  input: closeInput,
  output: pointRow,
  subject: ({ id }) => id,
  async run(ctx, { id, closed, reason }) {
    const { opened } = await pointOf(ctx, id);
    return step(ctx, id, 'salePoint.close', reason, { opened, closed }, closed);
  },
});

/** Opens a point again that was closed by mistake. */
export const reopenPoint = action({
  name: 'salePoint.reopen',
  title: 'Mở lại điểm bán',
  input: reopenInput,
  output: pointRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }) {
    const { closed } = await pointOf(ctx, id);
    return step(ctx, id, 'salePoint.reopen', reason, { closed }, null);
  },
});

/** Takes a point away that was entered by mistake; the ledger keeps it. */
export const withdrawPoint = action({
  name: 'salePoint.withdraw',
  title: 'Rút điểm bán',
  input: withdrawInput,
  output: pointRow,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }) {
    const { opened, closed } = await pointOf(ctx, id);
    return step(ctx, id, 'salePoint.withdraw', reason, { opened, closed }, closed);
  },
});

async function step(
  ctx: ActionContext,
  id: string,
  act: 'salePoint.close' | 'salePoint.reopen' | 'salePoint.withdraw',
  reason: string,
  days: { readonly opened?: string; readonly closed: string | null },
  closedOn: string | null,
) {
  const { version } = await carryOut(ctx.tx, ctx, {
    ...{ action: act, subject: id, expect: ctx.expect, reason, shown: { ...days, reason }, facts: days },
    effect: async (tx) => {
      await tx.updateTable('sale_point').set({ closed_on: closedOn }).where('id', '=', id).execute();
    },
  });
  return { id, version };
}

async function pointOf({ tx, day }: ActionContext, id: string): Promise<Point> {
  const found = await findPoint(tx, id, day);
  if (found === undefined) throw notFound();
  return found;
}

/** A commune of today in the officer's area; both coordinates or none. */
async function placeOf(
  { tx, actor, day }: ActionContext,
  { commune, latitude, longitude }: PointGiven,
): Promise<{ commune: string; province: string | null }> {
  if ((latitude === undefined) !== (longitude === undefined))
    throw invalid(latitude === undefined ? 'latitude' : 'longitude', 'Ghi cả vĩ độ và kinh độ, hoặc bỏ trống cả hai.');
  const unit = await readUnit(tx, commune, day);
  const own = actor.role === 'commune' ? commune === actor.unit : unit?.province === actor.area;
  if (unit === null || unit.former || unit.level !== 'commune' || !own)
    throw invalid('commune', 'Chọn một xã, phường hoặc đặc khu hiện nay của bạn.');
  return { commune: unit.id, province: unit.province };
}

const factsOf = ({ kind, name, address, commune }: PointGiven) => ({ kind, name, address, commune });
const columnsOf = ({ kind, name, address, operator, phone, opened, act, latitude, longitude, note }: PointGiven) => ({
  ...{ kind, name, address, operator: operator ?? null, phone: phone ?? null, opened_on: opened },
  ...{ act: act ?? null, note: note ?? null },
  latitude: latitude === undefined ? null : sql<string>`${latitude}::numeric`,
  longitude: longitude === undefined ? null : sql<string>`${longitude}::numeric`,
});
