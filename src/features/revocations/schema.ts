import { z } from 'zod';
import { REVOCATION_GROUNDS } from '#law/revocation';
import { byId, choice, day, file, text, uuid } from '#platform/http/fields';

/** The grounds of Art. 8.1 by their letters. */
export const GROUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  REVOCATION_GROUNDS.map(({ letter, text: words }) => [letter, `Điểm ${letter}: ${words}`]),
);

export const revoke = z.strictObject({
  ...byId.shape,
  ground: choice(GROUNDS, { label: 'Căn cứ thu hồi (khoản 1 Điều 8)' }),
  proofNumber: text({ label: 'Số kết luận hoặc xác nhận', max: 100 }),
  proofDated: day({ label: 'Ngày kết luận hoặc xác nhận' }),
  proofBy: text({ label: 'Cơ quan kết luận hoặc xác nhận', max: 200 }).optional(),
  number: text({ label: 'Số quyết định thu hồi', max: 100 }),
  dated: day({ label: 'Ngày quyết định' }),
  signatory: text({ label: 'Người ký', max: 200 }),
  signedFile: file({ label: 'Bản quyết định đã ký (PDF hoặc ảnh)' }),
});

/** What a draft is made from, as far as it is known; what makes no sense stays blank. */
export const draftWish = z.object({
  ground: choice(GROUNDS).optional().catch(undefined),
  proofNumber: text({ max: 100 }).optional().catch(undefined),
  proofDated: day().optional().catch(undefined),
  proofBy: text({ max: 200 }).optional().catch(undefined),
});
export type DraftWish = z.output<typeof draftWish>;

export const revoked = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type Revoked = z.output<typeof revoked>;
