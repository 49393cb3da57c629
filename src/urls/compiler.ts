import {
  acceptReport,
  reportPaths as at,
  correctReport,
  discardReport,
  giveBackReport,
  keepFinding,
  newReportPage,
  reportPage,
  reportPdf,
  reportsPage,
  reportsSheet,
  reportTables,
  reportWord,
  sendReport,
  startReport,
  versionPage,
  writePage,
  writeReport,
} from '#features/compiler';
import { api, get, post, type Route } from '#platform/http/routes';

const id = ':id';
const one = { page: reportPage, back: (out: { id: string }) => at.one(out.id) };

/** Reports compiled, sent and answered. */
export const compiledReports: readonly Route[] = [
  get(at.list, reportsPage),
  get(at.sheet, reportsSheet),
  get(at.new, newReportPage),
  post(at.new, startReport, { page: newReportPage, back: (out) => at.one(out.id) }),
  get(at.one(id), reportPage),
  get(at.version(id, ':no'), versionPage),
  get(at.write(id), writePage),
  post(at.write(id), writeReport, { page: writePage, back: (out) => at.one(out.id), done: () => 'Đã lưu.' }),
  post(at.keep(id), keepFinding, { ...one, done: () => 'Đã lưu lý do.' }),
  post(at.send(id), sendReport, { ...one, done: () => 'Đã gửi báo cáo.' }),
  post(at.accept(id), acceptReport, { ...one, done: () => 'Đã tiếp nhận.' }),
  post(at.giveBack(id), giveBackReport, { ...one, done: () => 'Đã trả lại.' }),
  post(at.correct(id), correctReport, { ...one, done: () => 'Đã mở bản đính chính.' }),
  post(at.discard(id), discardReport, { page: reportPage, back: () => at.list, done: () => 'Đã bỏ bản nháp.' }),
  get(at.paper(id, 'pdf'), reportPdf),
  get(at.paper(id, 'docx'), reportWord),
  get(at.tables(id), reportTables),
  api('POST', '/reports', startReport),
  api('POST', '/reports/:id/text', writeReport),
  api('POST', '/reports/:id/kept-findings', keepFinding),
  api('POST', '/reports/:id/sending', sendReport),
  api('POST', '/reports/:id/acceptance', acceptReport),
  api('POST', '/reports/:id/return', giveBackReport),
  api('POST', '/reports/:id/correction', correctReport),
  api('POST', '/reports/:id/disposal', discardReport),
];
