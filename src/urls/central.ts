/** Addresses of the five-star way: the province's package and the Ministry's work on it. */
import {
  askPackage,
  askPackagePage,
  centralAdvicePage,
  centralPaths,
  evaluateAgain,
  evaluateAgainPage,
  ministryLetterAt,
  reportCentralAdvice,
  returnResult,
  returnResultPage,
  sendPackage,
  sendPackagePage,
  takeIn,
  takeInPage,
} from '#features/central';
import { officePaths } from '#features/dossiers';
import { api, get, post, type Route } from '#platform/http/routes';

const back = (out: { id: string }) => `/ho-so/${out.id}`;

export const central: readonly Route[] = [
  get(officePaths.sendPackage(':id'), sendPackagePage),
  get(`${officePaths.sendPackage(':id')}/van-ban.docx`, ministryLetterAt('docx')),
  get(`${officePaths.sendPackage(':id')}/van-ban.pdf`, ministryLetterAt('pdf')),
  post(officePaths.sendPackage(':id'), sendPackage, {
    page: sendPackagePage,
    back,
    done: () => 'Đã gửi hồ sơ lên Bộ.',
  }),
  get(officePaths.askPackage(':id'), askPackagePage),
  post(officePaths.askPackage(':id'), askPackage, {
    page: askPackagePage,
    back: () => centralPaths.work,
    done: () => 'Đã gửi yêu cầu cho tỉnh.',
  }),
  get(officePaths.takeIn(':id'), takeInPage),
  post(officePaths.takeIn(':id'), takeIn, { page: takeInPage, back, done: () => 'Đã tiếp nhận hồ sơ vào đợt.' }),
  get(officePaths.centralAdvice(':id'), centralAdvicePage),
  post(officePaths.centralAdvice(':id'), reportCentralAdvice, {
    page: centralAdvicePage,
    back,
    done: () => 'Đã ghi báo cáo của Tổ tư vấn trung ương.',
  }),
  get(officePaths.returnResult(':id'), returnResultPage),
  post(officePaths.returnResult(':id'), returnResult, {
    page: returnResultPage,
    back,
    done: () => 'Đã gửi kết quả cho tỉnh.',
  }),
  get(officePaths.evaluateAgain(':id'), evaluateAgainPage),
  post(officePaths.evaluateAgain(':id'), evaluateAgain, {
    page: evaluateAgainPage,
    back,
    done: () => 'Hồ sơ đã trở lại đợt của tỉnh.',
  }),
  api('POST', '/dossiers/:id/package', sendPackage),
  api('POST', '/dossiers/:id/package-completion-request', askPackage),
  api('POST', '/dossiers/:id/central-reception', takeIn),
  api('POST', '/dossiers/:id/central-advice', reportCentralAdvice),
  api('POST', '/dossiers/:id/central-notice', returnResult),
  api('POST', '/dossiers/:id/evaluation-again', evaluateAgain),
];
