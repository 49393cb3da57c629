// The door of this chapter.
export { correctSupport, recordSupport, withdrawSupport } from './acts.ts';
export { demoSupport } from './demo.ts';
export { correctSupportPage } from './pages/correct.tsx';
export { paymentsPage } from './pages/list.tsx';
export { newSupportPage } from './pages/new.tsx';
export { paymentPage } from './pages/one.tsx';
export { policiesPage } from './pages/policies.tsx';
export { policyPage } from './pages/policy.tsx';
export { newPolicyPage } from './pages/policy-new.tsx';
export { cancelPolicy, correctPolicy, setPolicy } from './policies.ts';
export { paymentsSheet } from './sheet.ts';
export { policyPaths, supportPaths } from './urls.ts';
