/** Addresses of practice sessions. */
import {
  endPractice,
  makePractice,
  makePracticePage,
  practicePage,
  practicePaths,
  practiceSheetPage,
  practicesPage,
  savePractice,
  submitPractice,
} from '#features/practice';
import { api, get, post, type Route } from '#platform/http/routes';

const sheet = practicePaths.sheet(':id', ':sheet');
const toSheet = (out: { id: string; sheet: string }) => practicePaths.sheet(out.id, out.sheet);
const toPractice = (out: { id: string }) => practicePaths.one(out.id);

export const practices: readonly Route[] = [
  get(practicePaths.list, practicesPage),
  get(practicePaths.make, makePracticePage),
  post(practicePaths.make, makePractice, {
    page: makePracticePage,
    back: toPractice,
    done: () => 'Đã lập phiên tập chấm.',
  }),
  get(practicePaths.one(':id'), practicePage),
  post(practicePaths.end(':id'), endPractice, {
    page: practicePage,
    back: toPractice,
    done: () => 'Đã kết thúc phiên tập.',
  }),
  get(sheet, practiceSheetPage),
  post(`${sheet}/luu`, savePractice, { page: practiceSheetPage, back: toSheet, done: () => 'Đã lưu phiếu tập.' }),
  post(`${sheet}/nop`, submitPractice, { page: practiceSheetPage, back: toSheet, done: () => 'Đã nộp phiếu tập.' }),
  api('POST', '/practices', makePractice),
  api('POST', '/practices/:id/end', endPractice),
  api('POST', '/practices/:id/sheets/:sheet', savePractice),
  api('POST', '/practices/:id/sheets/:sheet/submission', submitPractice),
];
