/** A round with a council's advisory team, one of whose members works with an account. */
import { expect } from 'vitest';
import { testApp } from './app.ts';
import type { Client } from './client.ts';
import { dossiersInRound, establish, versionOf } from './council.ts';

/** The member the account is for, as the team names them. */
export const NAME = 'Lê Văn Hải';

/** The stage of the advisers' tests: people, dossiers (given, not given, for a session), and the acts of a member by hand. */
export async function adviserStage() {
  const app = await testApp();
  const province = await app.signIn('province');
  const adviser = await app.signIn('adviser');
  const secretary = await app.signIn('council-secretary');
  const names = ['giao', 'không giao', 'lên phiên', 'của tổ khác'].map((one) => `Miến thẩm tra ${one}`);
  const { dossiers, round } = await dossiersInRound(app, names, '15/BC-TTV');
  const [given = '', other = '', sitting = ''] = dossiers;

  /** A council with a team of two: the leader, and the member the account is for. */
  async function withTeam(member = NAME): Promise<{ council: string; leader: string; member: string }> {
    const council = await establish(app, province);
    await put(council, [
      { name: 'Vũ Thị Lan', organisation: 'Chi cục Phát triển nông thôn', leader: true },
      { name: member, organisation: 'Sở Y tế', leader: false },
    ]);
    const team = await app.database.asOwner<{ id: string }>(
      `select id from advisory_team_member where council = '${council}' and ended_at is null order by leader desc`,
    );
    return { council, leader: team[0]?.id ?? '', member: team[1]?.id ?? '' };
  }
  async function put(council: string, members: object[]): Promise<void> {
    const ifMatch = await versionOf(app, council);
    const answer = await province.json(
      'PUT',
      `/api/v1/councils/${council}/advisory-team`,
      { members },
      { key: true, ifMatch },
    );
    expect(answer.status).toBe(200);
  }
  const link = async (who: Client, council: string, member: string, body: object) =>
    who.json('POST', `/api/v1/councils/${council}/advisory-team/${member}/account`, body, {
      ...{ key: true, ifMatch: await versionOf(app, council) },
    });
  const on = async (who: Client, id: string, path: string, body: object, method = 'POST') =>
    who.json(method, `/api/v1/dossiers/${id}/${path}`, body, { key: true, ifMatch: await versionOf(app, id) });
  const assign = (id: string, members: string[], dueOn?: string) =>
    on(province, id, 'advisers', { members, ...(dueOn ? { dueOn } : {}) }, 'PUT');
  const draft = async (id: string, member: string): Promise<number> => {
    const [row] = await app.database.asOwner<{ v: number }>(
      `select draft_version as v from advice_part where dossier = '${id}' and member = '${member}'`,
    );
    return row?.v ?? 0;
  };
  const write = async (who: Client, id: string, member: string, body: object) =>
    who.json('PUT', `/api/v1/dossiers/${id}/advice-parts/${member}`, body, {
      key: true,
      ifMatch: await draft(id, member),
    });
  const handIn = async (who: Client, id: string, member: string) => {
    const ifMatch = await draft(id, member);
    return who.json('POST', `/api/v1/dossiers/${id}/advice-parts/${member}/submission`, {}, { key: true, ifMatch });
  };
  const inDays = async (days: number) => {
    const [row] = await app.database.asOwner<{ day: string }>(`select (current_date + ${days})::text as day`);
    return row?.day ?? '';
  };
  const reads = async (id: string, who = adviser) => (await who.page(`/ho-so/${id}`)).status;

  const team = await withTeam();
  expect((await link(province, team.council, team.member, { name: 'adviser' })).status).toBe(200);
  expect((await assign(given, [team.member, team.leader], await inDays(4))).status).toBe(200);
  return {
    ...{ app, province, adviser, secretary, round, given, other, sitting, team },
    ...{ withTeam, put, link, on, assign, write, handIn, inDays, reads },
  };
}
