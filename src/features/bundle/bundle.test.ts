/** A dossier as one ZIP: what is in it, who may take it, and that it is checked without the system. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, dossiersInRound, signed } from '../../../tests/support/council.ts';
import { pdfArchiveLevel, pdfWords } from '../../../tests/support/documents.ts';
import { upload } from '../../../tests/support/dossiers.ts';
import { verifyBundle } from './verify.ts';

const app = await testApp();
let folder = '';
let dossier = '';
let zip: Uint8Array = new Uint8Array();

/** A recognised dossier of the demonstration with filings. */
async function recognised(): Promise<string> {
  const [row] = await app.database.asOwner<{ id: string }>(
    `select d.id from dossier d join lifecycle l on l.id = d.id
      where l.state = 'recognised' and exists (select from dossier_filing f where f.dossier = d.id)
        and exists (select from decision_item i where i.dossier = d.id) order by d.id limit 1`,
  );
  return row?.id ?? '';
}

const take = async (account: string, of = dossier) => (await app.signIn(account)).fetch(`/ho-so/${of}/bo-ho-so.zip`);
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const faultsOf = async (name: string, content: Zippable) => {
  const path = join(folder, name);
  await writeFile(path, zipSync(content));
  return (await verifyBundle(path)).filter((one) => !one.fits).map((one) => one.words);
};
const saolang = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['bin/saolang.mjs', ...args], { env: { ...process.env, DATABASE_URL: 'none' } })
    .then(({ stdout }) => ({ code: 0, stdout }))
    .catch((error: { code: number; stdout: string; stderr: string }) => error);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saolang-bundle-'));
  dossier = await recognised();
  const answer = await take('province');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  zip = await bytesOf(answer);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a bundle', () => {
  it('holds data, filings, forms, signed files and an index without scripts', async () => {
    const files = unzipSync(zip);
    const names = Object.keys(files);
    for (const one of ['ban-ke.json', 'du-lieu.json', 'muc-luc.html', 'muc-luc.pdf', 'ban-nop/lan-1.json'])
      expect(names).toContain(one);
    expect(names).toEqual(expect.arrayContaining(['van-ban/mau-01.pdf', 'van-ban/mau-02.pdf']));
    expect(names.some((one) => one.startsWith('giay-to/'))).toBe(true);
    expect(names.some((one) => /^da-ky\/\d\d-quyet-dinh\.pdf$/.test(one))).toBe(true);
    const page = strFromU8(files['muc-luc.html'] ?? new Uint8Array());
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|onclick=|https?:/);
    for (const one of names.filter((path) => path !== 'ban-ke.json' && !path.startsWith('muc-luc')))
      expect(page).toContain(`href="${one}"`);
    const pdf = files['muc-luc.pdf'] ?? new Uint8Array();
    expect(pdfArchiveLevel(pdf)).toBe('2A');
    expect(await pdfWords(pdf)).toContain('MỤC LỤC BỘ HỒ SƠ');
    const data = JSON.parse(strFromU8(files['du-lieu.json'] ?? new Uint8Array()));
    expect(data.dossier.id).toBe(dossier);
    expect(data.outcome.certificateNumber).toMatch(/GCN-OCOP/);
    expect(data.result.mean).toMatch(/^\d+,\d\d$/);
    expect(JSON.stringify(data)).not.toMatch(/"sheets"|"seat"/);
  });

  it('is checked without the system, in words', async () => {
    const path = join(folder, 'nguyen.zip');
    await writeFile(path, zip);
    expect((await verifyBundle(path)).filter((one) => !one.fits)).toEqual([]);
    const told = await saolang('verify-bundle', path);
    expect([told.code, told.stdout.trim().split('\n').at(-1)]).toEqual([0, 'Kết luận: bộ hồ sơ còn nguyên.']);
    expect(told.stdout).toMatch(/Khớp: Nội dung nộp lần 1 khớp mã niêm phong [0-9a-f]{12}…/);
  }, 30_000);

  it('says what was changed, what is missing, what was added', async () => {
    const files = unzipSync(zip);
    const paper = Object.keys(files).find((one) => one.startsWith('giay-to/')) ?? '';
    const { [paper]: gone = new Uint8Array(), ...without } = files;
    expect((await faultsOf('thieu.zip', without))[0]).toMatch(/^Thiếu tệp giay-to\/01-/);
    expect(await faultsOf('them.zip', { ...files, 'la.txt': strToU8('x') })).toEqual([
      'Tệp la.txt không có trong bản kê.',
    ]);
    const other = gone.map((byte, at) => (at === gone.length - 1 ? byte ^ 1 : byte));
    expect((await faultsOf('doi.zip', { ...files, [paper]: other }))[0]).toMatch(/đã khác so với bản kê\.$/);
  });

  it('a list made to fit a changed filing does not help: its seal no longer fits', async () => {
    const files = unzipSync(zip);
    const filing = strToU8(strFromU8(files['ban-nop/lan-1.json'] ?? new Uint8Array()).replace('"form"', '"form" '));
    const { createHash } = await import('node:crypto');
    const list = JSON.parse(strFromU8(files['ban-ke.json'] ?? new Uint8Array()));
    for (const one of list.files)
      if (one.path === 'ban-nop/lan-1.json')
        Object.assign(one, { size: filing.length, sha256: createHash('sha256').update(filing).digest('hex') });
    const made = { ...files, 'ban-nop/lan-1.json': filing, 'ban-ke.json': strToU8(JSON.stringify(list)) };
    expect(await faultsOf('kheo.zip', made)).toEqual(['Nội dung nộp lần 1 không khớp mã niêm phong của lần đó.']);
  });

  it('refuses in words what is no bundle', async () => {
    const path = join(folder, 'khac.zip');
    await writeFile(path, zipSync({ 'a.txt': strToU8('x') }));
    await expect(verifyBundle(path)).rejects.toThrow('không có ban-ke.json');
    await writeFile(path, 'not a zip');
    await expect(verifyBundle(path)).rejects.toThrow('Tệp không phải ZIP');
    await writeFile(path, zip.subarray(0, zip.length - 400));
    await expect(verifyBundle(path)).rejects.toThrow();
  });
});

describe('S38 taking a bundle', () => {
  it('is logged as an export, with the dossier', async () => {
    const rows = await app.database.asOwner<{ kind: string; what: unknown }>(
      `select kind, facts::text as what from access_log where subject = $1 and kind = 'export'`,
      [dossier],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).toContain('dossier.export');
  });

  it('S14 is not for members of the council, other communes or visitors', async () => {
    for (const account of ['council-member-1', 'council-chair', 'administrator', 'inspector'])
      expect([account, (await take(account)).status]).toEqual([account, 404]);
    expect((await app.visitor().fetch(`/ho-so/${dossier}/bo-ho-so.zip`, { redirect: 'manual' })).status).not.toBe(200);
  });

  it('the producer takes its own, without names of officers and without the council’s result', async () => {
    const [own] = await app.database.asOwner<{ id: string }>(
      `select l.id from lifecycle l join appointment m on m.producer = l.producer join account a on a.id = m.account
        where a.username = 'producer' and l.process = 'dossier' and l.state <> 'draft' order by l.id limit 1`,
    );
    const answer = await take('producer', own?.id);
    expect(answer.status).toBe(200);
    const data = JSON.parse(strFromU8(unzipSync(await bytesOf(answer))['du-lieu.json'] ?? new Uint8Array()));
    expect(data.result).toBeNull();
    expect(data.history.length).toBeGreaterThan(0);
    expect(JSON.stringify(data.history)).not.toContain('actorName');
  });
});

it('holds what the advisory team asked for and was sent, its visits with photos and signed minutes, and checks them', async () => {
  const { dossiers } = await dossiersInRound(app, ['Miến trong bộ hồ sơ'], null);
  const [id = ''] = dossiers;
  const [province, producer] = [await app.signIn('province'), await app.signIn('producer')];
  const [photo, minutes, paper] = [
    await upload(province, 'a.png'),
    await signed(app, province),
    await upload(producer, 'b.png'),
  ];
  const ask = { kind: 'test', what: 'Phiếu kiểm nghiệm chì' };
  await act(app, province, `/dossiers/${id}/advice-requests`, ask, id);
  const [request] = await app.database.asOwner<{ id: string }>('select id from advice_request where dossier = $1', [
    id,
  ]);
  const answer = { file: paper, title: 'Phiếu số 9', answer: 'Kèm phiếu' };
  await act(app, producer, `/dossiers/${id}/advice-requests/${request?.id}/answer`, answer, id);
  const [today] = await app.database.asOwner<{ day: string }>('select current_date::text as day');
  const visit = { visitedOn: today?.day, place: 'Xưởng', people: 'Một người', findings: 'Sạch', photos: [photo] };
  const made = await act(app, province, `/dossiers/${id}/site-visits`, visit, id);
  await act(app, province, `/dossiers/${id}/site-visits/${made.visit}/signed-minutes`, { file: minutes }, id);

  const files = unzipSync(await bytesOf(await take('province', id)));
  const names = Object.keys(files).filter((one) => one.startsWith('to-tu-van/'));
  expect(names.sort()).toEqual(
    ['de-nghi-01-01.png', 'khao-sat-01-anh-01.png', 'khao-sat-01-bien-ban.pdf'].map((one) => `to-tu-van/${one}`),
  );
  const data = JSON.parse(strFromU8(files['du-lieu.json'] ?? new Uint8Array())).adviceWork;
  expect(data.requests[0]).toMatchObject({ what: ask.what, answer: 'Kèm phiếu', files: [{ path: names[0] }] });
  expect(data.visits[0]).toMatchObject({ place: 'Xưởng', findings: 'Sạch' });
  expect(strFromU8(files['muc-luc.html'] ?? new Uint8Array())).toContain('Gửi theo đề nghị của Tổ tư vấn: Phiếu số 9');
  const path = join(folder, 'tu-van.zip');
  await writeFile(path, zipSync(files));
  const found = await verifyBundle(path);
  expect(found.filter((one) => !one.fits)).toEqual([]);
  expect(found.map((one) => one.words)).toContain('Việc của Tổ tư vấn: 1 đề nghị, 1 lần khảo sát, 3 tệp đều khớp.');
  // A picture changed together with the list still does not fit what the visit names.
  const [, picture = ''] = names;
  const other = strToU8('khác');
  const list = JSON.parse(strFromU8(files['ban-ke.json'] ?? new Uint8Array()));
  const { createHash } = await import('node:crypto');
  for (const one of list.files)
    if (one.path === picture)
      Object.assign(one, { size: other.length, sha256: createHash('sha256').update(other).digest('hex') });
  expect(
    await faultsOf('anh-khac.zip', { ...files, [picture]: other, 'ban-ke.json': strToU8(JSON.stringify(list)) }),
  ).toEqual([`Tệp ${picture} khác tệp ghi ở việc của Tổ tư vấn.`]);
}, 60_000);

it('holds the complaint and its answer for those who may read them', async () => {
  const producer = await app.signIn('producer');
  const [own] = await app.database.asOwner<{ id: string }>(
    `select d.id from dossier d join lifecycle l on l.id = d.id join producer m on m.id = d.producer
      where l.state = 'recognised' and m.name like '%Cánh Diều%' order by d.id limit 1`,
  );
  const id = own?.id ?? '';
  const body = { content: 'Chưa tính hợp đồng', file: await signed(app, producer) };
  const made = await act(app, producer, `/dossiers/${id}/complaint`, body, id);
  const names = async (account: string) => Object.keys(unzipSync(await bytesOf(await take(account, id))));
  for (const account of ['producer', 'commune', 'province'])
    expect([account, (await names(account)).some((one) => /-khieu-nai\.pdf$/.test(one))]).toEqual([account, true]);
  await act(app, producer, `/reviews/${made.id}/withdrawal`, {}, String(made.id));
});
