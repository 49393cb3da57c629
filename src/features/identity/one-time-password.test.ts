import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { networkOf } from './limits.ts';
import { readRecoveryCode, recoveryCodesFrom, stepOfCode, totpUri } from './one-time-password.ts';
import { codeHash, newLetterCode, seal, unseal } from './secrets.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const now = new Date('2026-12-01T03:00:10Z');
const codeAt = (seconds: number) => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + seconds });

describe('S3 codes of the app', () => {
  test('count in their half minute and the ones beside it, and no longer', () => {
    expect(stepOfCode(secret, codeAt(0), now, null)).not.toBeNull();
    expect(stepOfCode(secret, codeAt(-30), now, null)).not.toBeNull();
    expect(stepOfCode(secret, codeAt(-90), now, null)).toBeNull();
    expect(stepOfCode(secret, codeAt(90), now, null)).toBeNull();
  });

  test('count once', () => {
    const step = stepOfCode(secret, codeAt(0), now, null);
    expect(stepOfCode(secret, codeAt(0), now, step)).toBeNull();
    expect(stepOfCode(secret, codeAt(-30), now, step)).toBeNull();
  });

  test('anything but six digits is no code', () => {
    for (const typed of ['', '12345', '1234567', 'abcdef', '12 34', '１２３４５６']) {
      expect(stepOfCode(secret, typed, now, null)).toBeNull();
    }
  });

  test('the picture names the product and the account', () => {
    const uri = new URL(totpUri(secret, 'sen.tran@vidu.vn'));
    expect(decodeURIComponent(uri.pathname)).toContain('Sao Làng:sen.tran@vidu.vn');
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});

describe('S3 recovery codes', () => {
  test('are ten, all different, and are read however they are typed', () => {
    const codes = recoveryCodesFrom(randomBytes(320));
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){2}$/);
      expect(readRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(code);
    }
    expect(readRecoveryCode('123456')).toBeNull();
    expect(readRecoveryCode('l0l0-l0l0-l0l0')).toBeNull();
  });

  test('a code of a letter has the same form', () => {
    const code = newLetterCode();
    expect(readRecoveryCode(code)).toBe(code);
  });
});

describe('what is kept', () => {
  test('a sealed text opens only with its SECRET, for its row, unchanged', () => {
    const sealed = seal('first secret', 'row-1', 'JBSWY3DP');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(unseal('first secret', 'row-1', sealed)).toBe('JBSWY3DP');
    expect(() => unseal('other secret', 'row-1', sealed)).toThrow();
    expect(() => unseal('first secret', 'row-2', sealed)).toThrow();
    const changed = Buffer.from(sealed, 'base64url');
    changed[30] = (changed[30] ?? 0) ^ 1;
    expect(() => unseal('first secret', 'row-1', changed.toString('base64url'))).toThrow();
    expect(seal('first secret', 'row-1', 'JBSWY3DP')).not.toBe(sealed);
  });

  test('a short code is kept keyed and bound to its row', () => {
    expect(codeHash('s', 'row-1', '123456')).not.toBe(codeHash('s', 'row-2', '123456'));
    expect(codeHash('s', 'row-1', '123456')).not.toBe(codeHash('t', 'row-1', '123456'));
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('S4 %s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
