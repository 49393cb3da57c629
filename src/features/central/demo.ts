// One candidate of the demonstration on the Ministry's desk, by the real acts of the two offices.
import { type DemoTools, demoHand } from '#features/identity';
import { planRound } from '#features/rounds';
import { roundFor } from '#law/rounds';
import { sendPackage } from './package.ts';

/** The Ministry has planned the round of this day; the province has sent the package of one candidate. */
export async function demoCentral(tools: DemoTools, candidate: string): Promise<void> {
  const { round } = roundFor('central', tools.day, false);
  const { year, no, proposedBefore, completedBefore } = round;
  const plan = { year, no, proposedBefore, completedBefore, inclusive: false, extra: false };
  await planRound.run(await demoHand(tools, 'ministry'), plan, undefined);
  const letter = { letterNumber: '215/UBND-KTN (giả định)', letterDate: tools.day, samples: 5 };
  await sendPackage.run(await demoHand(tools, 'province'), { id: candidate, ...letter }, undefined);
}
