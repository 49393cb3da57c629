// The door of this chapter.
export { findPage } from './pages/find.tsx';
export { findPath } from './urls.ts';
