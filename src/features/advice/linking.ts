/** Accounts of the members of a team: linked by the office whose council it is (Art. 7.3.b, 7.4.b). */
import { sql } from 'kysely';
import { findCouncil, type TeamMember, teamConflicts, teamOf } from '#features/councils';
import { advicePaths } from '#features/dossiers';
import { adviserAccount } from '#features/identity';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { tell } from '#platform/outbox/outbox';
import { invalid, notFound } from '#platform/refusal';
import { councilRow, linkAdviser as linkInput, unlinkAdviser as unlinkInput } from './schema.ts';

async function memberOf(tx: Tx, council: string, wanted: string): Promise<TeamMember> {
  const found = (await teamOf(tx, council)).find(({ id }) => id === wanted);
  if (!found) throw invalid('member', 'Chọn thành viên của Tổ tư vấn đang hoạt động');
  return found;
}

/** Signs that make an account unfit for dossiers given to its member: it acts for the producer itself. */
export const BARRING = 'belongs';

/** Links an account to a member: one there is, or a new one invited by e-mail or telephone. */
export const linkAdviser = action({
  name: 'council.linkAdviser',
  title: 'Gắn tài khoản cho thành viên Tổ tư vấn',
  input: linkInput,
  output: councilRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, member: wanted, name, email, phone }) {
    const council = await findCouncil(ctx.tx, id);
    if (!council) throw notFound();
    if (name === undefined && email === undefined && phone === undefined)
      throw invalid('name', 'Ghi tài khoản đã có, hoặc thư điện tử, số điện thoại để mời');
    const member = await memberOf(ctx.tx, id, wanted);
    const account = await adviserAccount(ctx, {
      ...{ fullName: member.name, organisation: member.organisation, position: member.job },
      ...{ province: council.province, name, email, phone },
    });
    const { rows: given } = await sql<{ dossier: string }>`
      select a.dossier from advice_assignment a join lifecycle l on l.id = a.dossier
        and l.state in ('inRound', 'inSession', 'central', 'centralSession') where a.member = ${member.id}`.execute(
      ctx.tx,
    );
    const dossiers = given.map(({ dossier }) => dossier);
    const signs = await teamConflicts(ctx.tx, [{ ...member, account }], dossiers, ctx.day);
    const team = await teamOf(ctx.tx, id);
    const shown: FactsOf<'council.linkAdviser'> = {
      linked: member.account !== null,
      taken: team.some((one) => one.account === account),
      seated: council.seats.some((one) => one.account === account),
      own: ctx.actor.account === account,
      tied: signs.filter(({ kind }) => kind === BARRING).map(({ product }) => product),
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'council.linkAdviser',
      subject: id,
      expect: ctx.expect,
      facts: { member: member.id, account, invited: name === undefined },
      shown,
      effect: async (tx) => {
        await tx.updateTable('advisory_team_member').set({ account }).where('id', '=', member.id).execute();
        await tell(tx, {
          ...{ channel: 'app', account, link: advicePaths.own, about: id },
          subject: 'Bạn được gắn vào Tổ tư vấn',
          body: `${council.name}. Chọn vai Thành viên Tổ tư vấn khi đăng nhập để thấy hồ sơ được giao.`,
        });
      },
    });
    return { id, version: moved.version };
  },
});

/** Takes the account off a member: it reaches nothing of the team any more, what was done stays with the member. */
export const unlinkAdviser = action({
  name: 'council.unlinkAdviser',
  title: 'Thôi tài khoản của thành viên Tổ tư vấn',
  input: unlinkInput,
  output: councilRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, member: wanted }) {
    const member = await memberOf(ctx.tx, id, wanted);
    const shown: FactsOf<'council.unlinkAdviser'> = { linked: member.account !== null };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'council.unlinkAdviser',
      subject: id,
      expect: ctx.expect,
      facts: { member: member.id, account: member.account },
      shown,
      effect: async (tx) => {
        await tx.updateTable('advisory_team_member').set({ account: null }).where('id', '=', member.id).execute();
      },
    });
    return { id, version: moved.version };
  },
});
