/** Tests 5, 24 and section 2 of the order: the seal anyone can check, versions with reasons, spread traced and told. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  scoring,
  sheetOf,
  versionOf,
} from '../../../tests/support/council.ts';
import { setIndexOf } from './compute.ts';
import { demoSheet } from './demo-sheets.ts';

const app = await testApp();
const index = await setIndexOf(SET);
const people = new Map<string, Client>();
const as = async (key: string): Promise<Client> => {
  const client = people.get(key) ?? (await app.signIn(key));
  people.set(key, client);
  return client;
};
const folder = await mkdtemp(join(tmpdir(), 'saolang-record-'));
afterAll(() => rm(folder, { recursive: true }));
let [session, near, wide] = ['', '', ''];

/** Everybody hands in; one member gives less on one product. */
async function everybody(dossier: string, less: number): Promise<void> {
  for (const [at, key] of SCORERS.entries()) {
    const sheet = await sheetOf(app, session, dossier, key);
    const answer = await handIn(app, await as(key), sheet, demoSheet(index, 4, at === 1 ? 82 - less : 82, at));
    expect(answer.status).toBe(200);
  }
}

beforeAll(async () => {
  const made = await dossiersInRound(app, ['Miến niêm phong một', 'Miến niêm phong hai']);
  [near = '', wide = ''] = made.dossiers;
  const [province, secretary] = [await as('province'), await as('council-secretary')];
  const council = await establish(app, province, [], { spreadFollows: 'rescore' });
  session = await scoring(app, { ...made, province, secretary, council });
  await everybody(near, 0);
  await everybody(wide, 12);
}, 120_000);

const recordPath = () => `/phien/${session}/ho-so-phien.json`;
const open = async () => {
  for (const step of ['closure', 'opening'])
    await act(app, await as('council-secretary'), `/sessions/${session}/${step}`, {}, session);
};

it('S14 before the opening there is no record, no versions, no traced spread', async () => {
  const sheet = await sheetOf(app, session, near, 'council-member-1');
  for (const key of ['council-secretary', 'council-chair', 'council-member-1', 'province', 'auditor', 'producer'])
    for (const path of [recordPath(), `/phien/${session}/phieu/${sheet}`, `/phien/${session}/chenh-lech/${wide}`])
      expect([key, path, (await (await as(key)).fetch(path)).status]).toEqual([key, path, 404]);
});

it('a pair over the limit is traced to its criteria with both notes; the regulation asks to score again first', async () => {
  await open();
  const secretary = await as('council-secretary');
  const page = await secretary.page(`/phien/${session}/chenh-lech/${wide}`);
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/chênh \d+/);
  expect(page.text).toContain('Minh chứng của chủ thể');
  expect(page.text).toContain('Không ghi nhận xét');
  const body = { dossier: wide, reason: 'Giữ ngay' };
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  const early = await secretary.json('POST', `/api/v1/sessions/${session}/accepted-spreads`, body, ask);
  expect([early.status, early.body.code]).toEqual([409, 'rescoreFirst']);
  const again = { dossiers: [wide], reason: 'Chênh nhau về vùng nguyên liệu' };
  await act(app, secretary, `/sessions/${session}/rescoring`, again, session);
  await everybody(wide, 0);
  await open();
});

it('24 a sheet handed in again keeps its first version readable, the new one has its reason', async () => {
  const sheet = await sheetOf(app, session, wide, 'council-member-1');
  const member = await as('council-member-3');
  const now = await member.page(`/phien/${session}/phieu/${sheet}`);
  expect(now.text).toContain('82 điểm');
  expect(now.text).toContain('Chênh nhau về vùng nguyên liệu');
  const first = await member.page(`/phien/${session}/phieu/${sheet}?ban=1`);
  expect(first.text).toContain('70 điểm');
  expect(first.text).toContain('Kết quả tính theo bản 2');
  expect((await (await as('producer')).page(`/phien/${session}/phieu/${sheet}`)).status).toBe(404);
  expect((await member.page(`/phien/${session}/phieu/${sheet}?ban=9`)).status).toBe(404);
});

interface Kept {
  seal: string;
  products: { sheets: { versions: { total: number; answers: Record<string, unknown>; reason: string | null }[] }[] }[];
  minutes: { content: { spreads: { product: string; paragraphs: string[] }[]; seal: string } };
}
let kept: Kept | undefined;
const command = async (...args: string[]): Promise<{ exit: number; said: string }> => {
  const bin = fileURLToPath(new URL('../../../bin/saolang.mjs', import.meta.url));
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const ran = promisify(execFile)(process.execPath, [bin, 'verify-session', ...args], { env }).then(
    ({ stdout }) => ({ exit: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      exit: error.code,
      said: error.stdout + error.stderr,
    }),
  );
  return ran;
};
const written = async (name: string, record: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(record));
  return path;
};

it('the seal is in the ledger, on the page and in the minutes; the record checks without the system', async () => {
  const secretary = await as('council-secretary');
  await act(app, secretary, `/sessions/${session}/conclusion`, { minutesNumber: '07/BB-HĐ' }, session);
  kept = (await (await secretary.fetch(recordPath())).json()) as Kept;
  const [row] = await app.database.asOwner<{ seal: string }>(
    `select facts->>'seal' as seal from ledger where subject = $1 and action = 'session.conclude'`,
    [session],
  );
  expect([row?.seal, kept.minutes.content.seal]).toEqual([kept.seal, kept.seal]);
  expect((await secretary.page(`/phien/${session}`)).text).toContain(kept.seal);
  const [story] = kept.minutes.content.spreads;
  expect(story?.product).toBe('Miến niêm phong hai');
  expect(story?.paragraphs[0]).toMatch(
    /^Lần chấm 1, .*chênh 12 điểm\. Chênh nhiều nhất ở tiêu chí .*Hội đồng chấm lại\. Lý do: Chênh nhau/,
  );
  expect(story?.paragraphs[1]).toMatch(
    /^Sau khi chấm lại: trung bình 81,83 điểm, chênh lệch rộng nhất 1 điểm, trong giới hạn/,
  );
  const { exit, said } = await command(await written('right.json', kept), '--seal', kept.seal);
  expect([exit, said]).toEqual([0, expect.stringContaining('Cả 10 điều đều đúng.')]);
  const exported = await app.database.asOwner<{ n: number }>(
    `select count(*)::int as n from access_log where kind = 'export' and facts::text like '%exportRecord%'`,
  );
  expect(exported[0]?.n).toBeGreaterThan(0);
});

it('whatever is changed in the record is found and named', async () => {
  const change = async (name: string, work: (record: Kept) => void) => {
    const copy = structuredClone(kept) as Kept;
    work(copy);
    return command(await written(name, copy));
  };
  const sheet = (record: Kept, at: number) => record.products[1]?.sheets[at];
  const points = await change('points.json', (record) => {
    const version = sheet(record, 0)?.versions.at(-1);
    if (version) version.total += 1;
  });
  expect([points.exit, points.said]).toEqual([1, expect.stringContaining('SAI   Mã niêm phong của 18 bản phiếu')]);
  expect(points.said).toMatch(/ghi 83 điểm, theo ô đã chọn là 82 điểm/);
  const gone = await change('gone.json', (record) => void sheet(record, 0)?.versions.shift());
  expect(gone.said).toMatch(/SAI {3}Phiếu nộp lại có lý do.*thiếu bản 1/s);
  expect(gone.said).toMatch(/SAI {3}Chuỗi thứ tự nộp phiếu/);
  const silent = await change('silent.json', (record) => {
    const version = sheet(record, 0)?.versions.at(-1);
    if (version) version.reason = '';
  });
  expect(silent.said).toMatch(/không có lý do nộp lại/);
  expect(silent.said).toMatch(/SAI {3}Mã niêm phong của phiên/);
  const minutes = await change('minutes.json', (record) => void record.minutes.content.spreads.pop());
  expect(minutes.said).toMatch(/SAI {3}Nội dung biên bản/);
  const other = await command(join(folder, 'right.json'), '--seal', 'ab'.repeat(32));
  expect([other.exit, other.said]).toEqual([1, expect.stringContaining('Mã đưa vào khác')]);
  for (const [name, text] of Object.entries({ 'x.json': '{', 'y.json': '{"format":"saolang-session/1"}' })) {
    await writeFile(join(folder, name), text);
    expect([name, (await command(join(folder, name))).exit]).toEqual([name, 2]);
  }
  expect((await command()).exit).toBe(2);
});

it('the kept record does not change any more, whatever the database role tries', async () => {
  await expect(
    app.database.asOwner(`update session_record set seal = 'x' where session = $1`, [session]),
  ).rejects.toThrow('append-only');
  const again = await (await (await as('province')).fetch(recordPath())).json();
  expect(again).toEqual(kept);
});

it('other rules are tried on the finished session and change nothing; the chair reads how members judged', async () => {
  const before = await app.database.asOwner('select * from evaluation_result where session = $1 order by dossier', [
    session,
  ]);
  const province = await as('province');
  const path = `/phien/${session}/thu-quy-che`;
  const same = await province.page(path);
  expect(same.text).toContain('Không sản phẩm nào đổi sao');
  const tried = await province.page(
    `${path}?asked=1&quorumPercent=100&spreadLimit=1&gateBasis=everyMember&dropExtremes=on`,
  );
  expect(tried.status).toBe(200);
  expect(tried.text).toMatch(/Phiếu bỏ ra/);
  expect(tried.text).toContain('82,00 điểm');
  expect((await province.page(`${path}?quorumPercent=abc&gateBasis=x`)).status).toBe(200);
  const chair = await as('council-chair');
  const report = await chair.page(`/phien/${session}/viec-cham`);
  expect(report.text).toContain('Bỏ một phiếu bất kỳ vẫn 4 sao');
  expect(report.text).toMatch(/[+−]\d,\d điểm/);
  for (const form of ['pdf', 'docx'])
    expect((await (await chair.fetch(`/phien/${session}/viec-cham.${form}`)).arrayBuffer()).byteLength).toBeGreaterThan(
      2000,
    );
  for (const key of ['province', 'council-secretary', 'council-member-1', 'producer'])
    expect((await (await as(key)).page(`/phien/${session}/viec-cham`)).status).toBe(404);
  for (const key of ['council-member-1', 'producer', 'commune'])
    expect((await (await as(key)).page(path)).status).toBe(404);
  expect(
    await app.database.asOwner('select * from evaluation_result where session = $1 order by dossier', [session]),
  ).toEqual(before);
});
