// Courses of the demonstration, invented: one of the province with a conference, one of the commune with producers that took part.
import { sql } from 'kysely';
import { type DemoTools, demoHand } from '#features/identity';
import { addDays } from '#law/days';
import { attendTraining, recordTraining } from './acts.ts';

const NOTE = 'Dữ liệu giả định, không phải của cơ quan có thật.';

/** Enters them as the offices would. */
export async function demoTrainings(tools: DemoTools): Promise<void> {
  const province = await demoHand(tools, 'province');
  const commune = await demoHand(tools, 'commune');
  const on = (back: number) => addDays(tools.day, -back);
  const same = { qualifier: 'exact', note: NOTE } as const;
  const made = [
    await recordTraining.run(
      province,
      {
        ...{ ...same, kind: 'class', subject: 'Bộ tiêu chí và trình tự mới theo Quyết định 26/2026/QĐ-TTg (giả định)' },
        ...{ organiser: 'Cơ quan chuyên môn cấp tỉnh (giả định)', venue: 'Hội trường tỉnh (giả định)' },
        ...{ from: on(62), to: on(60), people: 84, turns: 236, officers: 60, producers: 24, women: 37 },
      },
      undefined,
    ),
    await recordTraining.run(
      province,
      {
        ...{ ...same, qualifier: 'about', kind: 'conference', subject: 'Sơ kết Chương trình chín tháng (giả định)' },
        ...{ organiser: 'Cơ quan chuyên môn cấp tỉnh (giả định)', from: on(48), to: on(48), people: 120 },
      },
      undefined,
    ),
    await recordTraining.run(
      commune,
      {
        ...{ ...same, kind: 'class', subject: 'Ghi nhãn, truy xuất nguồn gốc, bán hàng trên sàn (giả định)' },
        ...{
          organiser: 'UBND xã (giả định)',
          from: on(25),
          to: on(25),
          people: 32,
          officers: 6,
          producers: 26,
          women: 15,
        },
      },
      undefined,
    ),
  ];
  const local = made[2];
  if (local !== undefined) {
    const { rows } = await sql<{
      id: string;
    }>`select id from producer where invented and commune = ${commune.actor.unit}::uuid
       and joined_into is null order by id limit 5`.execute(tools.tx);
    const join = rows.map(({ id }) => id);
    if (join.length > 0) await attendTraining.run(commune, { id: local.id, join, leave: [] }, undefined);
  }
  const ids = made.map(({ id }) => id);
  await tools.tx.updateTable('training').set({ invented: true }).where('id', 'in', ids).execute();
}
