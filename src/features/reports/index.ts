// The door of this chapter.
export { listBehind } from './behind.ts';
export type { Territory } from './count.ts';
export { makeReport } from './report.ts';
export { FIGURE_PATH } from './urls.ts';
export { REPORTS, type ReportName } from './words.ts';
