/** Addresses of lists brought into the registry. */
import {
  importPaths as at,
  cancelList,
  columnsPage,
  importListPage,
  importPage,
  importProgress,
  importRows,
  mapList,
  readAgain,
  rowPage,
  settleRow,
  settleRows,
  stopJob,
  undoList,
  uploadList,
  writeList,
} from '#features/imports';
import { api, get, post, type Route } from '#platform/http/routes';

const id = ':id';
const toImport = { page: importPage, back: (out: { id: string }) => at.one(out.id) };

export const imports: readonly Route[] = [
  get(at.list, importListPage),
  post(at.list, uploadList, { page: importListPage, back: (out) => at.one(out.id) }),
  get(at.one(id), importPage),
  get(at.columns(id), columnsPage),
  post(at.columns(id), mapList, { page: columnsPage, back: (out) => at.one(out.id), done: () => 'Đã xác nhận.' }),
  get(at.row(id, ':no'), rowPage),
  post(at.row(id, ':no'), settleRow, { page: rowPage, back: (out) => at.one(out.id), done: () => 'Đã lưu dòng.' }),
  post(at.settle(id), settleRows, { ...toImport, done: () => 'Đã xử lý các dòng.' }),
  post(at.write(id), writeList, toImport),
  post(at.undo(id), undoList, toImport),
  post(at.cancel(id), cancelList, { ...toImport, done: () => 'Đã bỏ tệp.' }),
  post(at.stop(id), stopJob, toImport),
  post(at.readAgain(id), readAgain, toImport),
  api('POST', '/list-imports', uploadList),
  api('POST', '/list-imports/:id/mapping', mapList),
  api('POST', '/list-imports/:id/rows/:no/settlement', settleRow),
  api('POST', '/list-imports/:id/settlements', settleRows),
  api('POST', '/list-imports/:id/writing', writeList),
  api('POST', '/list-imports/:id/undoing', undoList),
  api('POST', '/list-imports/:id/cancellation', cancelList),
  api('POST', '/list-imports/:id/stop', stopJob),
  api('POST', '/list-imports/:id/reading', readAgain),
  api('GET', '/list-imports/:id/progress', importProgress),
  api('GET', '/list-imports/:id/rows', importRows),
];
