import { z } from 'zod';
import { LIKING } from '#law/flight';
import { clockTime, integer, text, uuid } from '#platform/http/fields';

export const beginMeeting = z.strictObject({ id: uuid(), at: clockTime({ label: 'Giờ bắt đầu' }) });
export const endMeeting = z.strictObject({ id: uuid(), at: clockTime({ label: 'Giờ kết thúc' }) });
export const leadMeeting = z.strictObject({ id: uuid(), dossier: uuid({ label: 'Sản phẩm' }) });
export const noteDiscussion = z.strictObject({
  id: uuid(),
  dossier: uuid({ label: 'Sản phẩm' }),
  body: text({ label: 'Ý kiến thảo luận', min: 0, max: 8000, lines: 'many' }).default(''),
});
export const proposeProduct = z.strictObject({
  id: uuid(),
  dossier: uuid({ label: 'Sản phẩm' }),
  remark: text({ label: 'Ghi chú của Hội đồng', max: 2000, lines: 'many' }).optional(),
});
/** `version` of the meeting, or of the note. */
export const ledRow = z.object({ id: uuid(), dossier: uuid(), version: z.int() });
export const roomRow = z.object({ stamp: z.string() });

/** `id`: the session. */
export const makeFlight = z.strictObject({
  id: uuid(),
  title: text({ label: 'Tên lượt nếm', max: 200 }),
  dossiers: z
    .array(uuid({ label: 'Sản phẩm' }))
    .max(200)
    .default([]),
});
export const openKey = z.strictObject({ id: uuid(), pourer: text({ label: 'Người rót mẫu', max: 200 }) });
export const endFlight = z.strictObject({ id: uuid() });
/** `card`: the member's own note on one code. */
export const tasteDish = z.strictObject({
  id: uuid(),
  card: uuid({ label: 'Mã mẫu' }),
  liking: integer({ label: 'Mức thích', min: LIKING.least, max: LIKING.most }).optional(),
  note: text({ label: 'Ghi chú', min: 0, max: 1000, lines: 'many' }).default(''),
});
export const flightRow = z.object({ id: uuid(), session: uuid(), state: z.string(), version: z.int() });
export const cardRow = z.object({ id: uuid(), card: uuid(), version: z.int() });
