/** Policies of support: the acts on them and their reads. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { v7 } from 'uuid';
import { ACT_LABEL, actMeant } from '#features/legal-acts';
import type { SupportItem, SupportRates } from '#law/support';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import {
  cancelPolicy as cancelInput,
  correctPolicy as correctInput,
  type PolicyGiven,
  setPolicy as setInput,
  supportRow,
} from './schema.ts';

export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly state: 'set' | 'cancelled';
  readonly province: string;
  readonly provinceName: string;
  readonly act: string;
  readonly actLabel: string;
  readonly name: string;
  readonly item: SupportItem;
  readonly from: Day;
  readonly to: Day | null;
  readonly rates: SupportRates;
  readonly percent: number | null;
  /** Đồng. */
  readonly cap: number | null;
  readonly note: string | null;
  readonly invented: boolean;
  /** Payments under it that count, and what they add up to. */
  readonly payments: number;
  readonly paid: number;
}

const columns = sql`y.id, l.version, l.state, y.province, place_text(y.province, y.from_on) as "provinceName", y.act, ${ACT_LABEL} as "actLabel",
    y.name, y.item, y.from_on as "from", y.to_on as "to", y.rates, y.percent, y.cap::float8 as cap, y.note, y.invented, x.payments, x.paid
    from support_policy y join lifecycle l on l.id = y.id join legal_act a on a.id = y.act
      cross join lateral (select count(*)::int as payments, coalesce(sum(s.amount), 0)::float8 as paid
        from support_payment s join lifecycle k on k.id = s.id and k.state = 'paid' where s.policy = y.id) x`;

/** Policies within reach, the newest first. */
export async function listPolicies(db: Kysely<DB>, reach: RawBuilder<boolean>): Promise<Policy[]> {
  const { rows } = await sql<Policy>`select ${columns} where ${reach} and l.state = 'set'
    order by y.from_on desc, y.name collate "vi-x-icu", y.id limit 500`.execute(db);
  return rows;
}

/** One policy. Throws 404. */
export async function findPolicy(db: Kysely<DB>, id: string): Promise<Policy> {
  const { rows } = await sql<Policy>`select ${columns} where y.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** Enters a policy of the province. */
export const setPolicy = action({
  name: 'supportPolicy.set',
  title: 'Ghi chính sách hỗ trợ',
  input: setInput,
  output: supportRow,
  publicData: false,
  async run(ctx, given) {
    const province = ctx.actor.area;
    if (province === null) throw notFound();
    const act = await actMeant(ctx.tx, given.act, 'act');
    const id = v7();
    const shown = { from: given.from, to: given.to ?? null };
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'supportPolicy', id, action: 'supportPolicy.set', reach: { province }, shown },
      facts: { ...shown, ...factsOf(given), act: act.label },
      effect: async (tx) => {
        await tx
          .insertInto('support_policy')
          .values({ id, province, act: act.id, ...columnsOf(given) })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts a policy right; payments entered under it stay as they are. */
export const correctPolicy = action({
  name: 'supportPolicy.correct',
  title: 'Sửa chính sách hỗ trợ',
  input: correctInput,
  output: supportRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason, ...given }) {
    const former = await findPolicy(ctx.tx, id);
    const act = await actMeant(ctx.tx, given.act, 'act');
    const shown = { from: given.from, to: given.to ?? null, reason };
    const { name, item, from, to, rates, percent, cap } = former;
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'supportPolicy.correct', subject: id, expect: ctx.expect, reason, shown },
      facts: { ...shown, ...factsOf(given), act: act.label, before: { name, item, from, to, rates, percent, cap } },
      effect: async (tx) => {
        await tx
          .updateTable('support_policy')
          .set({ act: act.id, ...columnsOf(given) })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** Takes a policy away that was entered by mistake. */
export const cancelPolicy = action({
  name: 'supportPolicy.cancel',
  title: 'Bỏ chính sách hỗ trợ',
  input: cancelInput,
  output: supportRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason }) {
    const { payments } = await findPolicy(ctx.tx, id);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'supportPolicy.cancel', subject: id, expect: ctx.expect, reason, shown: { payments, reason } },
    });
    return { id, version };
  },
});

/** A policy of the officer's own province that a payment may be entered under. Throws 422 on `policy`. */
export async function policyMeant(db: Kysely<DB>, id: string, province: string | null): Promise<Policy> {
  const found = await findPolicy(db, id).catch(() => null);
  if (found === null || found.state !== 'set' || found.province !== province)
    throw invalid('policy', 'Chọn một chính sách của tỉnh.');
  return found;
}

const factsOf = ({ name, item, percent, cap, ...given }: PolicyGiven) => ({
  ...{ name, item, rates: ratesOf(given), percent: percent ?? null, cap: cap ?? null },
});
/** Amounts that are more than nothing. */
const ratesOf = ({ rates }: Pick<PolicyGiven, 'rates'>): SupportRates =>
  Object.fromEntries(
    Object.entries(rates).flatMap(([kind, stars]) => {
      const told = Object.entries(stars ?? {}).filter(([, amount]) => Number(amount) > 0);
      return told.length === 0 ? [] : [[kind, Object.fromEntries(told)]];
    }),
  );
const columnsOf = ({ name, item, from, to, percent, cap, note, ...given }: PolicyGiven) => ({
  ...{ name, item, from_on: from, to_on: to ?? null, rates: JSON.stringify(ratesOf(given)) },
  ...{ percent: percent ?? null, cap: cap ?? null, note: note ?? null },
});
