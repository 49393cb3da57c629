import type { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** Where a list goes on, as one opaque word. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values in a cursor, checked by the list's own schema. Throws the refusal 400. */
export function decodeCursor<T>(schema: z.ZodType<T>, cursor: string): T {
  const read = schema.safeParse(parsed(cursor));
  if (read.success) return read.data;
  throw new Refusal({
    status: 400,
    code: 'cursor',
    message: 'Dấu trang tiếp (cursor) không đúng. Đọc lại từ trang đầu.',
    errors: [{ field: 'cursor', message: 'Dấu trang tiếp không đúng' }],
  });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
