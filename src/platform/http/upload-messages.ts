import { z } from 'zod';
import { choice, integer, text, uuid } from './fields.ts';

export const UPLOAD_PATH = '/api/v1/files';

/** Which kinds of file a door takes. */
export const takes = choice(['evidence', 'office', 'picture', 'import', 'logo'], { label: 'Loại tệp nhận' });

/** What is said of a file before its first part. */
export const announced = z.strictObject({
  name: text({ label: 'Tên tệp', max: 500 }),
  type: text({ label: 'Kiểu tệp', min: 0, max: 200 }).default(''),
  size: z.int().min(1, 'Tệp này trống. Chọn tệp khác.').meta({ label: 'Cỡ tệp' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ label: 'Mã SHA-256 của tệp' }),
  takes: takes.default('evidence'),
});
export const byUpload = z.strictObject({ id: uuid({ label: 'Tệp gửi dở' }) });
export const atOffset = z.strictObject({ offset: integer({ label: 'Vị trí', max: 1e9 }) });

/** How far an upload is; `file`: what it became. */
export const uploadProgress = z.object({
  id: uuid(),
  received: z.int(),
  size: z.int(),
  partBytes: z.int(),
  file: uuid().nullable(),
});

/** A file that has been taken in. */
export const uploadedFile = z.object({
  id: uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  pages: z.int().nullable(),
});
