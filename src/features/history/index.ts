// The door of this chapter.
export { Course } from './pages/course.tsx';
export { recordHistoryPage } from './pages/history.tsx';
export { historyPath } from './urls.ts';
