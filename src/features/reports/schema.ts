import { z } from 'zod';
import { day, text } from '#platform/http/fields';

/** Which figure. */
export const figurePath = z.object({ figure: z.string().max(60) });

/** Of which unit and days; left out: the whole country, today, from the first of January. */
export const figureAsked = z.object({
  unit: text({ label: 'Mã đơn vị', max: 10 }).optional(),
  asOf: day({ label: 'Đến ngày' }).optional(),
  unitsAsOf: day({ label: 'Theo đơn vị của ngày' }).optional(),
  from: day({ label: 'Từ ngày' }).optional(),
});
export type FigureAsked = z.output<typeof figureAsked>;

/** One record behind a figure. */
export const behindRow = z.object({
  id: z.uuid(),
  name: z.string(),
  producer: z.string().nullable(),
  star: z.int().nullable(),
  /** What this row adds to a figure that is a sum; null where rows are counted. */
  amount: z.number().nullable(),
});
export type BehindRow = z.output<typeof behindRow>;
export const figureCursor = z.tuple([z.string(), z.uuid()]);
export type FigureCursor = z.output<typeof figureCursor>;
