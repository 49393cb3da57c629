/** Addresses of what makes a council's result checkable: the record, versions of sheets, spread, conflicts, dry run, report. */
import {
  blindPage,
  blindPapersPage,
  blindProductsPage,
  conflictsPage,
  councilPaths,
  dryRunPage,
  enterPaper,
  judgingAt,
  judgingPage,
  keepConflict,
  paperSheetPage,
  papersPage,
  recordTie,
  recuse,
  sessionFile,
  sheetVersionsPage,
  showPaper,
  spreadPage,
} from '#features/councils';
import { api, get, post, type Route } from '#platform/http/routes';

const toConflicts = { page: conflictsPage, back: (out: { id: string }) => councilPaths.conflicts(out.id) };

export const councilTrust: readonly Route[] = [
  get(councilPaths.record(':id'), sessionFile),
  get(councilPaths.versions(':id', ':sheet'), sheetVersionsPage),
  get(councilPaths.spread(':id', ':dossier'), spreadPage),
  get(councilPaths.dryRun(':id'), dryRunPage),
  get(councilPaths.judging(':id'), judgingPage),
  get(`${councilPaths.judging(':id')}.pdf`, judgingAt('pdf')),
  get(`${councilPaths.judging(':id')}.docx`, judgingAt('docx')),
  get(councilPaths.conflicts(':id'), conflictsPage),
  post(`${councilPaths.conflicts(':id')}/rut`, recuse, { ...toConflicts, done: () => 'Đã ghi không tham gia chấm.' }),
  post(`${councilPaths.conflicts(':id')}/van-cham`, keepConflict, {
    ...toConflicts,
    done: () => 'Đã ghi lý do vẫn chấm.',
  }),
  post(`${councilPaths.conflicts(':id')}/don-vi`, recordTie, { ...toConflicts, done: () => 'Đã ghi thêm.' }),
  get(councilPaths.blind(':id'), blindProductsPage),
  get(councilPaths.blindPapers(':id', ':dossier'), blindPapersPage),
  post(councilPaths.blindPaper(':id', ':dossier', ':paper'), showPaper, {
    page: blindPapersPage,
    back: (_out, given) => `${councilPaths.blindPapers(given.id, given.dossier)}#giay-${given.paper}`,
    done: () => 'Đã lưu cách cho Hội đồng xem.',
  }),
  get('/cham/:id/giay/:no/trang/:page', blindPage),
  get(councilPaths.papers(':id'), papersPage),
  get(councilPaths.enterPaper(':id'), paperSheetPage),
  post(councilPaths.enterPaper(':id'), enterPaper, {
    page: paperSheetPage,
    back: (out) => councilPaths.enterPaper(out.id),
    done: () => 'Đã nhập phiếu giấy và khóa phiếu.',
  }),
  api('POST', '/sheets/:id/paper', enterPaper),
  api('POST', '/sessions/:id/shown-papers', showPaper),
  api('POST', '/sessions/:id/kept-conflicts', keepConflict),
  api('POST', '/sessions/:id/ties', recordTie),
];
