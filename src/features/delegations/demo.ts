// Next month's leave of the provincial officer, with the council's secretary in the place.
import { type DemoTools, demoHand } from '#features/identity';
import { addDays } from '#law/days';
import { recordDelegation } from './actions.ts';
import { colleaguesFor, placesOf } from './queries.ts';

/** Leaves a recorded leave that has not begun: one sees what it says and can end it. */
export async function demoDelegations(tools: DemoTools): Promise<void> {
  const officer = await demoHand(tools, 'province');
  const [place] = await placesOf(tools.tx, officer.actor.account, tools.day);
  if (!place) throw new Error('the demonstration has no provincial officer');
  const deputy = (await colleaguesFor(tools.tx, place, tools.day)).find(({ role }) => role === 'councilSecretary');
  if (!deputy) throw new Error('the demonstration has no secretary beside the provincial officer');
  const given = {
    ...{
      cause: 'leave' as const,
      from: addDays(tools.day, 30),
      to: addDays(tools.day, 34),
      deputy: deputy.appointment,
    },
    ...{ acts: ['dossiers' as const, 'councils' as const], number: '34/GNP (giả định)', dated: tools.day },
  };
  await recordDelegation.run(officer, given, undefined);
}
