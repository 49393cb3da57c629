import { type DemoTools, demoHand } from '#features/identity';
import { makePractice } from './acts.ts';

/** One practice on two products the demonstration's council has judged. */
export async function demoPractice(tools: DemoTools, of: { dossiers: readonly string[] }): Promise<void> {
  const { council } = await tools.tx
    .selectFrom('council_session as s')
    .innerJoin('session_dossier as d', 'd.session', 's.id')
    .select('s.council')
    .where('d.dossier', 'in', [...of.dossiers])
    .executeTakeFirstOrThrow();
  const given = { title: 'Tập chấm cho ủy viên mới (giả định)', council, dossiers: [...of.dossiers] };
  await makePractice.run(await demoHand(tools, 'province'), given, undefined);
}
