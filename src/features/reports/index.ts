// The door of this chapter.
export {
  countedRows,
  figureQuestion,
  listBehind,
  mayOpen,
  openRows,
  pageBehind,
  pageOfRows,
  rowsOfFigure,
} from './behind.ts';
export { partColumn, recognisedIn, starsOn, type Territory } from './count.ts';
export type { Behind, Each } from './figure-kinds.ts';
export { asKnown, momentText } from './known.ts';
export { type KnownReport, type MovedRecord, makeKnownReport } from './known-report.ts';
export { type Check, type Figure, figuresOf, makeReport } from './report.ts';
export { type BehindRow, type FigureAsked, type FigureCursor, figureAsked, figurePath, MOMENT } from './schema.ts';
export { changedSince, type Since } from './since.ts';
export { FIGURE_PATH } from './urls.ts';
export {
  type Days,
  figureOf,
  KINDS,
  PRODUCER_SORTS,
  REPORTS,
  type ReportName,
  SECTOR_FIGURES,
  SECTOR_NAMES,
  STARS,
} from './words.ts';
