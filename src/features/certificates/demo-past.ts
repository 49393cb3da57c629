// A recognition of an earlier year, for the demonstration's re-evaluation: entered by the office as it was.
import { type DemoTools, demoHand } from '#features/identity';
import { type DemoProductKey, demoId } from '#features/registry';
import { expiresOn } from '#law/certificate';
import { addMonths } from '#law/days';
import { windowState } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import { pastUnits, recordPast } from './past.ts';

/** Records that the former province recognised an invented product with four stars, so long ago that re-evaluation may be filed today. */
export async function demoPast(tools: DemoTools, key: DemoProductKey): Promise<void> {
  const province = await demoHand(tools, 'province');
  const dated = inWindow(tools.day);
  const units = await pastUnits(tools.tx, province.actor.area ?? '');
  const unit = units.find(
    ({ level, from, to }) => level === 'province' && from <= dated && (to === null || dated <= to),
  );
  if (!unit) throw new Error(`no province was there on ${dated}`);
  const decision = { number: '45/QĐ-UBND (giả định)', dated, unit: unit.id, star: '4' as const };
  await recordPast.run(province, { product: demoId('product', key), ...decision, points: 81, papers: [] }, undefined);
}

/** The last day, whole months back, whose certificate lies in its filing window now. */
function inWindow(today: Day): Day {
  let issued = today;
  while (windowState(expiresOn(issued), today) === 'early') issued = addMonths(issued, -1);
  return issued;
}
