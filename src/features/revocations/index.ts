// The door of the chapter: neighbours import nothing else.
export { revokePage } from './pages/revoke.tsx';
export { revoke } from './revoke.ts';
export { revocationPaths } from './urls.ts';
