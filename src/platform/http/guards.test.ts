import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { smallWeb } from '../../../tests/support/small-web.ts';

const small = await smallWeb();

/** A request as it is, without what fetch adds. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
  target?: string,
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${small.base}${path}`, { method, headers, ...(target ? { path: target } : {}) }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A GET with the whole address in its request line. */
function absolute(target: string): ReturnType<typeof raw> {
  return raw('GET', '', {}, '', target);
}

describe('doors', () => {
  it('S24 refuses what a page of another site sends', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    const cookie = `saolang=${client.cookies.get('saolang')}`;
    const body = new URLSearchParams([
      ...form.fields.filter(([name]) => name !== 'title'),
      ['title', 'Giả mạo'],
    ]).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded', cookie };
    for (const origin of ['https://xau.vn', 'null', `${small.base}.xau.vn`, small.base.replace('http:', 'https:')]) {
      expect([origin, (await raw('POST', '/viec/moi', { ...type, origin }, body)).status]).toEqual([origin, 403]);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect((await raw('POST', '/viec/moi', { ...type, 'sec-fetch-site': site }, body)).status).toBe(403);
    }
    expect(
      (await raw('POST', '/viec/moi', { ...type, origin: small.base.replace('localhost', '127.0.0.1') }, body)).status,
    ).toBe(303);
    const attacks = await small.database.asOwner(`select from access_log where kind = 'attack'`);
    expect(attacks).toHaveLength(6);
  });

  it('S18 unknown methods get 405 with Allow, unknown addresses 404', async () => {
    const wrong = await raw('DELETE', '/viec/moi');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    expect((await raw('POST', '/api/v1/letters', { 'content-type': 'application/json' }, '{}')).status).toBe(405);
    expect(await raw('PROPFIND', '/viec/moi')).toMatchObject({
      status: 405,
      headers: { allow: expect.stringContaining('GET') },
    });
    for (const path of ['/viec/moi', '/healthz', '/readyz', '/api/v1/files', '/giao-dien', '/assets/x.css']) {
      const { status, headers } = await raw('TRACE', path);
      expect([path, status, headers.allow]).toEqual([path, 405, expect.stringContaining('OPTIONS')]);
    }
    for (const method of ['PUT', 'POST', 'DELETE']) {
      expect(await raw(method, '/healthz')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, OPTIONS' } });
    }
    expect(await raw('OPTIONS', '/healthz')).toMatchObject({ status: 204, headers: { allow: 'GET, HEAD, OPTIONS' } });
    expect((await raw('GET', '/viec')).status).toBe(404);
    expect((await raw('GET', '/%')).status).toBe(400);
    expect((await raw('GET', '/%c0%ae%c0%ae/')).status).toBeLessThan(500);
  });

  it('S33 the host somebody writes into the request line goes into no page', async () => {
    for (const path of ['/viec/khong-co', '/', '/']) {
      const { text } = await absolute(`http://evil.example${path}`);
      expect(text).toContain('<link rel="canonical"');
      expect(text).not.toContain('evil.example');
    }
    expect((await absolute('http://evil.example')).status).toBe(200);
    expect((await absolute('http://evil.example/viec/moi')).headers.location).toBe('/dang-nhap?tiep=%2Fviec%2Fmoi');
  });

  it('S24 a form takes only forms, the API only JSON', async () => {
    const cookie = `saolang=${small.signIn().cookies.get('saolang')}`;
    expect(
      (await raw('POST', '/viec/moi', { cookie, 'content-type': 'application/json' }, '{"title":"A"}')).status,
    ).toBe(415);
    expect((await raw('POST', '/viec/moi', { cookie, 'content-type': 'text/plain' }, 'title=A')).status).toBe(415);
    expect((await raw('POST', '/viec/moi', { cookie }, 'title=A')).status).toBe(415);
    expect((await raw('POST', '/api/v1/chores', { cookie }, '{}')).status).toBe(415);
  });

  it('S31 S32 every HTML answer carries the headers, errors too, and no banner', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/'],
      ['GET', '/khong-co'],
      ['GET', '/viec/moi'],
      ['PUT', '/'],
      ['HEAD', '/'],
    ]) {
      const { headers } = await raw(method ?? '', path ?? '');
      const policy = String(headers['content-security-policy']);
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]) {
        expect([path, policy]).toEqual([path, expect.stringContaining(part)]);
      }
      expect(policy).not.toMatch(/unsafe|nonce/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('microphone=()'),
      });
      expect(
        Object.keys(headers).filter((name) => /^(server|x-powered-by|via|strict-transport-security)$/.test(name)),
      ).toEqual([]);
    }
    const page = await small.signIn().page('/viec/moi');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect((await small.signIn().page('/')).headers.get('cache-control')).toBe('private, no-store');
  });

  it('S34 nothing else lies open', async () => {
    for (const path of [
      '/.env',
      '/.git/config',
      '/package.json',
      '/assets/',
      '/assets/manifest.json',
      '/assets/../package.json',
      '/metrics',
      '/docs',
    ]) {
      expect([path, (await raw('GET', path)).status]).toEqual([path, 404]);
    }
    const contact = await raw('GET', '/.well-known/security.txt');
    expect(contact.text).toMatch(/^Contact: \S+\nExpires: \d{4}-/);
  });

  it('S6 over https the cookie is bound to the host and HSTS is sent', async () => {
    const secure = await smallWeb({ BASE_URL: 'https://ocop.vidu.gov.vn' });
    const answer = await secure.visitor().page('/');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const theme = await secure
      .visitor()
      .post('/giao-dien', { theme: 'night', back: '/' }, undefined, { origin: 'https://ocop.vidu.gov.vn' });
    expect(theme.headers.get('set-cookie')).toMatch(/^__Host-saolang-theme=night; .*HttpOnly; Secure; SameSite=Lax$/);
  });

  it('S23 leads back only within this site', async () => {
    for (const back of ['https://xau.vn', '//xau.vn', '/\\xau.vn', 'javascript:alert(1)']) {
      expect((await small.visitor().post('/giao-dien', { theme: 'day', back })).location).toBe('/');
    }
  });
});

describe('limits', () => {
  it('S4 too many writes get 429 with Retry-After; reading goes on', async () => {
    const strict = await smallWeb({ RATE_LIMITS: 'on' });
    const client = strict.signIn();
    const statuses: number[] = [];
    for (let n = 0; n < 310; n++)
      statuses.push((await client.json('POST', '/api/v1/chores', {}, { key: true })).status);
    expect(statuses.slice(0, 300).every((status) => status === 422)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    const refused = await client.json('POST', '/api/v1/chores', {}, { key: true });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await client.page('/viec/moi')).status).toBe(200);
  });
});
