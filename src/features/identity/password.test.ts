import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal';
import { hashPassword, isPassword, problemOfPassword } from './password.ts';

const producer = { atLeast: 10, context: ['0912345678', '912345678', 'Trần Thị Sen', 'Hưng Yên', 'sen.tran'] };
const officer = { ...producer, atLeast: 12 };

describe('S1 passwords', () => {
  test.each([
    ['chín chữ', 'diều-giấy', producer, 'ít nhất 10'],
    ['mười một chữ cho cán bộ', 'diều giấy x', officer, 'ít nhất 12'],
    ['a common one', 'qwertyuiop', producer, 'rất nhiều người dùng'],
    ['a common one in capitals', 'QWERTYUIOP', producer, 'rất nhiều người dùng'],
    ['the programme', 'toi-yeu-OCOP-2026', producer, 'không chứa'],
    ['the name, without marks', 'tranthisen-mua-he', producer, 'không chứa'],
    ['the province', 'Hưng Yên mùa nhãn', producer, 'không chứa'],
    ['the telephone', 'goi 0912 345 678 nhe', producer, 'không chứa'],
    ['257 characters', 'ă'.repeat(257), producer, 'nhiều nhất 256'],
  ])('refuses %s', async (_what, password, rules, words) => {
    expect(await problemOfPassword(password, rules)).toContain(words);
  });

  test.each([
    ['words with blanks and marks', 'diều giấy chiều quê'],
    ['no digits, no capitals', 'traudenlangsuongmu'],
    ['128 characters', 'mưa '.repeat(32)],
    ['other scripts', '竹の灯籠と星の村の夜更け'],
  ])('accepts %s', async (_what, password) => {
    expect(await problemOfPassword(password, officer)).toBeNull();
  });

  test('counts characters, not bytes or code units', async () => {
    expect(await problemOfPassword('🏮'.repeat(9), producer)).toContain('ít nhất 10');
    expect(await problemOfPassword('ặ'.normalize('NFD').repeat(9), producer)).toContain('ít nhất 10');
  });
});

describe('S2 kept', () => {
  test('as argon2id with 19 MiB and two passes, and known again however its marks were typed', async () => {
    const stored = await hashPassword('Diều giấy chiều quê');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(parseOptions(stored)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await isPassword('Diều giấy chiều quê'.normalize('NFD'), stored)).toBe(true);
    expect(await isPassword('diều giấy chiều quê', stored)).toBe(false);
  });

  test('the 21st at once is refused with 503 and Retry-After, the first twenty are served', async () => {
    const results = await Promise.allSettled(Array.from({ length: 21 }, (_, no) => hashPassword(`mật khẩu số ${no}`)));
    expect(results.slice(0, 20).every(({ status }) => status === 'fulfilled')).toBe(true);
    const last = results[20];
    const refusal = last?.status === 'rejected' ? last.reason : null;
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status: 503, retryAfter: 5 });
    expect(await hashPassword('lại được')).toMatch(/^\$argon2id\$/);
  });

  test('S5 an account that does not exist is refused by the same work', async () => {
    expect(await isPassword('bất kỳ mật khẩu nào', null)).toBe(false);
  });
});
