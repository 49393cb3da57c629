/** What every test with hostile input asks of an answer. */
import { expect } from 'vitest';

const VIETNAMESE = /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/i;

/** A refusal in Vietnamese; `plain` also allows the ordinary page. */
export function expectRefused(what: string, status: number, text: string, plain = false): void {
  const allowed = plain && (status === 200 || status === 303);
  expect([what, status, allowed || (status >= 400 && status < 500)]).toEqual([what, status, true]);
  if (!allowed && !text.startsWith('HTTP/1.1 4')) expect([what, VIETNAMESE.test(text)]).toEqual([what, true]);
  expect([what, /\bat .+\.ts:\d+|select .+ from |invalid byte sequence|node_modules/i.exec(text)]).toEqual([
    what,
    null,
  ]);
}
