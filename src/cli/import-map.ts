/** The mapping file of `saolang import --map`: everything from outside is doubted here, once. */

import { z } from 'zod';
import { COLUMN_FIELDS, LIST_KINDS, type MappingSpec } from '../features/imports/reading/types.ts';
import { Refused } from './sheet-file.ts';
import { parseStrict } from './strict-json.ts';

const where = z.string().min(1).max(200);
/** A column letter, a heading, or what the command itself prints of a column. */
const column = z.union([where, z.object({ column: where }).transform((printed) => printed.column)]);
const columns = z.partialRecord(z.enum(COLUMN_FIELDS), column);
const sheet = z.strictObject({
  headerRow: z.int().min(1).max(1_048_576).nullable().optional(),
  columns: columns.optional(),
  notRead: z.array(where).max(200).optional(),
  leaveOut: z.boolean().optional(),
});
const mapping = z.union([
  z.strictObject({ listKind: z.enum(LIST_KINDS).optional(), sheets: z.record(z.string(), sheet).optional() }),
  sheet
    .extend({ listKind: z.enum(LIST_KINDS).optional() })
    .transform(({ listKind, ...rest }) => ({ listKind, sheets: { '*': rest } })),
]);

/**
 * Reads a mapping: `{"listKind", "sheets": {"Sheet1": {"headerRow": 4, "columns": {"product": "B"}, "notRead": ["F"]}, "*": {…}}}`, or
 * `{"headerRow", "columns"}` for every sheet. Throws Refused.
 */
export function readMapping(text: string): MappingSpec {
  let json: unknown;
  try {
    json = parseStrict(text);
  } catch {
    throw new Refused(
      'malformedMap',
      'Tệp ghép cột (--map) không phải JSON đúng. Kiểm tra dấu ngoặc, dấu phẩy, dấu nháy.',
    );
  }
  const read = mapping.safeParse(json);
  if (read.success) return JSON.parse(JSON.stringify(read.data));
  throw new Refused(
    'malformedMap',
    `Tệp ghép cột (--map) không đúng mẫu. Các cột có thể ghép: ${COLUMN_FIELDS.join(', ')}.`,
  );
}
