/** Addresses of long lists made into files. */
import {
  listFilePaths as at,
  listFileBytes,
  listFilePage,
  listFileProgress,
  listFilesPage,
  makeListFile,
  stopListFile,
} from '#features/list-files';
import { api, get, post, type Route } from '#platform/http/routes';

const id = ':id';

export const listFiles: readonly Route[] = [
  get(at.list, listFilesPage),
  post(at.list, makeListFile, { page: listFilesPage, back: (out) => at.one(out.id) }),
  get(at.one(id), listFilePage),
  get(at.file(id), listFileBytes),
  post(at.stop(id), stopListFile, { page: listFilePage, back: (out) => at.one(out.id) }),
  api('POST', '/list-files', makeListFile),
  api('POST', '/list-files/:id/stop', stopListFile),
  api('GET', '/list-files/:id/progress', listFileProgress),
];
