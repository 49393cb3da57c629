// The door of this chapter.
export { agreeDelegation, endDelegation, recordDelegation } from './actions.ts';
export { demoDelegations } from './demo.ts';
export { delegationsPage } from './pages/list.tsx';
export { newDelegationPage } from './pages/new.tsx';
export { delegationPage } from './pages/one.tsx';
export { delegationPaths } from './urls.ts';
