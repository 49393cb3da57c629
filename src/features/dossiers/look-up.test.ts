/** U20: where a dossier is, without signing in, by receipt number and telephone; and what it never says. */
import { describe, expect, it } from 'vitest';
import { TEST_SECRET, testApp } from '../../../tests/support/app.ts';
import { openToken } from './look-up.ts';

const app = await testApp();
const PHONE = '0000 000 001';

interface Dossier {
  readonly id: string;
  readonly slip: string;
  readonly state: string;
}
const dossiers = (await app.database.asOwner(
  `select distinct on (d.id) d.id, s.text as slip, l.state from dossier d join lifecycle l on l.id = d.id
     join receipt_slip s on s.dossier = d.id join producer m on m.id = d.producer where m.phone = $1
    order by d.id, s.body, s.year desc, s.number desc`,
  [PHONE],
)) as unknown as Dossier[];
const inState = (state: string): Dossier => {
  const found = dossiers.find((one) => one.state === state);
  if (!found) throw new Error(`the demonstration has no dossier in state ${state}`);
  return found;
};

async function ask(given: { code: string; phone: string }) {
  const visitor = app.visitor();
  const form = (await visitor.page('/tra-cuu-ho-so')).form('/tra-cuu-ho-so');
  const sent = await visitor.submit(form, given);
  return { sent, page: sent.location === null ? null : await visitor.page(sent.location) };
}

describe('U20 a dossier by receipt number and telephone', () => {
  it('leads to the plain timeline, forgiving the writing of both', async () => {
    const { slip } = inState('checking');
    for (const [code, phone] of [
      [slip, PHONE],
      [slip.toLowerCase().replaceAll(/[-/]/g, ' '), '0000.000.001'],
      [slip.replaceAll('0', 'O'), '0000000001'],
    ] as const) {
      const { sent, page } = await ask({ code, phone });
      expect([code, sent.status]).toEqual([code, 303]);
      expect(page?.text).toContain('Xã đang kiểm tra');
      expect(page?.text).toContain(`Phiếu số ${slip}`);
      expect(page?.headers.get('cache-control')).toContain('no-store');
      expect(page?.html).toContain('<meta name="robots" content="noindex');
    }
  });

  it('names offices, never persons, points or what officers wrote (S15)', async () => {
    const people = (await app.database.asOwner('select full_name as name from account')) as unknown as {
      name: string;
    }[];
    for (const { slip, state } of dossiers) {
      const { page } = await ask({ code: slip, phone: PHONE });
      const main = /<main[\s\S]*<\/main>/.exec(page?.html ?? '')?.[0] ?? '';
      expect([state, main.length > 500]).toEqual([state, true]);
      for (const { name } of people) expect([state, main.includes(name)]).toEqual([state, false]);
      expect([state, /Nguyễn Văn Giả|\d điểm|quá 12 tháng|0000/.exec(main.replaceAll(slip, ''))]).toEqual([
        state,
        null,
      ]);
    }
    expect(dossiers.some(({ state }) => state === 'returned')).toBe(true);
  });

  it('the English twin asks, answers and refuses in English, and says the same', async () => {
    const visitor = app.visitor();
    const page = await visitor.page('/en/tra-cuu-ho-so');
    expect(page.html).toContain(`hreflang="vi" href="${app.base}/tra-cuu-ho-so"`);
    const form = page.form('/en/tra-cuu-ho-so');
    const vietnamese = /[ăâđêôơưĂÂĐÊÔƠƯà-ỹ]/u;
    const mainOf = (html: string) => (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replace(/<[^>]*>/g, ' ');
    for (const given of [
      { code: '9999-X/PĐK-33-11977-2026', phone: PHONE },
      { code: '', phone: '' },
      { code: 'x'.repeat(61), phone: '1'.repeat(31) },
    ]) {
      const { status, html } = await visitor.submit(form, given);
      expect(status).toBe(422);
      const words = /<div class="esum"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
      expect([given, vietnamese.exec(words.replaceAll(given.code || '-', ''))]).toEqual([given, null]);
      expect(words).toMatch(/receipt/);
    }
    for (const { slip, state } of dossiers) {
      const sent = await visitor.submit(form, { code: slip, phone: PHONE });
      expect([state, sent.location?.startsWith('/en/tra-cuu-ho-so/')]).toEqual([state, true]);
      const [english, other] = await Promise.all(
        [sent.location ?? '', (sent.location ?? '').slice(3)].map((path) => visitor.page(path)),
      );
      const steps = (html = '') => html.match(/<li class="(done|now|next|stop)"/g);
      expect([state, steps(english?.html)]).toEqual([state, steps(other?.html)]);
      const timeline = /<ol class="tl"[\s\S]*?<\/ol>/.exec(english?.html ?? '')?.[0] ?? '';
      const words = timeline.replace(/<[^>]*>/g, ' ').replace(/(no\.|round) [^<\n]*?\d{4}\S*/gi, '');
      expect([state, vietnamese.exec(words)]).toEqual([state, null]);
      expect([state, mainOf(english?.html ?? '').includes('undefined')]).toEqual([state, false]);
    }
    expect((await visitor.page('/en/tra-cuu-ho-so/x')).location).toBe('/en/tra-cuu-ho-so');
  });

  it('S5 a wrong number, a wrong telephone and a draft get the same answer', async () => {
    const { slip } = inState('checking');
    const [draft] = await app.database.asOwner(
      "select d.id from dossier d join lifecycle l on l.id = d.id where l.state = 'draft' limit 1",
    );
    const asked = [
      { code: slip, phone: '0000 000 002' },
      { code: slip, phone: '1' },
      { code: '9999-X/PĐK-33-11977-2026', phone: PHONE },
      { code: String((draft as { id: string }).id), phone: PHONE },
      { code: '%', phone: PHONE },
      { code: "' or 1=1 --", phone: "' or 1=1 --" },
    ];
    const words = new Set<string>();
    for (const given of asked) {
      const { sent } = await ask(given);
      expect([given, sent.status]).toEqual([given, 422]);
      words.add(/<div class="esum"[\s\S]*?<\/div>/.exec(sent.html)?.[0] ?? '');
    }
    expect([...words]).toEqual([expect.stringContaining('Không có hồ sơ nào khớp cả số phiếu và số điện thoại')]);
  });

  it('S5 a wrong number and a wrong telephone take the same time', async () => {
    const { slip } = inState('checking');
    const timed = async (given: object) => {
      const from = performance.now();
      const { status } = await app.visitor().json('POST', '/api/v1/dossier-look-ups', given);
      expect(status).toBe(422);
      return performance.now() - from;
    };
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < 25; round++) {
      times[0].push(await timed({ code: slip, phone: '0000 000 002' }));
      times[1].push(await timed({ code: '9999-X/PĐK-33-11977-2026', phone: PHONE }));
    }
    const [phone = 0, code = 0] = times.map((some) => some.toSorted((a, b) => a - b)[12]);
    expect(Math.abs(phone - code), `${phone} ms and ${code} ms`).toBeLessThan(Math.max(20, 0.2 * code));
  });

  it('the link to the answer is sealed and ends after a quarter of an hour', async () => {
    const { sent } = await ask({ code: inState('submitted').slip, phone: PHONE });
    const path = sent.location ?? '';
    const token = path.split('/').at(-1) ?? '';
    const forged = `${token.slice(0, 5)}${token[5] === 'A' ? 'B' : 'A'}${token.slice(6)}`;
    for (const wrong of [forged, 'x', token.slice(1), `${token}AAAA`]) {
      expect((await app.visitor().page(`/tra-cuu-ho-so/${wrong}`)).location).toBe('/tra-cuu-ho-so');
    }
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    expect(openToken(TEST_SECRET, token, minutes(14))).toBe(inState('submitted').id);
    expect(openToken(TEST_SECRET, token, minutes(16))).toBeNull();
    expect(openToken('another secret', token, minutes(1))).toBeNull();
  });
});

describe('S4 guessing', () => {
  it('is stopped after eight wrong telephones for one number, also for the right one, and never tells', async () => {
    const strict = await testApp({ env: { RATE_LIMITS: 'on' } });
    const { slip } = inState('submitted');
    const guess = (code: string, phone: string) =>
      strict.visitor().json('POST', '/api/v1/dossier-look-ups', { code, phone });
    for (let no = 0; no < 8; no++) expect((await guess(slip, `09123456${10 + no}`)).status).toBe(422);
    const full = await guess(slip, PHONE);
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '60']);
    for (let no = 0; no < 8; no++) expect((await guess('8888-X/PĐK-33-11977-2026', PHONE)).status).toBe(422);
    expect((await guess('8888-X/PĐK-33-11977-2026', PHONE)).status).toBe(429);
  });
});
