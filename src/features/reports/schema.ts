import { z } from 'zod';
import { isDay } from '#law/days';
import { day, text } from '#platform/http/fields';

/** A day (`2026-11-23`: what was known at its end) or a moment of it (`2026-11-23T10:15`), in Vietnamese time. */
export const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/;

/** Which figure. */
export const figurePath = z.object({ figure: z.string().max(60) });

/** Of which unit and days; left out: the whole country, today, from the first of January. */
export const figureAsked = z.object({
  unit: text({ label: 'Mã đơn vị', max: 10 }).optional(),
  asOf: day({ label: 'Đến ngày' }).optional(),
  unitsAsOf: day({ label: 'Theo đơn vị của ngày' }).optional(),
  from: day({ label: 'Từ ngày' }).optional(),
  /** A day, or a moment of it: the rows as they were known then. */
  knownAt: z
    .string()
    .regex(MOMENT, 'Ghi ngày dạng 2026-11-23, hoặc lúc dạng 2026-11-23T10:15.')
    .refine((value) => isDay(value.slice(0, 10)), 'Ngày không có trong lịch.')
    .meta({ label: 'Theo hồ sơ biết đến' })
    .optional(),
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
