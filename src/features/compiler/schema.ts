import { z } from 'zod';
import { PERIODS } from '#law/report-periods';
import { choice, day, integer, text, uuid } from '#platform/http/fields';

export const startReport = z.strictObject({
  /** A ready one by its name, one of the province by its id. */
  template: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'Chọn một mẫu báo cáo.')
    .meta({ label: 'Mẫu báo cáo' }),
  unit: uuid({ label: 'Địa bàn' }).optional(),
  period: choice(PERIODS, { label: 'Kỳ' }),
  year: integer({ label: 'Năm', min: 2018, max: 2100 }),
  part: integer({ label: 'Tháng hoặc quý thứ', min: 1, max: 12 }).optional(),
  asOf: day({ label: 'Số liệu tính đến ngày' }).optional(),
  unitsAsOf: day({ label: 'Theo đơn vị của ngày' }).optional(),
});

export const LONGEST_PARAGRAPH = 20_000;
/** The free paragraphs, all of them; left out is empty. */
export const writeReport = z.strictObject({
  id: uuid(),
  paragraphs: z
    .record(
      z.string().regex(/^[a-z][a-zA-Z0-9]{0,30}$/),
      text({ label: 'Nội dung', min: 0, max: LONGEST_PARAGRAPH, lines: 'many' }),
    )
    .default({}),
});
/** Why a finding is left as it is; empty: no longer. */
export const keepFinding = z.strictObject({
  id: uuid(),
  finding: z
    .string()
    .regex(/^[a-z]+-[0-9a-f]{16}$/)
    .meta({ label: 'Điều chưa khớp' }),
  reason: text({ label: 'Lý do giữ', min: 0, max: 500 }),
});
export const byReport = z.strictObject({ id: uuid() });
export const withReason = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do', max: 1000, lines: 'many' }) });
export const reportRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export const draftRow = z.object({ id: uuid(), version: z.int() });
