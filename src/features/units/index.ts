export { buildRegister, TWO_LEVELS_FROM } from './build.ts';
export { hasUnits, loadUnits, type Progress } from './load.ts';
export { readCsvRows, referenceFile } from './reference-files.ts';
export { stableId } from './stable-id.ts';
