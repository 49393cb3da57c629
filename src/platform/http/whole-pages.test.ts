import { expect, test } from 'vitest';
import { WholePages } from './whole-pages.ts';

test('the same content in the same frame is drawn and packed once; another frame or content is drawn anew', () => {
  const pages = new WholePages();
  let drawn = 0;
  const ask = (content: string, frame: string) =>
    pages.of(content, frame, () => {
      drawn += 1;
      return `${frame}: ${content}`;
    });
  const first = ask('mật ong', '{"lang":"vi"}');
  expect(ask('mật ong', '{"lang":"vi"}')).toBe(first);
  expect(first.plain.toString()).toBe('{"lang":"vi"}: mật ong');
  expect(ask('mật ong', '{"lang":"en"}').plain.toString()).toBe('{"lang":"en"}: mật ong');
  expect(ask('chè', '{"lang":"en"}').etag).not.toBe(first.etag);
  expect(drawn).toBe(3);
});

test('only the newest sixty are kept', () => {
  const pages = new WholePages();
  const first = pages.of('0', 'frame', () => 'page 0');
  for (let n = 1; n < 60; n += 1) pages.of(String(n), 'frame', () => `page ${n}`);
  expect(pages.of('0', 'frame', () => 'page 0')).toBe(first);
  pages.of('60', 'frame', () => 'page 60');
  expect(pages.of('0', 'frame', () => 'page 0')).not.toBe(first);
});
