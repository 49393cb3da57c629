import { z } from 'zod';
import { inSentence } from './explain.ts';
import { manyLines, oneLine, readDay, readHour, readPhone } from './normalise.ts';

/** What every field may say about itself; `label` is used in forms, errors and the API document. */
export interface FieldWords {
  label?: string;
  hint?: string;
}

const words = ({ label, hint }: FieldWords) => ({
  ...(label === undefined ? {} : { label }),
  ...(hint === undefined ? {} : { hint }),
});

/** Text of one line (or several), normalised before it is counted (S18). `min` 1 unless told, so a blank is refused. */
export function text(about: FieldWords & { min?: number; max: number; lines?: 'one' | 'many' }) {
  return z
    .string()
    .overwrite(about.lines === 'many' ? manyLines : oneLine)
    .min(about.min ?? 1)
    .max(about.max)
    .meta(words(about));
}

/** A day. Takes 04/02/2026, 4/2/2026 and 2026-02-04, gives 'YYYY-MM-DD'; asks back instead of guessing. */
export function day(about: FieldWords & { from?: string; to?: string } = {}) {
  return z
    .string()
    .overwrite(oneLine)
    .check((given) => {
      const read = readDay(given.value);
      if ('problem' in read)
        given.issues.push({ code: 'custom', message: named(about, given.value, read.problem), input: given.value });
      else if (about.from && read.day < about.from)
        given.issues.push({ code: 'custom', message: `Ghi ngày từ ${shown(about.from)} trở đi`, input: given.value });
      else if (about.to && read.day > about.to)
        given.issues.push({ code: 'custom', message: `Ghi ngày không sau ${shown(about.to)}`, input: given.value });
      else given.value = read.day;
    })
    .meta({ ...words(about), format: 'date' });
}

/** The problem with the field's name before it, so that a summary of several tells them apart; a blank is simply asked for. */
function named({ label }: FieldWords, given: string, problem: string): string {
  if (label === undefined) return problem;
  if (given === '') return `Nhập ${inSentence(label)}`;
  return problem.startsWith('Ghi ') ? `${label}: ${inSentence(problem)}` : problem;
}

const shown = (iso: string) => iso.split('-').reverse().join('/');

/** An hour of the day. Takes 8:05, 08h05, 8 giờ 05 and 08:05, gives 'HH:MM'. */
export function clockTime(about: FieldWords = {}) {
  return z
    .string()
    .overwrite(oneLine)
    .check((given) => {
      const hour = readHour(given.value);
      if (hour) given.value = hour;
      else given.issues.push({ code: 'custom', message: named(about, given.value, HOUR_PROBLEM), input: given.value });
    })
    .meta(words(about));
}
const HOUR_PROBLEM = 'Ghi giờ và phút, ví dụ 08:05';

/** A whole number within bounds. In forms also 1.234.567. */
export function integer(about: FieldWords & { min?: number; max?: number } = {}) {
  return z
    .int()
    .min(about.min ?? 0)
    .max(about.max ?? Number.MAX_SAFE_INTEGER)
    .meta(words(about));
}

/** A number with decimals within bounds. In forms 0,5 and 1.234,5. */
export function decimal(about: FieldWords & { min?: number; max?: number } = {}) {
  return z
    .number()
    .min(about.min ?? 0)
    .max(about.max ?? 1e12)
    .meta(words(about));
}

/** One of a list. Give the values, or values with their Vietnamese words. */
export function choice<const T extends string>(of: readonly T[] | Readonly<Record<T, string>>, about: FieldWords = {}) {
  const values = (Array.isArray(of) ? of : Object.keys(of)) as readonly T[];
  return z.enum(values).meta(words(about));
}

/** A box to tick. In forms an absent box is `false`. */
export function flag(about: FieldWords = {}) {
  return z.boolean().meta(words(about));
}

/** An id. */
export function uuid(about: FieldWords = {}) {
  return z.uuid().meta(words(about));
}

/** Path with a lone `:id`. */
export const byId = z.object({ id: uuid() });

/** A phone number, kept as digits: 0912345678. Takes +84, blanks and dots. */
export function phone(about: FieldWords = {}) {
  return z
    .string()
    .overwrite(oneLine)
    .check((given) => {
      const digits = readPhone(given.value);
      if (digits) given.value = digits;
      else given.issues.push({ code: 'custom', message: PHONE_PROBLEM, input: given.value });
    })
    .meta(words(about));
}
const PHONE_PROBLEM = 'Nhập đủ 10 số của điện thoại di động hoặc 11 số của máy bàn, ví dụ 0912 345 678';

/** An e-mail address in small letters. */
export function email(about: FieldWords = {}) {
  return z
    .string()
    .overwrite((given) => oneLine(given).toLowerCase())
    .max(254)
    .check(z.email())
    .meta(words(about));
}

/** A password or code: kept as typed, never shown again in a form, never kept over a sign-in. */
export function secret(about: FieldWords & { max?: number } = {}) {
  return z
    .string()
    .min(1)
    .max(about.max ?? 256)
    .meta({ ...words(about), secret: true });
}

/** Which kinds of file a field takes (S25): papers, papers and office files, pictures, lists to read in, a mark. */
export type FileTaste = 'evidence' | 'office' | 'picture' | 'import' | 'logo';

/**
 * A file. In a form: `<input type="file">`; the machinery stores it, and the input is the id of its row in `file`.
 * In the API: the id of a file sent to POST /api/v1/files before. `attachFiles` ties it to the record.
 */
export function file(about: FieldWords & { takes?: FileTaste } = {}) {
  return z.uuid().meta({ ...words(about), file: true, takes: about.takes ?? 'evidence' });
}

/** What was typed into a search box: at most 200 characters (S20); a blank counts as absent. */
export function search(about: FieldWords = {}) {
  return z
    .string()
    .overwrite(oneLine)
    .max(200)
    .optional()
    .meta(words({ label: 'Từ tìm kiếm', ...about }));
}
