// The door of this chapter.
export { recordHistoryPage } from './pages/history.tsx';
export { historyPath } from './urls.ts';
