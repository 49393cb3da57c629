export { listUnits, readUnitApi } from './api.ts';
export { buildRegister, TWO_LEVELS_FROM } from './build.ts';
export { hasUnits, inBatches, loadUnits, type Progress } from './load.ts';
export { officePlace, ownUnits } from './office.ts';
export { readUnit, searchUnits, unitByCode, unitsIn } from './queries.ts';
export { readCsvRows, referenceFile } from './reference-files.ts';
export type { Register } from './register-builder.ts';
export type { UnitHit, UnitItem, UnitLevel } from './schema.ts';
export { stableId } from './stable-id.ts';
