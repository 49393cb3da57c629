/** Addresses of taking a certificate back. */
import { revocationPaths, revoke, revokePage } from '#features/revocations';
import { api, get, post, type Route } from '#platform/http/routes';

export const revocations: readonly Route[] = [
  get(revocationPaths.revoke(':id'), revokePage),
  post(revocationPaths.revoke(':id'), revoke, {
    page: revokePage,
    back: () => '/giay-chung-nhan?state=revoked',
    done: () => 'Đã thu hồi giấy chứng nhận.',
  }),
  api('POST', '/recognitions/:id/revocation', revoke),
];
