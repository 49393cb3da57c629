import { v7 } from 'uuid';
import type { z } from 'zod';
import type { FactsOf } from '#law/moves';
import { sameDepartment } from '#law/substitutes';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { seatableAccounts } from './queries.ts';
import {
  correctCouncil as correctInput,
  councilRow,
  dissolveCouncil as dissolveInput,
  establishCouncil as establishInput,
} from './schema.ts';

type CouncilInput = z.output<typeof establishInput>;
type Seat = CouncilInput['seats'][number] & { organisation: string };
type CouncilContent = Omit<CouncilInput, 'seats'> & { seats: readonly Seat[] };

/** Sets up the province's or the Ministry's council with its own regulation (Art. 7.3.b, 7.4.b; R4.6). */
export const establishCouncil = action({
  name: 'council.establish',
  title: 'Thành lập Hội đồng',
  input: establishInput,
  output: councilRow,
  async run(ctx, input) {
    const given = await withOrganisations(ctx, input);
    checkSeats(given);
    const level = ctx.actor.role === 'ministry' ? 'central' : 'province';
    const province = level === 'central' ? null : ctx.actor.area;
    if (level === 'province' && province === null)
      throw refused('Tài khoản này chưa gắn với tỉnh nào nên không lập được Hội đồng.');
    const id = v7();
    const moved = await beget(ctx.tx, ctx, {
      process: 'council',
      id,
      action: 'council.establish',
      reach: { province },
      facts: councilFacts(given),
      shown: shownOf(given),
      effect: async (tx) => {
        await tx
          .insertInto('council')
          .values({
            id,
            level,
            province,
            name: given.name,
            act: given.act,
            act_date: given.actDate,
            regulation: JSON.stringify(given.regulation),
          })
          .execute();
        await seatMembers(ctx, id, given);
      },
    });
    return { id, version: moved.version };
  },
});

/** Changes members or regulation by a later act. Sessions already planned keep the regulation they were planned under. */
export const correctCouncil = action({
  name: 'council.correct',
  title: 'Sửa thành phần, quy chế Hội đồng',
  input: correctInput,
  output: councilRow,
  subject: (given) => given.id,
  async run(ctx, { id, ...input }) {
    const given = await withOrganisations(ctx, input);
    checkSeats(given);
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'council.correct',
      subject: id,
      expect: ctx.expect,
      facts: councilFacts(given),
      effect: async (tx) => {
        await tx
          .updateTable('council')
          .set({
            name: given.name,
            act: given.act,
            act_date: given.actDate,
            regulation: JSON.stringify(given.regulation),
          })
          .where('id', '=', id)
          .execute();
        await endSeatsNotIn(ctx, id, given);
        await seatMembers(ctx, id, given);
      },
    });
    return { id, version: moved.version };
  },
});

/** Ends a council with nothing in hand. Its concluded sessions stay as they are. */
export const dissolveCouncil = action({
  name: 'council.dissolve',
  title: 'Giải thể Hội đồng',
  input: dissolveInput,
  output: councilRow,
  subject: (given) => given.id,
  async run(ctx, { id, reason }) {
    const open = await ctx.tx
      .selectFrom('council_session as s')
      .innerJoin('lifecycle as l', 'l.id', 's.id')
      .select('s.title')
      .where('s.council', '=', id)
      .where('l.state', 'not in', ['concluded', 'cancelled'])
      .orderBy('s.id')
      .execute();
    const shown: FactsOf<'council.dissolve'> = { openSessions: open.map(({ title }) => title) };
    const moved = await carryOut(ctx.tx, ctx, { action: 'council.dissolve', subject: id, reason, facts: {}, shown });
    return { id, version: moved.version };
  },
});

/** Where no organisation is written, a seat takes that of the person's appointment, as the list of people names it. */
async function withOrganisations(ctx: ActionContext, given: CouncilInput): Promise<CouncilContent> {
  const people = await seatableAccounts(ctx.tx, ctx.actor.role === 'ministry' ? null : ctx.actor.area, ctx.day);
  const seats = given.seats.map((one, i) => {
    const organisation = one.organisation ?? people.find(({ account }) => account === one.account)?.organisation;
    if (!organisation) throw invalid(`seats.${i}.organisation`, `Nhập cơ quan của thành viên ${i + 1}`);
    return { ...one, organisation };
  });
  return { ...given, seats };
}

/** One chair, one secretary at least, nobody twice, every substitute for a member of this council. */
function checkSeats({ seats, regulation }: Pick<CouncilContent, 'seats' | 'regulation'>): void {
  const count = (role: string) => seats.filter((one) => one.role === role).length;
  if (count('chair') !== 1) throw invalid('seats', 'Chọn đúng một Chủ tịch Hội đồng');
  if (count('secretary') === 0) throw invalid('seats', 'Chọn ít nhất một Thư ký');
  if (count('member') === 0) throw invalid('seats', 'Chọn ít nhất một Ủy viên');
  const seen = new Set<string>();
  seats.forEach((one, i) => {
    if (seen.has(one.account)) throw invalid(`seats.${i}.account`, 'Mỗi người chỉ giữ một ghế trong Hội đồng');
    seen.add(one.account);
    if (one.role !== 'substitute') return;
    const member = seats.find((other) => other.account === one.substituteFor);
    if (!member) throw invalid(`seats.${i}.substituteFor`, 'Chọn ủy viên mà người này dự khuyết');
    if (regulation.substitutes === 'department' && !sameDepartment(member.organisation, one.organisation))
      throw invalid(`seats.${i}.organisation`, `Quy chế chỉ cho người cùng cơ quan thay: ghi ${member.organisation}`);
  });
}

const shownOf = ({ act, actDate, seats }: CouncilContent): FactsOf<'council.establish'> => ({
  act: { number: act, dated: actDate },
  chairs: seats.filter((one) => one.role === 'chair').length,
  secretaries: seats.filter((one) => one.role === 'secretary').length,
  members: seats.filter((one) => one.role === 'member').length,
});

const councilFacts = (given: CouncilContent) => ({
  name: given.name,
  act: given.act,
  actDate: given.actDate,
  regulation: given.regulation,
  seats: given.seats.map((one) => ({ account: one.account, role: one.role, organisation: one.organisation })),
});

async function seatMembers(ctx: ActionContext, council: string, { seats, actDate }: CouncilContent): Promise<void> {
  const kept = await ctx.tx
    .selectFrom('council_seat')
    .select(['id', 'account'])
    .where('council', '=', council)
    .where('valid_to', 'is', null)
    .execute();
  const idOf = new Map(kept.map((one) => [one.account, one.id]));
  for (const one of seats.filter(({ account }) => idOf.has(account)))
    await ctx.tx
      .updateTable('council_seat')
      .set({ home: one.home ?? null })
      .where('id', '=', idOf.get(one.account) ?? '')
      .execute();
  const newcomers = seats.filter((one) => !idOf.has(one.account));
  for (const one of newcomers) idOf.set(one.account, v7());
  const ordered = [...newcomers].sort((a, b) => Number(a.role === 'substitute') - Number(b.role === 'substitute'));
  for (const one of ordered) {
    const seat = idOf.get(one.account) ?? v7();
    await ctx.tx
      .insertInto('council_seat')
      .values({
        id: seat,
        council,
        account: one.account,
        role: one.role,
        organisation: one.organisation,
        position: one.position ?? null,
        home: one.home ?? null,
        substitute_for: one.substituteFor ? (idOf.get(one.substituteFor) ?? null) : null,
        valid_from: kept.length === 0 ? actDate : ctx.day,
      })
      .execute();
    await ctx.tx
      .insertInto('seat_reach')
      .values({ subject: council, account: one.account, seat_role: one.role, seat })
      .execute();
  }
}

/** Who is no longer in the act, or changed role, leaves the seat today. */
async function endSeatsNotIn(ctx: ActionContext, council: string, { seats }: CouncilContent): Promise<void> {
  const kept = await ctx.tx
    .selectFrom('council_seat')
    .select(['id', 'account', 'role', 'organisation'])
    .where('council', '=', council)
    .where('valid_to', 'is', null)
    .execute();
  const leaving = kept.filter(
    (one) =>
      !seats.some((to) => to.account === one.account && to.role === one.role && to.organisation === one.organisation),
  );
  if (leaving.length === 0) return;
  await ctx.tx
    .updateTable('council_seat')
    .set({ valid_to: ctx.day })
    .where(
      'id',
      'in',
      leaving.map((one) => one.id),
    )
    .execute();
  await ctx.tx
    .deleteFrom('seat_reach')
    .where('subject', '=', council)
    .where(
      'seat',
      'in',
      leaving.map((one) => one.id),
    )
    .execute();
}
