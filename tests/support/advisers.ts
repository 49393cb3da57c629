/** A member of a council's advisory team who works with an account, the demonstration's unless told otherwise. */
import { demoAccountId } from '../../src/features/identity/demo-accounts.ts';
import type { Client } from './client.ts';
import { type Stage, versionOf } from './council.ts';

/** The demonstration's adviser, and the officer who links accounts. */
export const ADVISER = demoAccountId('adviser');
export const OFFICER = demoAccountId('province');

/** Names a team whose one further member is the demonstration's adviser, and links the account; gives dossiers to them. */
export async function adviserOf(
  app: Stage,
  office: Client,
  council: string,
  who: { readonly name: string; readonly username: string } = { name: 'Lê Văn Hải', username: 'adviser' },
) {
  const send = async (method: string, path: string, body: object, subject: string) => {
    const ifMatch = await versionOf(app, subject);
    const answer = await office.json(method, `/api/v1${path}`, body, { key: true, ifMatch });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  const team = `/councils/${council}/advisory-team`;
  const members = [
    { name: 'Vũ Thị Lan', organisation: 'Chi cục Phát triển nông thôn', leader: true },
    { name: who.name, organisation: 'Sở Y tế', leader: false },
  ];
  await send('PUT', team, { members }, council);
  const [row] = await app.database.asOwner<{ id: string }>(
    'select id from advisory_team_member where council = $1 and not leader and ended_at is null',
    [council],
  );
  const member = row?.id ?? '';
  await send('POST', `${team}/${member}/account`, { name: who.username }, council);
  return {
    member,
    give: (dossier: string) => send('PUT', `/dossiers/${dossier}/advisers`, { members: [member] }, dossier),
  };
}
