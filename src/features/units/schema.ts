import { z } from 'zod';
import { choice, day, search, uuid } from '#platform/http/fields';

export const UNIT_LEVELS = ['province', 'district', 'commune'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** A unit as it is called on a day. */
export const unitItem = z.object({
  id: uuid(),
  name: z.string().meta({ description: 'Type and name: Phường Cao Lãnh' }),
  code: z.string().nullable(),
  level: z.enum(UNIT_LEVELS),
  place: z.string().meta({ description: 'With its parents: Phường Cao Lãnh, tỉnh Đồng Tháp' }),
  former: z.boolean(),
  province: uuid().nullable().meta({ description: 'The province it lies in on that day' }),
});
export type UnitItem = z.output<typeof unitItem>;

export const unitHit = unitItem.extend({ successors: z.array(z.string()) });
export type UnitHit = z.output<typeof unitHit>;

export const unitFilters = z.object({
  q: search(),
  level: choice(UNIT_LEVELS).optional(),
  day: day({ label: 'Ngày' }).optional(),
  within: uuid({ label: 'Trong đơn vị' }).optional(),
});
