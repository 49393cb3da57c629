import { z } from 'zod';
import { day, uuid } from '#platform/http/fields';

export const orderHandbook = z.strictObject({
  unit: uuid({ label: 'Địa bàn' }).optional(),
  asOf: day({ label: 'Tính đến ngày' }).optional(),
});
export const byHandbook = z.strictObject({ id: uuid() });
export const handbookOut = z.object({ id: uuid(), state: z.string(), version: z.int() });
