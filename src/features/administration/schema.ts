import { z } from 'zod';
import { choice, day, flag, integer, search, text, uuid } from '#platform/http/fields';

/** A change of one open question of the law, from a day on. The value is read by the kind of the setting. */
export const changeSetting = z.strictObject({
  key: text({ label: 'Thiết lập', max: 60 }),
  value: text({ label: 'Giá trị', max: 200 }),
  validFrom: day({ label: 'Áp dụng từ ngày' }),
  note: text({ label: 'Căn cứ, lý do', max: 1000, lines: 'many' }),
});
export const settingRow = z.object({ key: z.string(), validFrom: z.string() });

/** How text messages go out. Both hours left out: at any hour. */
export const changeMessages = z.strictObject({
  plain: flag({ label: 'SMS không dấu' }),
  quietFrom: integer({ label: 'Không gửi từ', min: 0, max: 23 }).optional(),
  quietTo: integer({ label: 'Gửi lại từ', min: 0, max: 23 }).optional(),
  note: text({ label: 'Lý do', max: 1000 }),
});

export const dayKinds = { off: 'Ngày nghỉ', working: 'Ngày làm bù' } as const;
export const enterHoliday = z.strictObject({
  day: day({ label: 'Ngày' }),
  kind: choice(dayKinds, { label: 'Loại' }),
  name: text({ label: 'Tên ngày', max: 200, hint: 'Ví dụ: Tết Nguyên đán 2027' }),
  act: text({ label: 'Văn bản', max: 300, hint: 'Số, ngày văn bản công bố ngày nghỉ của năm' }),
});
export const removeHoliday = z.strictObject({ day: day({ label: 'Ngày' }) });
export const holidayRow = z.object({ day: z.string() });

export const readNote = z.strictObject({ id: uuid() });
export const readAllNotes = z.strictObject({});

export const ledgerFilter = z.object({
  q: search().catch(undefined),
  process: z
    .enum([
      'dossier',
      'session',
      'sheet',
      'flight',
      'decision',
      'recognition',
      'council',
      'round',
      'producer',
      'product',
      'account',
      'settings',
      'unitRegister',
    ])
    .optional()
    .catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
});
export type LedgerFilter = z.output<typeof ledgerFilter>;
