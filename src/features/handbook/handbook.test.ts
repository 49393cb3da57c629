/** The handbook: ordered by the office, made in the background, or written by the command. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '#platform/files/store';
import { TEST_SECRET, testApp } from '../../../tests/support/app.ts';
import { pdfArchiveLevel, pdfText } from '../../../tests/support/documents.ts';

const app = await testApp();
const { asOwner } = app.database;
const province = await app.signIn('province');
const one = async <T>(query: string, values: readonly unknown[] = []): Promise<T> =>
  (await asOwner<Record<string, T>>(query, values)).map((row) => Object.values(row)[0])[0] as T;
const area = await one<string>(
  `select province from lifecycle where process = 'council' and province is not null limit 1`,
);
const code = await one<string>('select code from unit_version where unit = $1 and valid_to is null', [area]);
/** What holds in the province on the day, by the state the law gives it. */
const held = await asOwner<{ id: string; name: string; producer: string | null }>(
  `select distinct p.id, p.name, r.name as producer from product p join product_search s on s.product = p.id and s.open
     left join producer r on r.id = p.producer join recognition g on g.product = p.id join lifecycle l on l.id = g.id
    where p.province = $1 and g.issued_latest <= '2025-12-01' and g.expires_earliest > '2025-12-01' and coalesce(g.ended_on, 'infinity') > '2025-12-01'`,
  [area],
);

/** Orders one and waits until it is made or given up; its address. */
async function ordered(fields: Record<string, string> = {}): Promise<string> {
  const page = await province.page('/cam-nang');
  const sent = await province.submit(page.form('/cam-nang'), fields);
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  const at = sent.location ?? '';
  for (let tries = 0; tries < 600; tries += 1) {
    if (!(await one<boolean>('select job from handbook where id = $1', [at.split('/').at(-1)]))) return at;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error('the handbook is not made');
}
const bytesOf = async (at: string) => new Uint8Array(await (await province.fetch(`${at}/cam-nang.pdf`)).arrayBuffer());

describe('the office makes its handbook', () => {
  it('has each product that holds, on a page of contents and index with the right number, as PDF/A', async () => {
    const [first] = held;
    const files = await openFileStore('file:files', app.dataDir);
    const picture = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#2a6' } })
      .jpeg()
      .toBuffer();
    const { id, sha256, size } = await files.putOwn(picture, { kind: 'jpeg', type: 'image/jpeg', name: 'anh.jpg' });
    await asOwner(
      `insert into file (id, sha256, size, type, name, attached) values ($1, $2, $3, 'image/jpeg', 'anh.jpg', true)`,
      [id, sha256, size],
    );
    await asOwner('update product set picture = $1 where id = $2', [id, first?.id]);
    await asOwner(
      `update producer set phone = '0912345678', email = 'kin@example.vn', contact_open = '{phone}' where id = (select producer from product where id = $1)`,
      [first?.id],
    );
    expect(held.length).toBeGreaterThan(2);
    const at = await ordered({ asOf: '01/12/2025' });
    const shown = await province.page(at);
    expect(shown.text).toContain('Đã xong');
    expect(shown.text).toContain(`${held.length} sản phẩm`);
    const bytes = await bytesOf(at);
    expect(pdfArchiveLevel(bytes)).toBe('2A');
    const pages = await pdfText(bytes);
    const whole = pages.join(' ');
    for (const { name, producer } of held) {
      expect(whole).toContain(name.normalize('NFC'));
      if (producer) expect(whole).toContain(producer.normalize('NFC'));
    }
    expect(whole).toContain('0912345678');
    expect(whole).not.toContain('kin@example.vn');
    const own = pages.findIndex((page, index) => index > 2 && page.includes(String(first?.name)));
    const index = pages.filter((page) => page.includes('Bảng tra sản phẩm')).at(-1) ?? '';
    expect(index.replace(/\s/g, '')).toContain(`${first?.name}${own}`.replace(/\s/g, '')); // the cover bears no number
    expect(await one<string>('select state from lifecycle where id = $1', [at.split('/').at(-1)])).toBe('made');
  });

  it('says why when nothing held on the day, and makes nothing', async () => {
    const at = await ordered({ asOf: '02/07/2025', unit: await emptyCommune() });
    const shown = await province.page(at);
    expect(shown.text).toContain('không có sản phẩm nào còn hiệu lực');
    expect((await province.fetch(`${at}/cam-nang.pdf`)).status).toBe(404);
  });

  it('refuses a day to come, a place of another province, a day before the unit was there', async () => {
    const page = await province.page('/cam-nang');
    const form = page.form('/cam-nang');
    const other = await one<string>(
      `select unit from unit_version where parent <> $1 and valid_to is null and unit in (select id from unit where level = 'commune') limit 1`,
      [area],
    );
    for (const [fields, words] of [
      [{ asOf: '01/01/2030' }, 'Chọn hôm nay hoặc một ngày đã qua'],
      [{ unit: other }, 'Chọn tỉnh mình hoặc một xã, phường của tỉnh'],
      [{ asOf: '31/02/2026' }, 'ngày'],
    ] as const) {
      const answer = await province.submit(form, fields);
      expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
    }
  });

  it('is nobody else’s', async () => {
    const at = `/cam-nang/${await one<string>('select id from handbook limit 1')}`;
    for (const role of ['producer', 'commune', 'inspector']) {
      const client = await app.signIn(role);
      expect([role, (await client.page('/cam-nang')).status, (await client.page(at)).status]).toEqual([role, 404, 404]);
      expect((await client.json('POST', '/api/v1/handbooks', {}, { key: true })).status).toBe(404);
    }
    expect((await app.visitor().page(at)).status).toBe(303);
  });

  it('stops when asked', async () => {
    const id = await one<string>('select id from handbook where not job limit 1');
    const late = await province.json('POST', `/api/v1/handbooks/${id}/stop`, {}, { key: true, ifMatch: 2 });
    expect([late.status, late.body.detail]).toEqual([409, 'Hệ thống đã làm xong, không còn gì để dừng.']);
  });
});

const emptyCommune = () =>
  one<string>(
    `select v.unit from unit_version v where v.parent = $1 and v.valid_to is null
       and not exists (select from product p where p.commune = v.unit) limit 1`,
    [area],
  );

describe('saolang handbook', () => {
  const { app: DATABASE_URL, owner: DATABASE_OWNER_URL, report: DATABASE_REPORT_URL } = app.database.urls;
  const urls = { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_REPORT_URL };
  const env = { ...process.env, ...urls, DATA_DIR: app.dataDir, SECRET: TEST_SECRET, BASE_URL: app.base };
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, ['bin/saolang.mjs', 'handbook', ...words], { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code: exit, stderr }: { code: number; stderr: string }) => ({ code: exit, said: stderr }),
    );

  it('writes the file, and refuses in words what it does not understand', async () => {
    const out = join(app.dataDir, 'cam-nang.pdf');
    const done = await run('--unit', code, '--as-of', '2025-12-01', '--out', out);
    expect(done).toEqual({ code: 0, said: expect.stringContaining(`${held.length} sản phẩm`) });
    expect((await pdfText(new Uint8Array(await readFile(out))))[0]).toContain('Cẩm nang sản phẩm OCOP');
    expect(await run('--unit', '98', '--out', out)).toEqual({ code: 2, said: expect.stringContaining('mã 98') });
  }, 120_000);
});
