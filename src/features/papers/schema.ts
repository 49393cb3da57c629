import { z } from 'zod';
import { MANDATED_PAPERS } from '#law/mandate';
import { choice, day, file, text, uuid } from '#platform/http/fields';
import { FORM_PAPERS } from './catalogue.ts';

/** Capacities that rest on a paper (R18.4). */
export const mandatedCapacities = {
  KT: 'KT. (cấp phó ký thay)',
  TL: 'TL. (ký thừa lệnh)',
  TUQ: 'TUQ. (ký thừa ủy quyền)',
} as const;

export const grantMandate = z.strictObject({
  person: text({ label: 'Người được giao ký', max: 200 }),
  position: text({ label: 'Chức vụ in dưới thẩm quyền ký', max: 200 }),
  capacity: choice(mandatedCapacities, { label: 'Thẩm quyền ký' }),
  covers: z
    .array(choice(MANDATED_PAPERS, { label: 'Loại văn bản' }))
    .min(1)
    .max(10),
  act: text({ label: 'Số văn bản giao ký', max: 100 }),
  actDate: day({ label: 'Ngày văn bản giao ký' }),
  from: day({ label: 'Có hiệu lực từ ngày' }),
  to: day({ label: 'Ngày cuối cùng có hiệu lực' }).optional(),
  file: file({ label: 'Bản văn bản giao ký' }).optional(),
});
export const endMandate = z.strictObject({
  id: uuid(),
  lastDay: day({ label: 'Ngày cuối cùng có hiệu lực' }),
  reason: text({ label: 'Lý do chấm dứt', max: 1000, lines: 'many' }),
});
export const mandateRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type MandateRow = z.output<typeof mandateRow>;

export const uploadTemplate = z.strictObject({
  paper: choice(FORM_PAPERS, { label: 'Loại văn bản' }),
  file: file({ label: 'Mẫu Word (.docx)', takes: 'office' }),
});
const oneTemplate = { id: uuid(), paper: choice(FORM_PAPERS, { label: 'Loại văn bản' }) };
export const useTemplate = z.strictObject(oneTemplate);
export const retireTemplate = z.strictObject(oneTemplate);
export const templateRow = z.object({ id: uuid(), paper: z.string(), state: z.string(), version: z.int() });
export type TemplateRow = z.output<typeof templateRow>;
