/** The meeting of the demonstration, by the real acts of its secretary: begun, a product on the table, a blind tasting going on. */
import { type DemoTools, demoHand } from '#features/identity';
import { makeFlight } from './flights.ts';
import { beginMeeting } from './meeting.ts';
import { noteDiscussion } from './notes.ts';

const SAID = 'Ủy viên ngành y tế đề nghị ghi rõ hạn dùng trên nhãn (giả định).';

/** Begins the meeting of the session that is being scored. */
export async function demoMeeting(tools: DemoTools): Promise<void> {
  const found = await tools.tx
    .selectFrom('council_session as s')
    .innerJoin('lifecycle as l', 'l.id', 's.id')
    .innerJoin('session_dossier as o', 'o.session', 's.id')
    .select(['s.id', 'o.dossier'])
    .where('l.state', '=', 'scoring')
    .where('s.mode', '=', 'meeting')
    .where('l.province', 'is not', null)
    .orderBy('s.id')
    .orderBy('o.position')
    .execute();
  const id = found[0]?.id;
  if (id === undefined) throw new Error('no session of the demonstration is being scored');
  const dossiers = found.filter((one) => one.id === id).map(({ dossier }) => dossier);
  const secretary = await demoHand(tools, 'council-secretary');
  await beginMeeting.run(secretary, { id, at: '08:05' }, undefined);
  await noteDiscussion.run(secretary, { id, dossier: dossiers[0] ?? '', body: SAID }, undefined);
  const foods = dossiers.filter((_, at) => at !== 1);
  await makeFlight.run(secretary, { id, title: 'Lượt nếm bánh, bún (giả định)', dossiers: foods }, undefined);
}
