/** Figures of a product's years: told by the producer, accepted or returned by its commune, listed and taken away. */
import {
  acceptYear,
  mendYear,
  mendYearPage,
  productYearPage,
  reportYear,
  reportYearPage,
  returnYear,
  yearPaths,
  yearsPage,
  yearsSheet,
} from '#features/product-years';
import { api, get, post, type Route } from '#platform/http/routes';

const toYear = (out: { id: string }) => yearPaths.one(out.id);

export const productYears: readonly Route[] = [
  get(yearPaths.list, yearsPage),
  get(yearPaths.sheet, yearsSheet),
  get(yearPaths.report(':product'), reportYearPage),
  post(yearPaths.report(':product'), reportYear, {
    page: reportYearPage,
    back: toYear,
    done: () => 'Đã gửi số liệu. Xã sẽ xem rồi nhận hoặc trả lại.',
  }),
  get(yearPaths.one(':id'), productYearPage),
  get(yearPaths.mend(':id'), mendYearPage),
  post(yearPaths.mend(':id'), mendYear, {
    page: mendYearPage,
    back: toYear,
    done: () => 'Đã gửi lại số liệu.',
  }),
  post(yearPaths.accept(':id'), acceptYear, {
    page: productYearPage,
    back: toYear,
    done: () => 'Đã nhận số liệu.',
  }),
  post(yearPaths.giveBack(':id'), returnYear, {
    page: productYearPage,
    back: toYear,
    done: () => 'Đã trả lại. Chủ thể đọc được lý do.',
  }),
  api('POST', '/products/:product/years', reportYear),
  api('POST', '/product-years/:id/correction', mendYear),
  api('POST', '/product-years/:id/acceptance', acceptYear),
  api('POST', '/product-years/:id/return', returnYear),
];
