/** Addresses of the table for the national system. */
import { nationalPaths as at, nationalFile, nationalPage, takeBackTable, takenWords } from '#features/national';
import { api, get, post, type Route } from '#platform/http/routes';

export const national: readonly Route[] = [
  get(at.table, nationalPage),
  get(at.file, nationalFile),
  post(at.back, takeBackTable, { page: nationalPage, back: () => at.table, done: takenWords }),
  api('POST', '/national-table/returns', takeBackTable),
];
