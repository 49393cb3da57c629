import { z } from 'zod';
import { coordinates } from '#features/units';
import { choice, decimal, search, text, uuid } from '#platform/http/fields';

export const kindWords = { craftVillage: 'Làng nghề', materialArea: 'Vùng nguyên liệu' } as const;
export const kindWordsEnglish = { craftVillage: 'Craft village', materialArea: 'Raw-material area' } as const;
export type PlaceKind = keyof typeof kindWords;

const codes = text({
  label: 'Mã số vùng trồng',
  max: 1000,
  lines: 'many',
  hint: 'Mỗi dòng một mã, ghi như giấy cấp mã',
});

const fields = {
  kind: choice(kindWords, { label: 'Loại' }),
  name: text({ label: 'Tên', max: 200 }),
  craft: text({ label: 'Nghề, cây trồng, vật nuôi', max: 300 }),
  commune: uuid({ label: 'Xã, phường, đặc khu' }),
  recognised: text({ label: 'Năm hoặc ngày công nhận', max: 40 }).optional(),
  act: text({ label: 'Văn bản công nhận', max: 200 }).optional(),
  plantingCodes: codes.optional(),
  hectares: decimal({ label: 'Diện tích (ha)', min: 0, max: 1_000_000 }).optional(),
  ...coordinates,
};

export const registerLocalPlace = z.strictObject(fields);
/** Everything not sent is emptied. */
export const correctLocalPlace = z.strictObject({
  id: uuid(),
  ...fields,
  producers: z.array(uuid()).max(200).default([]).meta({ label: 'Chủ thể ở đây' }),
});
export const localPlaceRow = z.object({ id: uuid(), version: z.int() });

export const listQuery = z.object({
  q: search().catch(undefined),
  kind: choice(kindWords).optional().catch(undefined),
  unit: uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
