/** The acts on officers in charge of the programme in a commune. */
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { readUnit } from '#features/units';
import { addDays } from '#law/days';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { findOfficer } from './officers-read.ts';
import {
  appointOfficer as appointInput,
  bodyRow,
  correctOfficer as correctInput,
  endOfficer as endInput,
} from './schema.ts';

/** Enters who is in charge of a commune; who hands over ends on the eve. */
export const appointOfficer = action({
  name: 'communeOfficer.appoint',
  title: 'Phân công cán bộ phụ trách',
  input: appointInput,
  output: bodyRow,
  publicData: false,
  async run(ctx, { replaces, from, name, position, phone, email, ...given }) {
    const commune = await communeOf(ctx, given.commune);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const former = replaces === undefined ? null : await findOfficer(ctx.tx, replaces, ctx.day, false);
    if (former && (former.commune !== commune || former.state !== 'serving'))
      throw invalid('replaces', 'Người được thay không phụ trách xã này. Chọn lại.');
    if (former && former.from >= from)
      throw invalid('from', 'Ngày bắt đầu phải sau ngày người được thay bắt đầu phụ trách.');
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'communeOfficer', id, action: 'communeOfficer.appoint' },
      ...{ reach: { commune, province: ctx.actor.area }, facts: { from, position, act: act?.label ?? null } },
      effect: async (tx) => {
        await tx
          .insertInto('commune_officer')
          .values({
            ...{ id, commune, name, position, phone: phone ?? null, email: email ?? null },
            ...{ act: act?.id ?? null, from_on: from },
          })
          .execute();
      },
    });
    if (former) {
      const [to, reason] = [addDays(from, -1), 'Có người khác phụ trách thay'];
      await carryOut(ctx.tx, ctx, {
        ...{ action: 'communeOfficer.end', subject: former.id, reason, facts: { to } },
        shown: { from: former.from, to, reason },
        effect: (tx) => ended(tx, former.id, to),
      });
    }
    return { id, version };
  },
});

async function ended(tx: Tx, id: string, to: Day): Promise<void> {
  await tx.updateTable('commune_officer').set({ to_on: to }).where('id', '=', id).execute();
}

/** The officer's own commune, or one of the province's. Throws 422 for another one. */
async function communeOf({ tx, actor, day }: ActionContext, chosen: string | undefined): Promise<string> {
  const commune = chosen ?? (actor.role === 'commune' ? actor.unit : null);
  if (commune === null) throw invalid('commune', 'Chọn xã.');
  const found = await readUnit(tx, commune, day);
  const foreign = actor.role === 'commune' ? commune !== actor.unit : found?.province !== actor.area;
  if (!found || found.former || found.level !== 'commune' || foreign)
    throw invalid('commune', 'Chọn một xã hiện nay của bạn.');
  return commune;
}

/** Puts an entry right. */
export const correctOfficer = action({
  name: 'communeOfficer.correct',
  title: 'Sửa thông tin cán bộ phụ trách',
  input: correctInput,
  output: bodyRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, name, position, phone, email, from, reason, ...given }) {
    const former = await findOfficer(ctx.tx, id, ctx.day, false);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const before = { position: former.position, from: former.from, act: former.actLabel };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'communeOfficer.correct', subject: id, expect: ctx.expect, reason, shown: { from, reason } },
      facts: { position, from, act: act?.label ?? null, before },
      effect: async (tx) => {
        await tx
          .updateTable('commune_officer')
          .set({
            ...{ name, position, phone: phone ?? null, email: email ?? null, act: act?.id ?? null, from_on: from },
          })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** Somebody is in charge no longer. */
export const endOfficer = action({
  name: 'communeOfficer.end',
  title: 'Thôi phụ trách',
  input: endInput,
  output: bodyRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, to, reason }) {
    const { from } = await findOfficer(ctx.tx, id, ctx.day, false);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'communeOfficer.end', subject: id, expect: ctx.expect, reason },
      ...{ shown: { from, to, reason }, facts: { to }, effect: (tx: Tx) => ended(tx, id, to) },
    });
    return { id, version };
  },
});
