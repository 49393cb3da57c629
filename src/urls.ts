/**
 * Every address of the product, one line each: method, path, page or act. Chapter by chapter; the demonstration's own last.
 * Long because the whole map of addresses is read in one place.
 */
import {
  administrationPaths,
  changeSetting,
  enterHoliday,
  healthPage,
  holidaysPage,
  ledgerPage,
  ledgerSheet,
  notesPage,
  readAllNotes,
  readNote,
  removeHoliday,
  settingsPage,
} from '#features/administration';
import {
  cancelDecision,
  certificateAt,
  certificateListPage,
  certificatePaths,
  certificateSheet,
  closeUnrecognised,
  decisionPage,
  decisionPaperAt,
  decisionsPage,
  draftDecision,
  issueDecision,
  noticePage,
  noticePaper,
  notifyResult,
  proposeDecision,
  saveDecision,
} from '#features/certificates';
import {
  acceptSpread,
  advisoryReportAt,
  agendaPage,
  cancelSession,
  cancelSessionPage,
  choosePath,
  choosePathPage,
  closeSession,
  concludeSession,
  consolidatedAt,
  correctCouncil,
  correctCouncilPage,
  councilDecisionAt,
  councilPage,
  councilPaths,
  councilReportAt,
  councilsPage,
  dissolveCouncil,
  emptySheetsAt,
  establishCouncil,
  excludeDossier,
  excludePage,
  findSheetPage,
  invitationAt,
  memberSheetAt,
  minePage,
  minutesAt,
  newCouncilPage,
  newSessionPage,
  openSession,
  ownSheetAt,
  planSession,
  recordAbsence,
  recordPresence,
  recuse,
  regulationAt,
  reopenSheet,
  rescoreSession,
  resultPage,
  saveSheet,
  scoreSheetPage,
  sessionPage,
  sessionsPage,
  setAgenda,
  startSession,
  submitSheet,
  submitSheetPage,
} from '#features/councils';
import {
  cataloguePath,
  openDataCatalogue,
  openDataFile,
  openDataInEnglish,
  openDataPage,
  openFilePath,
} from '#features/open-data';
import {
  certificatePage,
  certificatesPage,
  homePage,
  listProducers,
  listProducts,
  procedurePage,
  producerPage,
  producersPage,
  productPage,
  productsPage,
  readCertificateApi,
  readProducerApi,
  readProductApi,
  readRulebookApi,
  robots,
  rulebookPage,
  rulesPage,
  sharePicture,
  sharePicturePath,
  sheetPage,
  sitemap,
  sitemapPart,
} from '#features/portal';
import { workPage, workSheet } from '#features/queue';
import { registerPage, registerPath, registerSheet, registerSheetPath } from '#features/registry';
import { declareSelling, seasonPage, sellingPage, sellingPaths } from '#features/selling';
import { listUnits, readUnitApi } from '#features/units';
import type { Page } from '#platform/http/page';
import { api, get, post, type Route } from '#platform/http/routes';
import { advice } from './urls/advice.ts';
import { adviser } from './urls/adviser.ts';
import { aid } from './urls/aid.ts';
import { ballots } from './urls/ballots.ts';
import { calendar } from './urls/calendar.ts';
import { central } from './urls/central.ts';
import { compiledReports } from './urls/compiler.ts';
import { councilTrust } from './urls/councils.ts';
import { delegations } from './urls/delegations.ts';
import { finding } from './urls/finding.ts';
import { handbooks } from './urls/handbooks.ts';
import { ideas } from './urls/ideas.ts';
import { accounts, demonstration, identity } from './urls/identity.ts';
import { imports } from './urls/imports.ts';
import { listFiles } from './urls/list-files.ts';
import { localPlaces } from './urls/local-places.ts';
import { meetings } from './urls/meetings.ts';
import { national } from './urls/national.ts';
import { offices } from './urls/offices.ts';
import { papers } from './urls/papers.ts';
import { places, unitChanges } from './urls/places.ts';
import { practices } from './urls/practice.ts';
import { producer } from './urls/producer.ts';
import { producers } from './urls/producers.ts';
import { productYears } from './urls/product-years.ts';
import { products } from './urls/products.ts';
import { misuse, publicDoors } from './urls/public.ts';
import { reports } from './urls/reports.ts';
import { reviews } from './urls/reviews.ts';
import { revocations } from './urls/revocations.ts';
import { steering } from './urls/steering.ts';
import { terms } from './urls/terms.ts';
import { publishedTotals } from './urls/totals.ts';

/** Addresses by chapter; `demo` adds those of the demonstration programme. */
export function routes(demo: boolean): readonly Route[] {
  return [
    ...portal,
    ...publicDoors,
    ...units,
    ...places,
    ...unitChanges,
    ...reports,
    ...localPlaces,
    ...registry,
    ...producers,
    ...products,
    ...identity,
    ...accounts,
    ...producer,
    ...adviser,
    ...advice,
    ...terms,
    ...imports,
    ...handbooks,
    ...listFiles,
    ...productYears,
    ...ideas,
    ...national,
    ...offices,
    ...central,
    ...councils,
    ...councilTrust,
    ...meetings,
    ...ballots,
    ...practices,
    ...certificates,
    ...papers,
    ...queue,
    ...finding,
    ...publishedTotals,
    ...aid,
    ...steering,
    ...compiledReports,
    ...delegations,
    ...calendar,
    ...reviews,
    ...revocations,
    ...misuse,
    ...administration,
    ...(demo ? demonstration : []),
  ];
}

/** A page of the portal and its English twin. */
const both = (path: string, page: Page) => [get(path, page), get(path === '/' ? '/en' : `/en${path}`, page)];
const portal: readonly Route[] = [
  ...both('/', homePage),
  ...both('/san-pham', productsPage),
  ...both('/san-pham/:id', productPage),
  ...both('/chu-the', producersPage),
  ...both('/chu-the/:id', producerPage),
  ...both('/chung-nhan', certificatesPage),
  ...both('/chung-nhan/:code', certificatePage),
  ...both('/quy-dinh', rulesPage),
  ...both('/quy-dinh/trinh-tu', procedurePage),
  ...both('/quy-dinh/:rulebook', rulebookPage),
  ...both('/quy-dinh/:rulebook/:set', sheetPage),
  get(sellingPaths.form(':id'), sellingPage),
  post(sellingPaths.form(':id'), declareSelling, {
    page: sellingPage,
    back: (out) => `/san-pham/${out.id}`,
    done: () => 'Đã lưu nơi bán, mùa vụ.',
  }),
  api('POST', '/products/:id/selling', declareSelling),
  get('/sitemap.xml', sitemap),
  get('/sitemap/:part', sitemapPart),
  get(sharePicturePath(':id'), sharePicture),
  ...both('/dang-mua', seasonPage),
  ...both('/du-lieu-mo', openDataPage),
  get('/en/open-data', openDataInEnglish),
  get(cataloguePath, openDataCatalogue),
  get(openFilePath(':file'), openDataFile),
  get('/robots.txt', robots),
  api('GET', '/products', listProducts),
  api('GET', '/products/:id', readProductApi),
  api('GET', '/producers', listProducers),
  api('GET', '/producers/:id', readProducerApi),
  api('GET', '/certificates/:code', readCertificateApi),
  api('GET', '/rulebooks/:id', readRulebookApi),
];

const units: readonly Route[] = [api('GET', '/units', listUnits), api('GET', '/units/:id', readUnitApi)];

const registry: readonly Route[] = [get(registerPath, registerPage), get(registerSheetPath, registerSheet)];

/** Back to the session an act was on. */
const toSession = { page: sessionPage, back: (out: { id: string }) => councilPaths.session(out.id) };
const toCouncil = (out: { id: string }) => councilPaths.council(out.id);

const councils: readonly Route[] = [
  get('/hoi-dong', councilsPage),
  get('/hoi-dong/moi', newCouncilPage),
  post('/hoi-dong/moi', establishCouncil, { page: newCouncilPage, back: toCouncil }),
  get('/hoi-dong/:id', councilPage),
  get('/hoi-dong/:id/quyet-dinh.docx', councilDecisionAt('docx')),
  get('/hoi-dong/:id/quyet-dinh.pdf', councilDecisionAt('pdf')),
  get('/hoi-dong/:id/quy-che.docx', regulationAt('docx')),
  get('/hoi-dong/:id/quy-che.pdf', regulationAt('pdf')),
  get('/hoi-dong/:id/sua', correctCouncilPage),
  post('/hoi-dong/:id/sua', correctCouncil, { page: correctCouncilPage, back: toCouncil }),
  post('/hoi-dong/:id/giai-the', dissolveCouncil, { page: councilPage, back: toCouncil }),
  get('/phien', sessionsPage),
  get('/phien/moi', newSessionPage),
  post('/phien/moi', planSession, { page: newSessionPage, back: (out) => councilPaths.session(out.id) }),
  get('/phien/:id', sessionPage),
  get('/phien/:id/chuong-trinh', agendaPage),
  post('/phien/:id/chuong-trinh', setAgenda, { page: agendaPage, back: (out) => councilPaths.session(out.id) }),
  post('/phien/:id/vang-mat', recordAbsence, { ...toSession, done: () => 'Đã ghi vắng mặt.' }),
  post('/phien/:id/co-mat', recordPresence, { ...toSession, done: () => 'Đã ghi có mặt.' }),
  post('/phien/:id/tranh-cham', recuse, { ...toSession, done: () => 'Đã ghi không tham gia chấm.' }),
  get('/phien/:id/huy', cancelSessionPage),
  post('/phien/:id/huy', cancelSession, {
    page: cancelSessionPage,
    back: (out) => councilPaths.session(out.id),
    done: () => 'Đã hủy phiên. Thành viên Hội đồng đã được báo.',
  }),
  post('/phien/:id/bat-dau', startSession, toSession),
  post('/phien/:id/dong-phieu', closeSession, toSession),
  post('/phien/:id/mo-diem', openSession, toSession),
  post('/phien/:id/cham-lai', rescoreSession, toSession),
  post('/phien/:id/giu-ket-qua', acceptSpread, toSession),
  post('/phien/:id/chot', concludeSession, toSession),
  get('/phien/:id/giay-moi.docx', invitationAt('docx')),
  get('/phien/:id/giay-moi.pdf', invitationAt('pdf')),
  get('/phien/:id/to-tu-van.docx', advisoryReportAt('docx')),
  get('/phien/:id/to-tu-van.pdf', advisoryReportAt('pdf')),
  get('/phien/:id/bien-ban.docx', minutesAt('docx')),
  get('/phien/:id/bien-ban.pdf', minutesAt('pdf')),
  get('/phien/:id/tong-hop.pdf', consolidatedAt('pdf')),
  get('/phien/:id/tong-hop.docx', consolidatedAt('docx')),
  get('/phien/:id/bao-cao.docx', councilReportAt('docx')),
  get('/phien/:id/bao-cao.pdf', councilReportAt('pdf')),
  get('/phien/:id/phieu-giay/:seat/phieu.pdf', emptySheetsAt('pdf')),
  get('/phien/:id/phieu-giay/:seat/phieu.docx', emptySheetsAt('docx')),
  get('/phien/:id/ket-qua/:dossier/phieu/:sheet/phieu.pdf', memberSheetAt('pdf')),
  get('/phien/:id/ket-qua/:dossier/phieu/:sheet/phieu.docx', memberSheetAt('docx')),
  get(councilPaths.findSheet(':id'), findSheetPage),
  get('/phien/:id/ket-qua/:dossier', resultPage),
  get('/cham', minePage),
  get('/cham/:id', scoreSheetPage),
  get('/cham/:id/phieu.pdf', ownSheetAt('pdf')),
  get('/cham/:id/phieu.docx', ownSheetAt('docx')),
  post('/cham/:id/luu', saveSheet, { page: scoreSheetPage, back: (out) => councilPaths.sheet(out.id) }),
  post(councilPaths.saveAndSubmit(':id'), saveSheet, {
    page: scoreSheetPage,
    back: (out) => councilPaths.submit(out.id),
  }),
  get('/cham/:id/nop', submitSheetPage),
  post('/cham/:id/nop', submitSheet, { page: submitSheetPage, back: (out) => councilPaths.sheet(out.id) }),
  post('/cham/:id/mo-lai', reopenSheet, { page: minePage, back: () => councilPaths.sessions }),
  api('POST', '/councils', establishCouncil),
  api('PUT', '/councils/:id', correctCouncil),
  api('POST', '/councils/:id/dissolution', dissolveCouncil),
  api('POST', '/sessions', planSession),
  api('PUT', '/sessions/:id/agenda', setAgenda),
  api('POST', '/sessions/:id/absences', recordAbsence),
  api('POST', '/sessions/:id/presences', recordPresence),
  api('POST', '/sessions/:id/recusals', recuse),
  api('POST', '/sessions/:id/cancellation', cancelSession),
  api('POST', '/sessions/:id/start', startSession),
  api('POST', '/sessions/:id/closure', closeSession),
  api('POST', '/sessions/:id/opening', openSession),
  api('POST', '/sessions/:id/rescoring', rescoreSession),
  api('POST', '/sessions/:id/accepted-spreads', acceptSpread),
  api('POST', '/sessions/:id/conclusion', concludeSession),
  api('POST', '/sheets/:id', saveSheet),
  api('POST', '/sheets/:id/submission', submitSheet),
  api('POST', '/sheets/:id/reopening', reopenSheet),
  get('/ho-so/:id/huong', choosePathPage),
  post('/ho-so/:id/huong', choosePath, {
    page: choosePathPage,
    back: (out) => councilPaths.choosePath(out.id),
    done: () => 'Đã ghi hướng xử lý.',
  }),
  get('/ho-so/:id/loai', excludePage),
  post('/ho-so/:id/loai', excludeDossier, {
    page: excludePage,
    back: (out) => `/ho-so/${out.id}`,
    done: () => 'Đã loại hồ sơ. Chủ thể và xã đã được báo.',
  }),
  api('POST', '/dossiers/:id/path', choosePath),
  api('POST', '/dossiers/:id/exclusion', excludeDossier),
];

/** Back to the decision an act was on. */
const toDecision = { page: decisionPage, back: (out: { id: string }) => certificatePaths.decision(out.id) };

const certificates: readonly Route[] = [
  get('/quyet-dinh', decisionsPage),
  post('/quyet-dinh/moi', draftDecision, { page: decisionsPage, back: (out) => certificatePaths.decision(out.id) }),
  get('/quyet-dinh/:id', decisionPage),
  post('/quyet-dinh/:id/sua', saveDecision, toDecision),
  post('/quyet-dinh/:id/trinh', proposeDecision, toDecision),
  post('/quyet-dinh/:id/ban-hanh', issueDecision, toDecision),
  post('/quyet-dinh/:id/huy', cancelDecision, toDecision),
  get('/quyet-dinh/:id/to-trinh.docx', decisionPaperAt('to-trinh', 'docx')),
  get('/quyet-dinh/:id/to-trinh.pdf', decisionPaperAt('to-trinh', 'pdf')),
  get('/quyet-dinh/:id/quyet-dinh.docx', decisionPaperAt('quyet-dinh', 'docx')),
  get('/quyet-dinh/:id/quyet-dinh.pdf', decisionPaperAt('quyet-dinh', 'pdf')),
  post('/ho-so/:id/duoi-3-sao', closeUnrecognised, {
    page: decisionsPage,
    back: () => certificatePaths.decisions,
    done: () => 'Đã ghi nhận kết quả dưới 3 sao. Gửi thông báo kết quả ở trang hồ sơ.',
  }),
  get('/ho-so/:id/thong-bao', noticePage),
  get('/ho-so/:id/thong-bao.docx', noticePaper('docx')),
  get('/ho-so/:id/thong-bao.pdf', noticePaper('pdf')),
  post('/ho-so/:id/thong-bao', notifyResult, { page: noticePage, back: (out) => certificatePaths.notice(out.id) }),
  get('/giay-chung-nhan', certificateListPage),
  get('/giay-chung-nhan.xlsx', certificateSheet),
  get('/giay-chung-nhan/:id', certificateAt('pdf')),
  get('/giay-chung-nhan/:id/giay.docx', certificateAt('docx')),
  api('POST', '/decisions', draftDecision),
  api('PUT', '/decisions/:id', saveDecision),
  api('POST', '/decisions/:id/proposal', proposeDecision),
  api('POST', '/decisions/:id/issue', issueDecision),
  api('POST', '/decisions/:id/cancellation', cancelDecision),
  api('POST', '/dossiers/:id/closing', closeUnrecognised),
  api('POST', '/dossiers/:id/notice', notifyResult),
];

const queue: readonly Route[] = [get('/viec-cua-toi', workPage), get('/viec-cua-toi.xlsx', workSheet)];

const administration: readonly Route[] = [
  get('/so-ghi', ledgerPage),
  get('/so-ghi.xlsx', ledgerSheet),
  get('/quan-tri/thiet-lap', settingsPage),
  post('/quan-tri/thiet-lap', changeSetting, { page: settingsPage, back: () => administrationPaths.settings }),
  get('/quan-tri/ngay-nghi', holidaysPage),
  post('/quan-tri/ngay-nghi', enterHoliday, { page: holidaysPage, back: () => administrationPaths.holidays }),
  post('/quan-tri/ngay-nghi/bo', removeHoliday, { page: holidaysPage, back: () => administrationPaths.holidays }),
  get('/quan-tri/suc-khoe', healthPage),
  get('/hop-thu', notesPage),
  post(administrationPaths.readNotes, readAllNotes, {
    page: notesPage,
    back: () => administrationPaths.notes,
    done: () => 'Đã đánh dấu đã đọc tất cả.',
  }),
  post('/hop-thu/:id', readNote, { page: notesPage, back: () => administrationPaths.notes }),
  api('POST', '/settings', changeSetting),
  api('POST', '/holidays', enterHoliday),
  api('POST', '/holidays/removal', removeHoliday),
  api('POST', '/notes/reading', readAllNotes),
  api('POST', '/notes/:id/reading', readNote),
];
