/** U21, U23: the officers' list of certificates: whose it is, its filters in the address, its pages, its workbook. */
import { expect, it } from 'vitest';
import { addDays } from '#law/days';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
const [issued] = await app.database.asOwner<{ id: string; number: string; product: string }>(
  `select id, certificate_number as number, product_name as product from recognition where decision is not null and star = 4`,
);
const endsIn = (days: number) =>
  app.database.asOwner('update recognition set expires_earliest = $1, expires_latest = $1 where id = $2', [
    addDays(today, days),
    issued?.id,
  ]);
const links = (html: string) => [...html.matchAll(/href="\/chung-nhan\/([^"]+)"/g)].map(([, code]) => code ?? '');

it('S14 each office sees the certificates of its own reach; a producer and a visitor see no such list', async () => {
  const all = async (key: string) => {
    const page = await (await app.signIn(key)).page('/giay-chung-nhan');
    expect([key, page.status]).toEqual([key, 200]);
    return Number(/Tất cả\s*([\d.]+)/.exec(page.text)?.[1]?.replaceAll('.', ''));
  };
  const [commune, province, inspector] = [await all('commune'), await all('province'), await all('inspector')];
  const [row] = await app.database.asOwner<{ commune: number; province: number; country: number }>(
    `select count(*) filter (where l.commune = (select commune from lifecycle where id = $1))::int as commune,
            count(*) filter (where l.province = (select province from lifecycle where id = $1))::int as province,
            count(*)::int as country from recognition r join lifecycle l on l.id = r.id`,
    [issued?.id],
  );
  expect([commune, province, inspector]).toEqual([row?.commune, row?.province, row?.country]);
  expect(commune).toBeLessThan(province);
  expect((await (await app.signIn('producer')).page('/giay-chung-nhan')).status).toBe(404);
  expect((await app.visitor().page('/giay-chung-nhan')).status).not.toBe(200);
});

it('U21 says how many days are left and where the filing window stands', async () => {
  const commune = await app.signIn('commune');
  const said = async (days: number, query = '') => {
    await endsIn(days);
    return (await commune.page(`/giay-chung-nhan?q=${encodeURIComponent(String(issued?.number))}${query}`)).text;
  };
  expect(await said(400)).toContain('Còn 400 ngày');
  const open = await said(150);
  for (const words of ['Còn 150 ngày', 'Đang mở, còn 30 ngày', 'Sắp hết hạn']) expect(open).toContain(words);
  expect(await said(150, '&window=open')).toContain(String(issued?.product));
  expect(await said(181, '&window=open')).toContain('Không có giấy chứng nhận nào');
  expect(await said(119, '&window=missed')).toContain('Đã qua từ');
  expect(await said(30, '&window=month')).toContain('Còn 30 ngày');
  expect(await said(-1, '&state=expired')).toContain('Đã hết hạn');
  expect(await said(-1, '&state=valid')).toContain('Không có giấy chứng nhận nào');
  await endsIn(1095);
});

it('U23 pages follow each other without a gap; a torn place is the first page; filters stay in the links', async () => {
  const province = await app.signIn('inspector');
  const seen: string[] = [];
  let path: string | undefined = '/giay-chung-nhan?star=3';
  let pages = 0;
  while (path !== undefined) {
    const { html } = await province.page(path);
    seen.push(...links(html));
    path = /href="(\/giay-chung-nhan\?[^"]*after=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    if (path) expect(path).toContain('star=3');
    pages += 1;
  }
  const [all] = await app.database.asOwner<{ n: number }>('select count(*)::int as n from recognition where star = 3');
  expect([seen.length, new Set(seen).size]).toEqual([all?.n, all?.n]);
  expect(pages).toBeGreaterThan(2);
  const torn = await province.page('/giay-chung-nhan?after=khong-dung&star=9&state=x&window=y');
  expect([torn.status, links(torn.html).length]).toEqual([200, 50]);
});

it('S38 the workbook carries the same rows and is written down as an export', async () => {
  const province = await app.signIn('province');
  const sheet = await province.fetch('/giay-chung-nhan.xlsx?state=valid');
  expect([sheet.status, sheet.headers.get('content-type')?.includes('spreadsheet')]).toEqual([200, true]);
  expect((await sheet.arrayBuffer()).byteLength).toBeGreaterThan(2000);
  const logged = await app.database.asOwner(
    `select from access_log where kind = 'export' and facts::text like '%certificate.export%'`,
  );
  expect(logged.length).toBe(1);
  expect((await (await app.signIn('producer')).fetch('/giay-chung-nhan.xlsx')).status).toBe(404);
});
