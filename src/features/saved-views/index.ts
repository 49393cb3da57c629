// The door of the chapter.
export { removeView, renameView, saveView } from './actions.ts';
export { newViewPage } from './pages/new-view.tsx';
export { Views } from './pages/row.tsx';
export { viewsPage } from './pages/views.tsx';
export { type SavedView, viewsOf } from './queries.ts';
export { openView, viewPaths } from './urls.ts';
