import { z } from 'zod';
import { REVOCATION_GROUNDS } from '#law/revocation';
import { byId, choice, day, text, uuid } from '#platform/http/fields';

/** The grounds of Art. 8.1 by their letters. */
export const GROUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  REVOCATION_GROUNDS.map(({ letter, text: words }) => [letter, `Điểm ${letter}: ${words}`]),
);

export const revoke = z.strictObject({
  ...byId.shape,
  ground: choice(GROUNDS, { label: 'Căn cứ thu hồi (khoản 1 Điều 8)' }),
  proofNumber: text({ label: 'Số kết luận hoặc xác nhận', max: 100 }),
  proofDated: day({ label: 'Ngày kết luận hoặc xác nhận' }),
  number: text({ label: 'Số quyết định thu hồi', max: 100 }),
  dated: day({ label: 'Ngày quyết định' }),
  signatory: text({ label: 'Người ký', max: 200 }),
});

export const revoked = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type Revoked = z.output<typeof revoked>;
