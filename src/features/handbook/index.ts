export { orderHandbook, stopHandbook } from './acts.ts';
export { keepMakingHandbooks } from './job.ts';
export { makeHandbook } from './make.ts';
export { handbooksPage } from './pages/list.tsx';
export { handbookPage } from './pages/one.tsx';
export { handbookFile, handbookProgress } from './reads.ts';
export { handbookPaths } from './urls.ts';
