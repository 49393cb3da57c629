import { z } from 'zod';
import { text, uuid } from '#platform/http/fields';

/** Which star to reach; left out, the next one. An unknown one is taken for the next. */
export const adviserQuery = z.object({
  sao: z.enum(['3', '4', '5']).optional().catch(undefined),
});

/** The notes to publish, each named by sheet, version and criterion; all others of the product are kept back. */
export const tellNotes = z.strictObject({
  id: uuid(),
  dossier: uuid({ label: 'Hồ sơ' }),
  published: z.array(z.string().max(80)).max(2000).default([]).meta({ label: 'Nhận xét cho chủ thể xem' }),
  reason: text({ label: 'Lý do không công bố các nhận xét còn lại', max: 1000, lines: 'many' }).optional(),
});
