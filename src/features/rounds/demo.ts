// Dossiers of invented producers brought into a round by the real acts, for the demonstration and for tests.
import { createHash } from 'node:crypto';
import {
  assessDossier,
  getDossier,
  giveCode,
  giveSlip,
  proposeDossier,
  receiveDossier,
  startDossier,
} from '#features/dossiers';
import { type DemoTools, demoHand } from '#features/identity';
import { type DemoProducerKey, demoId } from '#features/registry';
import type { FactsOf } from '#law/moves';
import type { Answers } from '#law/scoring';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { planRound } from './actions.ts';
import { acceptDossier, reportAdvice } from './intake.ts';

export interface DemoDossier {
  readonly product: string;
  readonly producer: Extract<DemoProducerKey, 'canh-dieu' | 'gio-nom'>;
  readonly productSet: string;
  /** The producer's self-score. */
  readonly answers: Answers;
  /** Left out: the advisory team has not reported yet. */
  readonly report?: string;
}

/** An extra round of the province that takes what is proposed today. */
export async function demoRound(tools: DemoTools, no: number): Promise<string> {
  const province = await demoHand(tools, 'province');
  const year = Number(tools.day.slice(0, 4));
  const planned = {
    ...{ year, no, proposedBefore: `${year + 1}-01-15`, completedBefore: `${year + 1}-03-31` },
    ...{ inclusive: false, extra: true, act: 'Kế hoạch số 01/KH-HĐ (giả định)' },
  };
  return (await planRound.run(province, planned, undefined)).id;
}

const HANDS = {
  'canh-dieu': { producer: 'producer', commune: 'commune' },
  'gio-nom': { producer: 'producer-2', commune: 'commune-2' },
} as const;

/** Takes a dossier from its start to the round, every step by the account that does it. Answers its id. */
export async function demoInRound(tools: DemoTools, round: string, given: DemoDossier): Promise<string> {
  const hands = HANDS[given.producer];
  const producer = await demoHand(tools, hands.producer);
  const id = await demoSubmitted(tools, producer, given);
  const commune = await demoHand(tools, hands.commune);
  await receiveDossier.run(commune, { id }, undefined);
  await assessDossier.run(
    commune,
    {
      id,
      material: 'Nguyên liệu trồng tại xã, có hợp đồng với các hộ (giả định).',
      labour: 'Phần lớn người làm sống tại xã (giả định).',
      idea: 'Nghề có sẵn ở địa phương, chủ thể phát triển thành sản phẩm (giả định).',
      identity: 'Mang đặc trưng của vùng, có câu chuyện riêng (giả định).',
    },
    undefined,
  );
  await giveCode.run(commune, { id }, undefined);
  const letter = { letterNumber: '45/UBND-KT (giả định)', letterDate: tools.day, signatory: 'Nguyễn Văn Giả' };
  await proposeDossier.run(commune, { id, ...letter, samples: 6, paperSet: true }, undefined);
  const province = await demoHand(tools, 'province');
  await acceptDossier.run(province, { id, round }, undefined);
  if (given.report !== undefined)
    await reportAdvice.run(
      province,
      { id, number: given.report, dated: tools.day, summary: 'Đủ điều kiện trình Hội đồng (giả định).' },
      undefined,
    );
  return id;
}

/** The part of the producer: form, self-score, submission. Its papers are not part of the demonstration's council. */
async function demoSubmitted(tools: DemoTools, producer: ActionContext, given: DemoDossier): Promise<string> {
  const start = {
    ...{ producer: demoId('producer', given.producer), kind: 'first' as const, newProduct: given.product },
    ...{ productSet: given.productSet, onBehalf: false },
  };
  const { id } = await startDossier.run(producer, start, undefined);
  const answers = JSON.stringify(given.answers);
  await tools.tx.updateTable('dossier').set({ answers }).where('id', '=', id).execute();
  const dossier = await getDossier(tools.tx, id);
  const contentHash = createHash('sha256').update(answers).digest('hex');
  const shown: FactsOf<'dossier.submit'> = {
    ...{ kind: 'first', blocks: [], contentHash, rulebook: '26-2026' },
    ...{ formerExpiresOn: null, lateFiling: 'allow' },
  };
  const slip = await giveSlip(producer, dossier, 'commune', 'Tiếp nhận qua hệ thống');
  await carryOut(tools.tx, producer, {
    action: 'dossier.submit',
    subject: id,
    facts: { contentHash, slip: slip.text },
    shown,
    effect: async (tx) => {
      const columns = { content_hash: contentHash, submitted_on: tools.day };
      await tx.updateTable('dossier').set(columns).where('id', '=', id).execute();
    },
  });
  return id;
}
