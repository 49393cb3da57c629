import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { tell } from '#platform/outbox/outbox';
import { notFound, refused } from '#platform/refusal';
import {
  clashOf,
  colleaguesFor,
  findDelegation,
  findPlace,
  headsOf,
  headsOver,
  otherOffice,
  type Place,
  placesOf,
  staffOf,
} from './queries.ts';
import {
  agreeDelegation as agreeInput,
  type DelegationRow,
  delegationRow,
  endDelegation as endInput,
  type RecordDelegation,
  recordDelegation as recordInput,
} from './schema.ts';
import { delegationPaths } from './urls.ts';
import { actsWords, daysWords } from './words.ts';

/** Records that somebody is away, and who takes the place meanwhile, by which paper, in which acts. */
export const recordDelegation = action({
  name: 'delegation.record',
  title: 'Ghi nghỉ, giao làm thay',
  input: recordInput,
  output: delegationRow,
  publicData: false,
  fresh: true,
  async run(ctx, given): Promise<DelegationRow> {
    const holder = await placeAsked(ctx, given);
    const colleagues = given.deputy === undefined ? [] : await colleaguesFor(ctx.tx, holder, ctx.day);
    const deputy = colleagues.find(({ appointment }) => appointment === given.deputy) ?? null;
    const acts = given.deputy === undefined ? [] : given.acts;
    const other = deputy !== null && otherOffice(holder, deputy);
    const heads = other ? await headsOf(ctx.tx, deputy, ctx.day) : [];
    const shown: FactsOf<'delegation.ask'> = {
      ...{ number: given.number, dated: given.dated, from: given.from, to: given.to, acts },
      ...{ deputy: given.deputy !== undefined, mayTake: deputy !== null, otherOffice: other },
      byDeputy: deputy?.account === ctx.actor.account,
      byHead: other && (await headsOf(ctx.tx, holder, ctx.day)).some(isActor(ctx)),
      deputyHeaded: heads.length > 0,
    };
    if (deputy !== null) await refuseClash(ctx, holder, deputy, given);
    const id = v7();
    const moved = await beget(ctx.tx, ctx, {
      process: 'delegation',
      id,
      action: other ? 'delegation.ask' : 'delegation.record',
      reach: holder.role === 'commune' ? { commune: holder.unit } : { province: holder.unit },
      facts: { ...shown, holder: holder.account, deputyAccount: deputy?.account ?? null },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('delegation')
          .values({
            ...{ id, appointment: holder.appointment, holder: holder.account, deputy: deputy?.account ?? null },
            deputy_place: deputy?.appointment ?? null,
            ...{ cause: given.cause, acts: [...acts], act: given.number, act_date: given.dated },
            ...{ valid_from: given.from, valid_to: given.to, recorded_by: ctx.actor.account },
          })
          .execute();
        const days = daysWords(given);
        const told = deputy === null ? 'Không có người làm thay.' : `${deputy.name} làm thay.`;
        const waits = other ? ` Chờ người đứng đầu ${deputy.organisation} đồng ý.` : '';
        await note(ctx, holder.account, 'Đã ghi nghỉ, giao làm thay', `Vắng ${days}. ${told}${waits}`, id);
        if (deputy === null) return;
        const body = `${holder.name} vắng ${days}: ${actsWords(acts)}. Theo văn bản số ${given.number}.`;
        for (const head of heads)
          await note(ctx, head.account, `Đồng ý cho ${deputy.name} làm thay ${holder.name}?`, body, id);
        if (!other) await note(ctx, deputy.account, `Làm thay ${holder.name}`, body, id);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** The head of the deputy's office agrees: from now on it holds. */
export const agreeDelegation = action({
  name: 'delegation.agree',
  title: 'Đồng ý cho người của cơ quan làm thay',
  input: agreeInput,
  output: delegationRow,
  publicData: false,
  fresh: true,
  subject: ({ id }) => id,
  async run(ctx, { id }): Promise<DelegationRow> {
    const delegation = await findDelegation(ctx.tx, id);
    if (!delegation) throw notFound();
    const { deputy: heads } = await headsOver(ctx.tx, id, ctx.day);
    const shown: FactsOf<'delegation.agree'> = { byDeputyHead: heads.some(isActor(ctx)), to: delegation.to };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'delegation.agree',
      subject: id,
      expect: ctx.expect,
      facts: { ...shown, holder: delegation.holder, deputyAccount: delegation.deputy },
      shown,
      effect: async (tx) => {
        await tx.updateTable('delegation').set({ agreed_by: ctx.actor.account }).where('id', '=', id).execute();
        const body = `${daysWords(delegation)}: ${actsWords(delegation.acts)}. Theo văn bản số ${delegation.act}.`;
        for (const account of [delegation.holder, delegation.deputy])
          if (account !== null)
            await note(ctx, account, `${delegation.deputyName} làm thay ${delegation.holderName}`, body, id);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Ends it before its last day, from now on. */
export const endDelegation = action({
  name: 'delegation.end',
  title: 'Kết thúc sớm việc nghỉ, làm thay',
  input: endInput,
  output: delegationRow,
  publicData: false,
  subject: ({ id }) => id,
  async run(ctx, { id, reason }): Promise<DelegationRow> {
    const delegation = await findDelegation(ctx.tx, id);
    if (!delegation) throw notFound();
    const { holder, deputy, holderName } = delegation;
    if (!(await mayEnd(ctx.tx, ctx, delegation)))
      throw refused('Người vắng, người làm thay, người đứng đầu cơ quan hoặc quản trị hệ thống mới kết thúc sớm được.');
    if (delegation.to < ctx.day) throw refused('Thời hạn này đã hết.');
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'delegation.end',
      subject: id,
      expect: ctx.expect,
      reason,
      shown: { reason },
      effect: async (tx) => {
        await tx
          .updateTable('delegation')
          .set({ valid_to: sql<string>`greatest(valid_from, ${ctx.day}::date) - 1` })
          .where('id', '=', id)
          .execute();
        for (const account of new Set([holder, deputy])) {
          if (account === null || account === ctx.actor.account) continue;
          await note(ctx, account, `Việc làm thay ${holderName} đã kết thúc`, `Từ nay thôi làm thay. ${reason}`, id);
        }
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

const isActor =
  ({ actor }: { readonly actor: { readonly account: string } }) =>
  ({ account }: Place): boolean =>
    account === actor.account;

/** Those whom it concerns, who heads one of their offices, and the administrator. */
export async function mayEnd(
  db: Kysely<DB> | Tx,
  ctx: Pick<ActionContext, 'actor' | 'day'>,
  { id, holder, deputy }: { id: string; holder: string; deputy: string | null },
): Promise<boolean> {
  const { account, role } = ctx.actor;
  if (account === holder || account === deputy || role === 'administrator') return true;
  const heads = await headsOver(db, id, ctx.day);
  return [...heads.holder, ...heads.deputy].some(isActor(ctx));
}

/** One's own place; who heads an office names one of its people, the administrator anybody, never themselves. */
async function placeAsked(ctx: ActionContext, given: RecordDelegation): Promise<Place> {
  const { account, role, unit } = ctx.actor;
  if (role === 'administrator') {
    const place = given.appointment && (await findPlace(ctx.tx, given.appointment, ctx.day));
    if (!place || place.account === account) throw refused('Chọn người vắng trong trang tài khoản của người đó.');
    return place;
  }
  const own = (await placesOf(ctx.tx, account, ctx.day)).find((one) => one.role === role && one.unit === unit);
  if (!own) throw notFound();
  if (given.appointment === undefined || given.appointment === own.appointment) return own;
  const staff = own.headsOffice ? await staffOf(ctx.tx, own, ctx.day) : [];
  const place = staff.find(({ appointment }) => appointment === given.appointment);
  if (!place) throw notFound();
  return place;
}

async function refuseClash(ctx: ActionContext, holder: Place, deputy: Place, given: RecordDelegation): Promise<void> {
  const ask = { holder: holder.account, deputy: deputy.account, acts: given.acts, from: given.from, to: given.to };
  const clash = await clashOf(ctx.tx, ask);
  if (clash === 'away') throw refused(`${deputy.name} cũng vắng trong những ngày này. Chọn người khác.`);
  if (clash === 'given')
    throw refused('Việc này đã giao cho người khác trong những ngày này. Kết thúc sớm rồi ghi lại.');
}

async function note(ctx: ActionContext, account: string, subject: string, body: string, id: string): Promise<void> {
  await tell(ctx.tx, { channel: 'app', account, subject, body, link: delegationPaths.one(id), about: id });
}
