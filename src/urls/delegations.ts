/** Leave and who acts in whose place. */
import {
  agreeDelegation,
  delegationPage,
  delegationPaths,
  delegationsPage,
  endDelegation,
  newDelegationPage,
  recordDelegation,
} from '#features/delegations';
import { api, get, post, type Route } from '#platform/http/routes';

const toOne = (out: { id: string }) => delegationPaths.one(out.id);

export const delegations: readonly Route[] = [
  get(delegationPaths.list, delegationsPage),
  get(delegationPaths.new, newDelegationPage),
  post(delegationPaths.new, recordDelegation, { page: newDelegationPage, back: toOne, done: () => 'Đã ghi.' }),
  get(delegationPaths.one(':id'), delegationPage),
  post(`${delegationPaths.one(':id')}/ket-thuc`, endDelegation, {
    page: delegationPage,
    back: toOne,
    done: () => 'Đã kết thúc.',
  }),
  post(`${delegationPaths.one(':id')}/dong-y`, agreeDelegation, {
    page: delegationPage,
    back: toOne,
    done: () => 'Đã đồng ý. Việc làm thay có hiệu lực.',
  }),
  api('POST', '/delegations', recordDelegation),
  api('POST', '/delegations/:id/agreement', agreeDelegation),
  api('POST', '/delegations/:id/end', endDelegation),
];
