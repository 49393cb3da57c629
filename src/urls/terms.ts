/** Addresses of what runs by terms: changes since recognition, papers with their ends, certificates prolonged by law. */
import {
  asItWasPage,
  certificatePaths,
  extensionPage,
  extensionPaper,
  noteExtension,
  recordPast,
  recordPastPage,
} from '#features/certificates';
import { changesPage, paperPage, saveChanges, walletPage } from '#features/dossiers';
import { api, get, post, type Route } from '#platform/http/routes';

const changes = '/ho-so/:id/thay-doi';
const extension = certificatePaths.extension(':id');

export const terms: readonly Route[] = [
  get(changes, changesPage),
  post(changes, saveChanges, {
    page: changesPage,
    back: (out) => `/ho-so/${out.id}/thay-doi`,
    done: () => 'Đã lưu.',
  }),
  post(`${changes}/xong`, saveChanges, {
    page: changesPage,
    back: (out) => `/ho-so/${out.id}`,
    done: () => 'Đã lưu.',
  }),
  api('POST', '/dossiers/:id/changes', saveChanges),
  get('/cua-toi/giay-to', walletPage),
  get('/giay-to/:id', paperPage),
  get(certificatePaths.past, recordPastPage),
  post(certificatePaths.past, recordPast, {
    page: recordPastPage,
    back: (out) => certificatePaths.asItWas(out.id),
    done: () => 'Đã ghi vào sổ.',
  }),
  get(certificatePaths.asItWas(':id'), asItWasPage),
  api('POST', '/certificates/past', recordPast),
  get(extension, extensionPage),
  get(`${extension}.pdf`, extensionPaper('pdf')),
  get(`${extension}.docx`, extensionPaper('docx')),
  post(extension, noteExtension, {
    page: extensionPage,
    back: (out) => certificatePaths.extension(out.id),
    done: () => 'Đã ghi thông báo.',
  }),
  api('POST', '/certificates/:id/extension-notice', noteExtension),
];
