// The door of the chapter: neighbours import nothing else.
export { revocationPage } from './pages/decision.tsx';
export { revocationDraftPage } from './pages/draft.tsx';
export { revokePage } from './pages/revoke.tsx';
export { revocationPaper, revocationValues } from './printing.ts';
export { revokingLevel } from './queries.ts';
export { revoke } from './revoke.ts';
export { revocationPaths } from './urls.ts';
