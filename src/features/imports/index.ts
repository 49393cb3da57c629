// The door of the chapter.
export { printedList } from './reading/printed.ts';
export { readList } from './reading/read-list.ts';
export { COLUMN_FIELDS, LIST_KINDS, type ListSubject, type MappingSpec } from './reading/types.ts';
