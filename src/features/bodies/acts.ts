/** The acts on a body: established, put right, dissolved. */
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { readUnit } from '#features/units';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { insertMembers } from './members.ts';
import { findBody, membersOf } from './queries.ts';
import {
  type BodyLevel,
  bodyRow,
  correctBody as correctInput,
  dissolveBody as dissolveInput,
  establishBody as establishInput,
} from './schema.ts';

/** Enters a body with its first members. */
export const establishBody = action({
  name: 'body.establish',
  title: 'Ghi ban chỉ đạo, tổ giúp việc',
  input: establishInput,
  output: bodyRow,
  publicData: false,
  async run(ctx, { unit, kind, name, from, members, note, ...given }) {
    const place = await placeOf(ctx, unit);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const id = v7();
    const heads = members.filter(({ role }) => role === 'head').length;
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'body', id, action: 'body.establish', reach: place.reach, shown: { from, heads } },
      facts: { from, heads, kind, name, members: members.length, act: act?.label ?? null },
      effect: async (tx) => {
        await tx
          .insertInto('body')
          .values({
            ...{ id, level: place.level, unit: place.unit, kind, name, act: act?.id ?? null, from_on: from },
            note: note ?? null,
          })
          .execute();
        await insertMembers(tx, id, members, { from, act: act?.id ?? null, after: 0 });
      },
    });
    return { id, version };
  },
});

interface Place {
  readonly level: BodyLevel;
  readonly unit: string | null;
  readonly reach: { readonly commune: string | null; readonly province: string | null };
}

/** Whose body it becomes: the officer's own office, or a commune of a province. Throws 422 for another place. */
async function placeOf({ tx, actor, day }: ActionContext, unit: string | undefined): Promise<Place> {
  if (actor.area === null) {
    if (unit !== undefined) throw invalid('unit', 'Bộ ghi ban của trung ương; ban của tỉnh do tỉnh ghi.');
    return { level: 'central', unit: null, reach: { commune: null, province: null } };
  }
  const chosen = unit ?? actor.unit ?? actor.area;
  const found = await readUnit(tx, chosen, day);
  const own =
    actor.role === 'commune' ? chosen === actor.unit : chosen === actor.area || found?.province === actor.area;
  if (!found || found.former || !own || found.level === 'district')
    throw invalid('unit', 'Chọn đơn vị của bạn, hoặc một xã hiện nay trong tỉnh.');
  return found.level === 'commune'
    ? { level: 'commune', unit: chosen, reach: { commune: chosen, province: actor.area } }
    : { level: 'province', unit: chosen, reach: { commune: null, province: actor.area } };
}

/** Puts name, kind, act or day right; what it was stays in the ledger. */
export const correctBody = action({
  name: 'body.correct',
  title: 'Sửa thông tin ban chỉ đạo, tổ giúp việc',
  input: correctInput,
  output: bodyRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, kind, name, note, reason, ...given }) {
    const body = await findBody(ctx.tx, id, ctx.day);
    const from = given.from ?? null;
    await refuseLaterThanMembers(ctx, id, from);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const before = { kind: body.kind, name: body.name, from: body.from, act: body.actLabel };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'body.correct', subject: id, expect: ctx.expect, reason, shown: { from, reason } },
      facts: { kind, name, from, act: act?.label ?? null, before },
      effect: async (tx) => {
        await tx
          .updateTable('body')
          .set({ kind, name, act: act?.id ?? null, from_on: from, note: note ?? null })
          .where('id', '=', id)
          .execute();
        // Who was there from the first day moves with it.
        if (body.from !== null)
          await tx
            .updateTable('body_member')
            .set({ from_on: from, joined_by: act?.id ?? null })
            .where('body', '=', id)
            .where('from_on', '=', body.from)
            .execute();
      },
    });
    return { id, version };
  },
});

async function refuseLaterThanMembers({ tx, day }: ActionContext, id: string, from: string | null): Promise<void> {
  const members = await membersOf(tx, id, day, false);
  const body = await findBody(tx, id, day);
  const later = members.filter((one) => one.from !== body.from || one.to !== null);
  const first = later
    .flatMap((one) => [one.from !== body.from ? one.from : null, one.to])
    .filter((one) => one !== null);
  if (from !== null && first.some((one) => one < from))
    throw invalid('from', 'Đã ghi thay đổi thành viên trước ngày này. Ghi ngày thành lập sớm hơn.');
}

/** The body ends; who serves in it ends with it. */
export const dissolveBody = action({
  name: 'body.dissolve',
  title: 'Giải thể ban chỉ đạo, tổ giúp việc',
  input: dissolveInput,
  output: bodyRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, to, ...given }) {
    const body = await findBody(ctx.tx, id, ctx.day);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const members = await membersOf(ctx.tx, id, ctx.day, false);
    const days = [body.from, ...members.flatMap(({ from, to: left }) => [from, left])].filter((one) => one !== null);
    const last = days.sort().at(-1) ?? null;
    const reason = given.reason ?? null;
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'body.dissolve', subject: id, expect: ctx.expect, ...(reason === null ? {} : { reason }) },
      shown: { to, last, act: act?.label ?? null, reason },
      facts: { to, act: act?.label ?? null },
      effect: async (tx) => {
        const ended = { to_on: to };
        await tx
          .updateTable('body')
          .set({ ...ended, ended_by: act?.id ?? null })
          .where('id', '=', id)
          .execute();
        await tx
          .updateTable('body_member')
          .set({ ...ended, left_by: act?.id ?? null })
          .where('body', '=', id)
          .where('to_on', 'is', null)
          .execute();
      },
    });
    return { id, version };
  },
});
