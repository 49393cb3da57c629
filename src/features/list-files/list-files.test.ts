/** Long lists are made in the background for the one who asked. */
import { describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock';
import { testApp } from '../../../tests/support/app.ts';
import { forgetOldListFiles } from './upkeep.ts';

const app = await testApp();
const { asOwner } = app.database;
const province = await app.signIn('province');
await asOwner(
  `insert into setting (key, value, valid_from, note) values ('listRowsAtOnce', '10', '2026-01-01', 'thử')`,
);
const one = async <T>(query: string, values: readonly unknown[] = []): Promise<T> =>
  (await asOwner<Record<string, T>>(query, values)).map((row) => Object.values(row)[0])[0] as T;

/** From the list's own address to the page of its file. */
async function asked(list: string): Promise<string> {
  const long = await province.fetch(list, { redirect: 'manual' });
  expect(long.status).toBe(303);
  const offer = await province.page(long.headers.get('location') ?? '');
  expect(offer.text).toContain('quá dài để tải ngay');
  const sent = await province.submit(offer.form('/tep-danh-sach'));
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  return sent.location ?? '';
}
async function ended(at: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (!(await one<boolean>('select job from list_file where id = $1', [at.split('/').at(-1)]))) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error('the list is not made');
}

describe('a list too long to be answered at once', () => {
  it('S22 S38 is made as a file with every row of the reader’s reach, told and logged; another person finds nothing', async () => {
    const at = await asked('/so-san-pham.xlsx?dang=csv');
    await ended(at);
    const page = await province.page(at);
    expect(page.text).toContain('Sản phẩm');
    const file = await province.fetch(`${at}/tep`);
    expect(file.headers.get('content-disposition')).toContain('.csv');
    const lines = (await file.text()).trim().split('\r\n');
    const held = await one<number>(
      `select count(*)::int from product_search s join lifecycle l on l.id = s.product
        where l.province = (select province from lifecycle where process = 'council' and province is not null limit 1)`,
    );
    expect(lines.length - 1).toBe(held);
    expect(await one<number>(`select count(*)::int from outbox where link = $1`, [at])).toBe(1);
    const logged = await asOwner<{ what: string }>(
      `select facts ->> 'what' as what from access_log where kind = 'export' order by no desc limit 2`,
    );
    expect(logged.map(({ what }) => what).toSorted()).toEqual(['listFile.read', 'product.export']);
    const other = await app.signIn('auditor');
    expect([(await other.page(at)).status, (await other.fetch(`${at}/tep`)).status]).toEqual([404, 404]);
    expect((await other.page('/tep-danh-sach')).text).toContain('Chưa có tệp nào');
  });

  it('a person may stop it; what is not a list, or may not be taken, is told in words and leaves no file', async () => {
    const page = await province.page('/tep-danh-sach?tu=%2Fso-san-pham.xlsx&dong=1');
    for (const from of ['/he-thong', '/khong-co', '/so-ghi-viec.xlsx?x=%']) {
      const sent = await province.submit(page.form('/tep-danh-sach'), { from, _key: crypto.randomUUID() });
      await ended(sent.location ?? '');
      expect((await province.page(sent.location ?? '')).text, from).toContain('Không tìm thấy danh sách này');
      expect((await province.fetch(`${sent.location}/tep`)).status).toBe(404);
    }
    const foreign = await province.submit(page.form('/tep-danh-sach'), { from: '//example.org/x' });
    expect([foreign.status, foreign.text.includes('bấm Xuất Excel')]).toEqual([409, true]);
    const id = crypto.randomUUID();
    const account = await one<string>(`select account from list_file limit 1`);
    await asOwner(
      `insert into list_file (id, account, actor, path, stop) select $1, account, actor, '/so-san-pham.xlsx', true from list_file where account = $2 limit 1`,
      [id, account],
    );
    await ended(`/tep-danh-sach/${id}`);
    expect((await province.page(`/tep-danh-sach/${id}`)).text).toContain('Đã dừng theo yêu cầu');
  });

  it('the file goes when its days are over', async () => {
    const at = await asked('/so-san-pham.xlsx');
    await ended(at);
    const last = await one<string>('select ends_on::text from list_file where id = $1', [at.split('/').at(-1)]);
    await forgetOldListFiles(app.database.db, last);
    expect((await province.page(at)).status).toBe(200);
    const after = fixedClock(`${last}T20:00:00Z`).today(); // the next day in Vietnam
    await forgetOldListFiles(app.database.db, after);
    expect((await province.page(at)).status).toBe(404);
  });
});
