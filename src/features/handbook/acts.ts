/** What an officer does about handbooks. They are made in the background (job.ts). */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { readUnit } from '#features/units';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { readHandbook } from './queries.ts';
import { byHandbook, handbookOut, orderHandbook as orderInput } from './schema.ts';

/** Asks for the handbook of the officer's province, or of one commune of it, as of a day. */
export const orderHandbook = action({
  name: 'handbook.order',
  title: 'Làm cẩm nang sản phẩm',
  input: orderInput,
  output: handbookOut,
  publicData: false,
  async run(ctx, { unit, asOf = ctx.day }) {
    const { area: province, account, name, capacity } = ctx.actor;
    if (province === null) throw notFound();
    if (asOf > ctx.day) throw invalid('asOf', 'Chọn hôm nay hoặc một ngày đã qua');
    const wanted = unit ?? province;
    await askPlace(ctx, wanted, province, asOf);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`handbooks of ${province}`}, 0))`.execute(ctx.tx);
    const { rows } = await sql`select from handbook where province = ${province} and job`.execute(ctx.tx);
    if (rows.length > 0) throw refused('Tỉnh đang có một cuốn cẩm nang làm dở. Đợi xong, hoặc dừng cuốn đó.');
    const id = v7();
    const moved = await beget(ctx.tx, ctx, {
      ...{ process: 'handbook', id, action: 'handbook.order', reach: { province } },
      facts: { unit: wanted, asOf },
      effect: async (tx) => {
        await tx
          .insertInto('handbook')
          .values({ id, province, unit: wanted, as_of: asOf, account, account_name: name, capacity })
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** The unit was there on the day, and lies in the province. */
async function askPlace(ctx: ActionContext, wanted: string, province: string, asOf: string): Promise<void> {
  const unit = await readUnit(ctx.tx, wanted, asOf);
  if (unit === null || (unit.id !== province && unit.province !== province))
    throw invalid('unit', 'Chọn tỉnh mình hoặc một xã, phường của tỉnh');
  if (unit.former) throw invalid('asOf', `${unit.name} chưa có hoặc không còn vào ngày này. Chọn ngày khác.`);
}

/** Asks to stop the making of one. */
export const stopHandbook = action({
  name: 'handbook.stop',
  title: 'Dừng làm cẩm nang',
  input: byHandbook,
  output: handbookOut,
  publicData: false,
  subject: ({ id }) => id,
  async run(ctx, { id }) {
    const { rows } = await sql`update handbook set stop = true where id = ${id} and job returning id`.execute(ctx.tx);
    if (rows.length === 0) throw refused('Hệ thống đã làm xong, không còn gì để dừng.');
    const { state, version } = await readHandbook(ctx.tx, id);
    return { id, state, version };
  },
});
