// Two communes an administrator has begun to merge: one sees what would follow; nothing has.
import { type DemoTools, demoHand } from '#features/identity';
import { draftChange } from './acts.ts';

/** Leaves the draft of an invented merger of two communes. */
export async function demoUnitChange(tools: DemoTools, communes: readonly [string, string]): Promise<void> {
  const administrator = await demoHand(tools, 'administrator');
  const made = [{ type: 'Xã' as const, name: 'Giả Định', code: '99001' }];
  const act = { number: '99/NQ (giả định)', dated: tools.day, effectiveOn: tools.day };
  await draftChange.run(administrator, { kind: 'merge', units: [...communes], made, ...act }, undefined);
}
