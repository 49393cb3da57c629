/** Addresses of taking a certificate back. */
import {
  revocationDraftPage,
  revocationPage,
  revocationPaper,
  revocationPaths,
  revoke,
  revokePage,
} from '#features/revocations';
import { api, get, post, type Route } from '#platform/http/routes';

const decision = revocationPaths.decision(':id');

export const revocations: readonly Route[] = [
  get(revocationPaths.revoke(':id'), revokePage),
  post(revocationPaths.revoke(':id'), revoke, {
    page: revokePage,
    back: (out) => revocationPaths.decision(out.id),
    done: () => 'Đã thu hồi giấy chứng nhận.',
  }),
  get(revocationPaths.draft(':id'), revocationDraftPage),
  get(decision, revocationPage),
  get(`${decision}.pdf`, revocationPaper('pdf')),
  get(`${decision}.docx`, revocationPaper('docx')),
  api('POST', '/recognitions/:id/revocation', revoke),
];
