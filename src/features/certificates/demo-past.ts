// A recognition of an earlier year, for the demonstration's re-evaluation: entered by the office as it was.
import { type DemoTools, demoHand } from '#features/identity';
import { type DemoProductKey, demoId } from '#features/registry';
import { addDays } from '#law/days';
import { pastUnits, recordPast } from './past.ts';

/** About 31 months: the certificate of 36 months then lies in its window of filing for re-evaluation (Art. 6.1.b). */
const AGO = 945;

/** Records that the former province recognised an invented product with four stars, some 31 months ago. */
export async function demoPast(tools: DemoTools, key: DemoProductKey): Promise<void> {
  const province = await demoHand(tools, 'province');
  const dated = addDays(tools.day, -AGO);
  const units = await pastUnits(tools.tx, province.actor.area ?? '');
  const unit = units.find(
    ({ level, from, to }) => level === 'province' && from <= dated && (to === null || dated <= to),
  );
  if (!unit) throw new Error(`no province was there on ${dated}`);
  const decision = { number: '45/QĐ-UBND (giả định)', dated, unit: unit.id, star: '4' as const };
  await recordPast.run(province, { product: demoId('product', key), ...decision, points: 81, papers: [] }, undefined);
}
