// Dossiers of invented producers brought into a round by the real acts, for the demonstration and for tests.
import {
  assessDossier,
  checkPaper,
  citedPapers,
  demoSubmitted,
  giveCode,
  proposeDossier,
  receiveDossier,
} from '#features/dossiers';
import { type DemoTools, demoHand } from '#features/identity';
import type { DemoProducerKey, DemoProductKey } from '#features/registry';
import type { Answers } from '#law/scoring';
import { planRound } from './actions.ts';
import { acceptDossier, reportAdvice } from './intake.ts';

export interface DemoDossier {
  /** Name of a new product, or one of the registry that is evaluated again. */
  readonly product: string | { readonly again: DemoProductKey };
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

const HANDS = { 'canh-dieu': 'commune', 'gio-nom': 'commune-2' } as const;
/** Kinds of evidence every one of these dossiers holds. */
const PAPERS = ['E01', 'E02', 'E03', 'E10', 'E11'];

/** Takes a dossier from its start to the round, every step by the account that does it. Answers its id. */
export async function demoInRound(tools: DemoTools, round: string, given: DemoDossier): Promise<string> {
  const { producer, productSet, answers, product } = given;
  const which =
    typeof product === 'string'
      ? { product: { name: product } }
      : { product: { key: product.again }, again: true as const };
  const id = await demoSubmitted(tools, { producer, productSet, answers, ...which, papers: PAPERS });
  const commune = await demoHand(tools, HANDS[producer]);
  await receiveDossier.run(commune, { id }, undefined);
  for (const { id: paper } of await citedPapers(tools.tx, id))
    await checkPaper.run(commune, { id, paper, verdict: 'pass' }, undefined);
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
