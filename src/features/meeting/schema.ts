import { z } from 'zod';
import { clockTime, text, uuid } from '#platform/http/fields';

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
