import { describe, expect, test } from 'vitest';
import { roles } from '#policy';
import { homes, ownPath, wayTo } from './urls.ts';

describe('S23 the way on stays on this site', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\evil',
    'https://evil.example/',
    '/\t/evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    '',
    'ho-so',
  ])('%j is left out', (path) => {
    expect(ownPath(path)).toBeNull();
    expect(wayTo('open', 'commune', path)).toBe(homes.commune);
  });

  test.each(['/', '/ho-so/1?loc=2', '/tim?q=m%E1%BB%B3'])('%s is kept', (path) => {
    expect(ownPath(path)).toBe(path);
    expect(wayTo('open', 'commune', path)).toBe(path);
    expect(wayTo('secondFactor', null, path)).toBe(`/dang-nhap/ma?tiep=${encodeURIComponent(path)}`);
  });
});

test('every role lands somewhere', () => {
  for (const role of roles) expect(ownPath(homes[role])).toBe(homes[role]);
});
