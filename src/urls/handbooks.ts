/** Addresses of handbooks. */
import {
  handbookPaths as at,
  handbookFile,
  handbookPage,
  handbookProgress,
  handbooksPage,
  orderHandbook,
  stopHandbook,
} from '#features/handbook';
import { api, get, post, type Route } from '#platform/http/routes';

const id = ':id';

export const handbooks: readonly Route[] = [
  get(at.list, handbooksPage),
  post(at.list, orderHandbook, { page: handbooksPage, back: (out) => at.one(out.id) }),
  get(at.one(id), handbookPage),
  get(at.file(id), handbookFile),
  post(at.stop(id), stopHandbook, { page: handbookPage, back: (out) => at.one(out.id) }),
  api('POST', '/handbooks', orderHandbook),
  api('POST', '/handbooks/:id/stop', stopHandbook),
  api('GET', '/handbooks/:id/progress', handbookProgress),
];
