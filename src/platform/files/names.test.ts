import { parse } from 'content-disposition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, dispositionOf, extensionOf } from './names.ts';

describe('S30: names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\An\\Giấy phép.pdf', 'Giấy phép.pdf'],
    ['a\u0000b\r\nSet-Cookie: x=1.pdf', 'abSet-Cookie x=1.pdf'],
    ['he said "xin chào".pdf', 'he said xin chào.pdf'],
    ['gnp.\u202Efdp', 'gnp.fdp'],
    ['zero\u200Bwidth\uFEFF.png', 'zerowidth.png'],
    ['....', 'tep-tin'],
    ['..', 'tep-tin'],
    ['', 'tep-tin'],
    [undefined, 'tep-tin'],
    ['.pdf', 'pdf'],
    ['   .  .jpg', 'jpg'],
    ['con.pdf', '_con.pdf'],
    ['Hợp tác xã.pdf'.normalize('NFD'), 'Hợp tác xã.pdf'.normalize('NFC')],
  ])('%j becomes %j', (given, expected) => {
    expect(cleanName(given)).toBe(expected);
  });

  it('cuts 400 characters and keeps the extension', () => {
    const name = cleanName(`${'ộ'.repeat(400)}.pdf`);
    expect([...name]).toHaveLength(80);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(extensionOf(name)).toBe('pdf');
  });

  it('never leaves a path, a control character or an empty name, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (given) => {
        const name = cleanName(given);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\\/"]/u);
        expect(name).not.toMatch(/^\.*$/);
        expect(cleanName(name)).toBe(name);
        expect([...name].length).toBeLessThanOrEqual(81);
      }),
    );
  });

  it('S28: the header names the file in two spellings and cannot be broken', () => {
    expect(dispositionOf('Giấy đăng ký.pdf', 'attachment')).toBe(
      `attachment; filename="Giay dang ky.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20%C4%91%C4%83ng%20k%C3%BD.pdf`,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const header = dispositionOf(given, 'attachment');
        expect(header).toMatch(/^[\x20-\x7e]+$/);
        expect(parse(header).parameters.filename).toBe(cleanName(given));
      }),
    );
  });
});
