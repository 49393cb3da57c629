// A policy of the demonstration and payments to invented producers, both invented: the act is entered as invented too.
import { sql } from 'kysely';
import { type DemoTools, demoHand } from '#features/identity';
import { recordAct } from '#features/legal-acts';
import { addDays } from '#law/days';
import { SUPPORT_STARS } from '#law/support';
import { recordSupport } from './acts.ts';
import { setPolicy } from './policies.ts';

const NOTE = 'Dữ liệu giả định, không phải của cơ quan có thật.';
const NUMBER = '01/GĐ/NQ-HĐND (giả định)';
const MILLION = 1_000_000;
const millions = (amounts: readonly number[]) =>
  Object.fromEntries(SUPPORT_STARS.map((star, n) => [star, (amounts[n] ?? 0) * MILLION]));

/** Enters them as the province would. */
export async function demoSupport(tools: DemoTools): Promise<void> {
  const province = await demoHand(tools, 'province');
  const from = addDays(tools.day, -1500);
  await recordAct.run(
    province,
    {
      ...{ kind: 'resolution', number: NUMBER, issuer: 'HĐND tỉnh (giả định)', level: 'province', issuedOn: from },
      ...{ title: 'Quy định mức thưởng sản phẩm OCOP (giả định)', source: 'Dữ liệu giả định', note: NOTE, open: false },
    },
    undefined,
  );
  const policy = await setPolicy.run(
    province,
    {
      ...{ act: NUMBER, name: 'Thưởng sản phẩm theo hạng sao (giả định)', item: 'reward', from, note: NOTE },
      rates: {
        ...{ first: millions([20, 40, 80]), upgrade: millions([0, 20, 40]), reEvaluation: millions([5, 10, 20]) },
      },
    },
    undefined,
  );
  const { rows } = await sql<{ producer: string; recognition: string; star: number }>`
    select distinct on (p.producer) p.producer, g.recognition, g.star from product p join counted_recognition g on g.product = p.id
      join producer m on m.id = p.producer and m.invented and m.joined_into is null
     where p.invented and m.province = ${province.actor.area}::uuid and g.star is not null and g.life <> 'annulled'
       and g.issued_latest between ${from}::date and ${addDays(tools.day, -30)}::date
     order by p.producer, g.issued_latest desc limit 3`.execute(tools.tx);
  const made: string[] = [];
  for (const [n, { producer, recognition, star }] of rows.entries()) {
    const same = { producer, paidOn: addDays(tools.day, -20 - n), note: NOTE };
    const reward = await recordSupport.run(
      province,
      {
        ...{ ...same, policy: policy.id, recognition, item: 'reward', source: 'province' },
        ...{ amount: star * MILLION, decision: `0${n + 1}/QĐ-GĐ (giả định)` },
      },
      undefined,
    );
    made.push(reward.id);
    if (n > 0) continue;
    const label = await recordSupport.run(
      province,
      {
        ...{ ...same, item: 'label', source: 'central', amount: 12_500_000, decision: '09/QĐ-GĐ (giả định)' },
      },
      undefined,
    );
    made.push(label.id);
  }
  await tools.tx.updateTable('support_policy').set({ invented: true }).where('id', '=', policy.id).execute();
  if (made.length > 0)
    await tools.tx.updateTable('support_payment').set({ invented: true }).where('id', 'in', made).execute();
}
