// One complaint of the demonstration, by the real act: a producer that got fewer stars than it hoped for.
import { sql } from 'kysely';
import { type DemoTools, demoHand } from '#features/identity';
import { complain } from './complain.ts';

/** Leaves a complaint on the desk of the province, about an invented product below the stars of its own sheet. */
export async function demoReviews(tools: DemoTools): Promise<void> {
  const hand = await demoHand(tools, 'producer-2');
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product and p.invented
     where l.state in ('notRecognised', 'recognised', 'excluded') and d.producer = any(${[...hand.actor.producers]}::uuid[])
     order by array_position(array['notRecognised', 'recognised', 'excluded'], l.state), d.id limit 1`.execute(
    tools.tx,
  );
  const [dossier] = rows;
  if (!dossier) throw new Error('the demonstration has no result of its second producer');
  await complain.run(
    hand,
    {
      id: dossier.id,
      content:
        'Tiêu chí về liên kết: hợp đồng bao tiêu đã nộp kèm hồ sơ nhưng chưa được tính điểm. Đề nghị xem lại (giả định).',
    },
    undefined,
  );
}
