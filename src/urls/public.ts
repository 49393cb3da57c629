/** Public doors besides the portal's pages: reports of wrong use, weaknesses of the system, where a dossier is; and the offices' side of reports. */
import { lookUpDossier, lookUpPage, lookUpPath, lookUpShownPage } from '#features/dossiers';
import {
  closeMisuse,
  closePath,
  misuseListPage,
  misusePage,
  misusePaths,
  misusePhoto,
  misuseSheet,
  photoPath,
  reportMisuse,
  reportPage,
  reportPath,
  reportStatePage,
  reportStatePath,
} from '#features/misuse';
import { securityPage } from '#features/portal';
import { api, get, post, type Route } from '#platform/http/routes';

const languages = ['vi', 'en'] as const;
const reports = languages.flatMap((lang): Route[] => [
  get(reportPath(lang), reportPage),
  post(reportPath(lang), reportMisuse, { page: reportPage, back: (out) => reportStatePath(out.number, lang) }),
  get(`${reportPath(lang)}/:number`, reportStatePage),
]);

const lookUps = languages.flatMap((lang): Route[] => [
  get(lookUpPath(lang), lookUpPage),
  post(lookUpPath(lang), lookUpDossier, {
    page: lookUpPage,
    back: (out) => out.page.replace(lookUpPath(), lookUpPath(lang)),
  }),
  get(`${lookUpPath(lang)}/:token`, lookUpShownPage),
]);

export const publicDoors: readonly Route[] = [
  ...reports,
  api('POST', '/misuse-reports', reportMisuse),
  get('/bao-mat', securityPage),
  get('/en/bao-mat', securityPage),
  ...lookUps,
  api('POST', '/dossier-look-ups', lookUpDossier),
];

export const misuse: readonly Route[] = [
  get(misusePaths.list, misuseListPage),
  get(misusePaths.sheet, misuseSheet),
  get(misusePaths.one, misusePage),
  get(photoPath(':id'), misusePhoto),
  post(closePath(':id'), closeMisuse, {
    page: misusePage,
    back: () => misusePaths.list,
    done: () => 'Đã kết luận và trả lời phản ánh.',
  }),
  api('POST', '/misuse-reports/:id/closing', closeMisuse),
];
