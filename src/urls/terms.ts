/** Addresses of what runs by the law's terms: certificates prolonged while a re-evaluation is decided. */
import { certificatePaths, extensionPage, extensionPaper, noteExtension } from '#features/certificates';
import { api, get, post, type Route } from '#platform/http/routes';

const extension = certificatePaths.extension(':id');

export const terms: readonly Route[] = [
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
