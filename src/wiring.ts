/** Hands law, policy and design to the machinery, which has never heard of OCOP. */
import { findActor, presumeActor } from '#features/identity';
import { logoOn } from '#features/logo';
import { usualDay } from '#features/queue';
import { basisText, type Day } from '#law/answers';
import { type Action, type FactsOf, findStep, isAction, needs } from '#law/moves';
import { createAccess } from '#platform/access/access';
import type { WebParts } from '#platform/http/web';
import { configureLedger } from '#platform/ledger/rules';
import { policyTable } from '#policy';
import { WAYS } from '#ui';
import { routes } from './urls.ts';
import { views } from './views.tsx';

const access = createAccess(policyTable);

/** What the web layer is told of the programme. */
export const programme: Pick<WebParts, 'access' | 'views' | 'findActor' | 'presumeActor' | 'logo' | 'paths'> & {
  routes: (demo: boolean) => WebParts['routes'];
} = {
  access,
  views,
  findActor,
  presumeActor,
  logo: logoOn,
  routes,
  paths: { signIn: WAYS.signIn, reauthenticate: '/xac-nhan-lai', theme: WAYS.theme },
};

/** Tells the ledger what the law says of a move. Called once, before anything moves. */
export function wireLedger(): void {
  configureLedger({
    passOf: access.passOf,
    findStep: (action, from) => {
      const step = findStep(action, from);
      return step && { process: step.process, to: step.to, next: step.move.next };
    },
    dueOn: usualDay,
    needs: askLaw,
  });
}

function askLaw(action: string, facts: object, day: Day) {
  if (!isAction(action)) throw new Error(`${action} is no move of the law`);
  const said = needs(action, facts as Partial<FactsOf<Action>>, day);
  return said.ok ? said : { ...said, basis: basisText(said.basis) };
}
