import { z } from 'zod';
import { PRODUCER_TYPES, type ProducerType } from '#law/dossier';
import { choice, day, email, phone, search, text, uuid } from '#platform/http/fields';

const typeWords = Object.fromEntries(Object.entries(PRODUCER_TYPES).map(([key, words]) => [key, words.name]));
export const producerTypes = typeWords as Record<ProducerType, string>;

/** https only: a link that leaves the portal is shown with its host and never followed by the server (S23). */
const website = z
  .url({ protocol: /^https$/ })
  .max(200)
  .meta({ label: 'Trang của chủ thể', hint: 'Bắt đầu bằng https://' });
/** 10 digits, 10-3 for a branch, or the 12 of a person (R19.5). */
const taxCode = z
  .string()
  .regex(/^\d{10}(-\d{3})?$|^\d{12}$/)
  .meta({ label: 'Mã số thuế', hint: '10 số, 10-3 số, hoặc 12 số định danh cá nhân' });

const producerFields = {
  name: text({ label: 'Tên chủ thể', max: 300 }),
  type: choice(producerTypes, { label: 'Loại hình' }).optional(),
  address: text({ label: 'Địa chỉ trên giấy chứng nhận', max: 300 }).optional(),
  commune: uuid({ label: 'Xã, phường, đặc khu hiện nay' }),
  phone: phone({ label: 'Điện thoại kinh doanh' }).optional(),
  email: email({ label: 'Thư điện tử' }).optional(),
  website: website.optional(),
  taxCode: taxCode.optional(),
  foundedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .meta({ label: 'Năm hoặc ngày thành lập', hint: 'Ví dụ 2019 hoặc 2019-05-20' })
    .optional(),
  history: text({ label: 'Lịch sử hình thành', max: 5000, lines: 'many' }).optional(),
};

/** What a correction of a producer may carry; everything not sent is emptied. */
export const correctProducer = z.strictObject({ id: uuid(), ...producerFields });
/** A producer that an officer enters. */
export const registerProducer = z.strictObject(producerFields);
export const correctProduct = z.strictObject({
  id: uuid(),
  name: text({ label: 'Tên sản phẩm', max: 300 }),
  commune: uuid({ label: 'Xã, phường, đặc khu hiện nay' }).optional(),
  specification: text({ label: 'Quy cách', max: 500 }).optional(),
  standard: text({ label: 'Tiêu chuẩn', max: 500 }).optional(),
  story: text({ label: 'Câu chuyện sản phẩm', max: 5000, lines: 'many' }).optional(),
});

export const subjectOut = z.object({ id: uuid(), version: z.int() });
export type SubjectOut = z.output<typeof subjectOut>;

/** Filters of the officers' register. */
export const registryQuery = z.object({
  q: search().catch(undefined),
  unit: uuid().optional().catch(undefined),
  unitsAsOf: day().optional().catch(undefined),
  unplaced: z.stringbool().optional().catch(undefined).meta({ label: 'Chưa xếp được xã' }),
  after: z.string().max(600).optional().catch(undefined),
});
export type RegistryQuery = z.output<typeof registryQuery>;
