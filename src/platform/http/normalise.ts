// Marks that are not text: controls, zero-width signs and direction overrides, line separators, lone surrogates.
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** One line as it is kept (S18): NFC, no hidden marks, blanks single, ends trimmed. */
export function oneLine(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** Several lines as they are kept: line breaks are `\n`, no line ends in blanks, at most one empty line between two. */
export function manyLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC');
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_WRITTEN = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/;

/**
 * A day as people write it: 4/2/2026, 04-02-2026, 2026-02-04. Answers 'YYYY-MM-DD', or a Vietnamese sentence that asks
 * back: two-digit years and days that do not exist are never guessed (U5).
 */
export function readDay(text: string): { day: string } | { problem: string } {
  const iso = DAY.exec(text);
  const written = DAY_WRITTEN.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : written ? [written[3], written[2], written[1]] : [];
  if (!year || !month || !day) {
    if (/^\d{1,2}\D\d{1,2}\D\d{2}$/.test(text)) return { problem: 'Ghi năm đủ bốn chữ số, ví dụ 04/02/2026' };
    return { problem: 'Ghi đủ ngày, tháng, năm, ví dụ 04/02/2026' };
  }
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== value || year < '1900') {
    return { problem: `Không có ngày ${day}/${month}/${year}; ghi theo thứ tự ngày/tháng/năm` };
  }
  return { day: value };
}

/** An hour of the day as people write it (8:05, 08h05, 8 giờ 05) as 'HH:MM'; undefined when it is none. */
export function readHour(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:\s*(?::|h|giờ)\s*(\d{2})?)\s*(?:phút)?$/i.exec(text.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

const NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** A number as Vietnamese write it: 1.234.567, 1234567, 0,5. Undefined when it could be read in two ways or not at all. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s+/g, '');
  if (!NUMBER.test(plain) || plain.length > 20) return undefined;
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}

/** A Vietnamese phone number as ten (mobile) or eleven (fixed) digits, or undefined. Takes +84, blanks, dots and dashes. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^(?:\+84|0084|84)(?=\d{9,10}$)/, '0');
  return /^0(?:[35789]\d{8}|2\d{9})$/.test(digits) ? digits : undefined;
}
