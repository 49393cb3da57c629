/** A product through the years: its record part by part, its history, its pictures. */
import {
  joinProducts,
  keepProductsApart,
  otherProductsPage,
  productHistoryPage,
  productPairPage,
  productPartActs,
  productPartPage,
  productPaths,
  productPicture,
  productRecordPage,
  recordPicture,
  unjoinProduct,
  unjoinProductPage,
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
  get(productPaths.others(':id'), otherProductsPage),
  get(productPaths.pair(':id', ':other'), productPairPage),
  post(productPaths.pair(':id', ':other'), joinProducts, {
    page: productPairPage,
    back: (out) => productPaths.one(out.id),
    done: () => 'Đã nhập hai hồ sơ.',
  }),
  post(productPaths.apart(':id', ':other'), keepProductsApart, {
    page: productPairPage,
    back: (out) => productPaths.others(out.id),
    done: () => 'Đã ghi không trùng. Cặp này không hỏi lại nữa.',
  }),
  get(productPaths.unjoin(':id'), unjoinProductPage),
  post(productPaths.unjoin(':id'), unjoinProduct, {
    page: unjoinProductPage,
    back: (out) => productPaths.one(out.id),
    done: () => 'Đã tách lại hai hồ sơ.',
  }),
  api('POST', '/products/:id/joins', joinProducts),
  api('POST', '/products/:id/joins/:join/undoing', unjoinProduct),
  api('POST', '/products/:id/differences', keepProductsApart),
];
