// The door of this chapter.
export { correctTotal, recordTotal, removeTotal } from './acts.ts';
export { totalsPage, totalsSheet } from './pages/list.tsx';
export { newTotalPage } from './pages/new.tsx';
export { totalPage } from './pages/one.tsx';
export { publishedOf } from './queries.ts';
export { totalPaths } from './urls.ts';
