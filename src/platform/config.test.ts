import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigProblem, isSecret, readConfig, settingsTable } from './config.ts';

const SECRET = 'Zq3v9TnL0xWb7RkEy5HcUa1MdJf8PgSo';
const production = {
  DATABASE_URL: 'postgres://app:x@db/saolang',
  BASE_URL: 'https://ocop.vidu.gov.vn',
  SECRET,
};

function problems(env: Record<string, string>, mode: 'start' | 'serve' = 'start'): readonly string[] {
  try {
    readConfig(env, mode);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblem) return error.lines;
    throw error;
  }
}

describe('settings', () => {
  it('have defaults for a trial: both names of this machine may send forms', () => {
    const config = readConfig({}, 'start');
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      https: false,
      demo: true,
    });
    expect(config.origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000']);
    expect(readConfig({ BASE_URL: 'https://a.vn/' }, 'start')).toMatchObject({
      baseUrl: 'https://a.vn',
      origins: ['https://a.vn'],
      https: true,
    });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'abc' }, 'PORT'],
    [{ BASE_URL: 'ocop.vn' }, 'BASE_URL'],
    [{ BASE_URL: 'https://ocop.vn/duong-dan' }, 'BASE_URL'],
    [{ DATABASE_URL: 'mysql://a/b' }, 'DATABASE_URL'],
    [{ FILES_URL: 's3://x' }, 'FILES_URL'],
    [{ SECRET: 'short' }, 'SECRET'],
    [{ SECRET: 'a'.repeat(40) }, 'SECRET'],
    [{ RATE_LIMITS: 'no' }, 'RATE_LIMITS'],
    [{ TRUSTED_PROXIES: '10.0.0.1, proxy' }, 'TRUSTED_PROXIES'],
    [{ METRICS: '9464' }, 'METRICS'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ SMTP_URL: 'smtp://mail.vn' }, 'MAIL_FROM'],
    [{ SECURITY_CONTACT: 'http://a.vn' }, 'SECURITY_CONTACT'],
    [{ SECURITY_CONTACT: 'javascript:alert(1)' }, 'SECURITY_CONTACT'],
  ])('%j is refused in one line that names it', (env, name) => {
    const lines = problems(env);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: `));
  });

  it('S40 production refuses missing, short and default secrets, and everything made for trials', () => {
    expect(problems(production, 'serve')).toEqual([]);
    expect(readConfig(production, 'serve').demo).toBe(false);
    expect(problems({}, 'serve').map((line) => line.split(':')[0])).toEqual(['SECRET', 'DATABASE_URL', 'BASE_URL']);
    expect(problems({ ...production, SECRET: 'changeme' }, 'serve')[0]).toMatch(/^SECRET: too short/);
    expect(problems({ ...production, RATE_LIMITS: 'off' }, 'serve')[0]).toMatch(/^RATE_LIMITS: /);
    expect([isSecret(SECRET), isSecret('0123456789'.repeat(4)), isSecret('')]).toEqual([true, false, false]);
  });

  it('S34 take an e-mail or https address for reports of weaknesses', () => {
    const contact = (given: string) => readConfig({ SECURITY_CONTACT: given }, 'start').securityContact;
    expect(contact('bao-mat@tinh.gov.vn')).toBe('mailto:bao-mat@tinh.gov.vn');
    expect(contact('https://tinh.gov.vn/bao')).toBe('https://tinh.gov.vn/bao');
    expect(contact('')).toBeUndefined();
  });

  it('stand in docs/operations.md as they are', () => {
    const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    expect(/<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(page)?.[1]).toBe(settingsTable());
  });
});
