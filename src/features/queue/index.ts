// The door of the chapter.
export { workSheet } from './export.ts';
export { workAsk, workPage } from './pages/home.tsx';
export { countWork, listWork } from './queries.ts';
export { usualDay } from './terms.ts';
export { actOf, hrefOf } from './words.ts';
