/** A product through the years: its record part by part, its history, its pictures. */
import {
  productHistoryPage,
  productPartActs,
  productPartPage,
  productPaths,
  productPicture,
  productRecordPage,
  recordPicture,
} from '#features/products';
import { api, get, post, type Route } from '#platform/http/routes';

/** Each part of a record: its form, its act, its operation. */
const parts = productPartActs.flatMap(({ part, act }) => {
  const path = productPaths.part(':id', part.path);
  const page = productPartPage(part);
  return [
    get(path, page),
    post(path, act, {
      page,
      back: (out) => productPaths.one(out.id),
      done: () => 'Đã lưu. Nội dung cũ vẫn còn trong lịch sử.',
    }),
    api('POST', `/products/:id/${part.key}`, act),
  ];
});

export const products: readonly Route[] = [
  get(productPaths.one(':id'), productRecordPage),
  get(productPaths.history(':id'), productHistoryPage),
  get(productPaths.file(':id', ':file'), recordPicture),
  get(productPaths.picture(':id'), productPicture),
  ...parts,
];
