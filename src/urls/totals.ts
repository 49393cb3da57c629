import {
  correctTotal,
  newTotalPage,
  recordTotal,
  removeTotal,
  totalPage,
  totalPaths,
  totalsPage,
  totalsSheet,
} from '#features/published-totals';
import { api, get, post, type Route } from '#platform/http/routes';

/** Numbers others published, beside what the records count. */
export const publishedTotals: readonly Route[] = [
  get(totalPaths.list, totalsPage),
  get(totalPaths.sheet, totalsSheet),
  get(totalPaths.new, newTotalPage),
  post(totalPaths.new, recordTotal, { page: newTotalPage, back: () => totalPaths.list, done: () => 'Đã ghi.' }),
  get(totalPaths.one(':id'), totalPage),
  post(totalPaths.one(':id'), correctTotal, { page: totalPage, back: () => totalPaths.list, done: () => 'Đã lưu.' }),
  post(totalPaths.remove(':id'), removeTotal, { page: totalPage, back: () => totalPaths.list, done: () => 'Đã bỏ.' }),
  api('POST', '/published-totals', recordTotal),
  api('POST', '/published-totals/:id/correction', correctTotal),
  api('POST', '/published-totals/:id/removal', removeTotal),
];
