export { type PartAct, partAct } from './acts.ts';
export { communeOf, type KeptRecord, placed, withPaper } from './change.ts';
export {
  agreedTo,
  type Fact,
  halves,
  inForce,
  isEmpty,
  itemsOn,
  type PartOn,
  partsOn,
} from './facts.ts';
export { PartForm } from './form.tsx';
export { readHistory } from './history.ts';
export { HistoryLines } from './history-lines.tsx';
export { type PaperChoice, papersOf } from './papers.ts';
export {
  field,
  line,
  lines,
  on,
  oneOf,
  type Part,
  type PartField,
  type PartValue,
  paper,
  reason,
  type SubjectOut,
  subjectOut,
  tick,
} from './schema.ts';
export { factsOf, PartSection } from './section.tsx';
