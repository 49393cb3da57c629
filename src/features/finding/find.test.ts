/** Issue 4, section 6: everything one may read is found by mistyped, unmarked and former names, and nothing else. */
import { expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/client.ts';
import { fewestStatements } from '../../../tests/support/statements.ts';

const app = await testApp();
const seek = (who: Client, query: Record<string, string>) => who.page(`/tim?${new URLSearchParams(query)}`);
/** Addresses of the results, in order. */
const led = (html: string) => [...html.matchAll(/<a class="quiet lk" href="([^"]+)"/g)].map(([, href = '']) => href);

it('U6 a product is found without marks, with the mark elsewhere, decomposed, and by a slip of the pen', async () => {
  const officer = await app.signIn('province');
  const [row] = await app.database.asOwner<{ id: string; name: string }>(`select id, name from product where id = $1`, [
    demoId('product', 'mien-dong'),
  ]);
  const name = row?.name ?? '';
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  for (const q of [name, name.normalize('NFD'), bare.toUpperCase(), bare.toLowerCase()])
    expect(led((await seek(officer, { q })).html)[0], q).toBe(`/so-san-pham/${row?.id}`);
  const words = bare.toLowerCase().split(' ');
  const slip = words
    .map((word, at) => (at === 0 ? `${word.slice(0, -2)}${word.at(-1)}${word.at(-2)}` : word))
    .join(' ');
  const near = await seek(officer, { q: slip });
  expect(near.text).toContain('những tên gần giống');
  expect(led(near.html)).toContain(`/so-san-pham/${row?.id}`);
});

it('exact numbers come first: product code, certificate, receipt, tax code and telephone', async () => {
  const officer = await app.signIn('province');
  const [known] = await app.database.asOwner<{
    code: string;
    product: string;
    number: string;
    check: string;
    slip: string;
    dossier: string;
  }>(
    `select c.code, c.product, g.certificate_number as number, g.check_code as check,
       (select text from receipt_slip limit 1) as slip, (select dossier from receipt_slip limit 1) as dossier
     from product_code c join recognition g on g.product = c.product where g.check_code is not null and g.certificate_number is not null limit 1`,
  );
  expect(led((await seek(officer, { q: known?.code ?? '' })).html)[0]).toContain(known?.product);
  expect(led((await seek(officer, { q: (known?.number ?? '').replaceAll(/[-/ ]/g, '') })).html)).toContain(
    `/chung-nhan/${encodeURIComponent(known?.number ?? '')}`,
  );
  expect(led((await seek(officer, { q: known?.check ?? '', loai: 'certificate' })).html).length).toBeGreaterThan(0);
  expect(led((await seek(officer, { q: known?.slip ?? '' })).html)[0]).toBe(`/ho-so/${known?.dossier}`);
  const producer = demoId('producer', 'canh-dieu');
  await app.database.asOwner(`update producer set tax_code = '0312345678', phone = '0912 345 678' where id = $1`, [
    producer,
  ]);
  for (const q of ['0312345678', '0912345678', '0912.345.678']) {
    expect(led((await seek(officer, { q })).html), q).toEqual([`/so-chu-the/${producer}`]);
    for (const role of ['inspector', 'council-member-1', 'ministry', 'administrator'])
      expect(led((await seek(await app.signIn(role), { q })).html), role).toEqual([]);
  }
});

it('former names of producers and units lead to the record of today', async () => {
  const officer = await app.signIn('province');
  const producer = demoId('producer', 'canh-dieu');
  await app.database.asOwner(
    `insert into producer_fact (producer, section, item, valid_from, open, recorded_on)
     values ($1, 'name', $1, '2019-01-01', '{"name": "Tổ hợp tác Cồn Én Xanh"}', '2026-01-01')`,
    [producer],
  );
  const found = await seek(officer, { q: 'con en xanh' });
  expect(led(found.html)).toContain(`/so-chu-the/${producer}`);
  expect(found.text).toContain('Tên cũ: Tổ hợp tác Cồn Én Xanh');
  const unit = await seek(officer, { q: 'huyện Lục Ngạn', loai: 'unit' });
  expect(unit.text).toContain('Huyện Lục Ngạn');
  expect(unit.text).toContain('(cũ)');
});

it('S14 nobody finds what they may not read', async () => {
  const [dossier] = await app.database.asOwner<{ id: string; name: string; commune: string }>(
    `select d.id, p.name, d.commune from dossier d join product p on p.id = d.product join lifecycle l on l.id = d.id
      join product_search s on s.product = p.id where l.state in ('submitted', 'checking', 'proposed') and not s.open limit 1`,
  );
  expect(dossier).toBeDefined();
  const q = dossier?.name ?? '';
  expect(led((await seek(await app.signIn('province'), { q })).html)).toContain(`/ho-so/${dossier?.id}`);
  for (const role of ['council-member-1', 'inspector', 'administrator', 'ministry']) {
    const found = await seek(await app.signIn(role), { q });
    expect(found.html, role).not.toContain(dossier?.id);
    expect(
      led(found.html).filter((href) => href.startsWith('/so-san-pham/')),
      role,
    ).toEqual([]);
  }
  expect(
    led((await seek(await app.signIn('province'), { q: 'quản trị' })).html).filter((href) =>
      href.includes('tai-khoan'),
    ),
  ).toEqual([]);
  expect(
    led((await seek(await app.signIn('administrator'), { q: 'quan tri' })).html).some((href) =>
      href.startsWith('/quan-tri/tai-khoan/'),
    ),
  ).toBe(true);
  expect((await app.visitor().page('/tim?q=gao')).status).toBe(303);
});

it('filters stand in the address: kind, own area, state, star; counts agree; pages are bounded', async () => {
  const officer = await app.signIn('commune');
  const all = await seek(officer, { q: 'mien', loai: 'product' });
  const mine = await seek(officer, { q: 'mien', loai: 'product', trong: 'dia-ban' });
  expect(led(mine.html).length).toBeLessThanOrEqual(led(all.html).length);
  expect(led(mine.html).every((href) => href.startsWith('/so-san-pham/'))).toBe(true);
  const three = await seek(officer, { q: 'gao', loai: 'product', sao: '3' });
  const said = /3 sao\s*(\d+)/.exec(three.text)?.[1];
  expect(three.text).toContain(`trong ${said}`);
  for (const strange of ['loai=x', 'tt=%27;--', 'sao=9', 'trang=0', 'trang=-1', 'trong=x'])
    expect((await officer.page(`/tim?q=gao&${strange}`)).status, strange).toBe(200);
  expect((await officer.page(`/tim?q=${'a'.repeat(5000)}`)).status).toBeLessThan(500);
  expect((await officer.page('/tim?q=%25%27%5C%00')).status).toBeLessThan(500);
});

it('U23 a search is kept under a name', async () => {
  const officer = await app.signIn('province');
  const kept = await officer.json(
    'POST',
    '/api/v1/views',
    { list: 'find', query: 'q=gạo&loai=product&sao=4', name: 'Gạo bốn sao' },
    { key: true },
  );
  expect(kept.status).toBe(200);
  expect((await officer.page('/tim')).text).toContain('Gạo bốn sao');
});

it('Q6 one result or many: the same number of statements', async () => {
  const officer = await app.signIn('province');
  const one = await fewestStatements(() => seek(officer, { q: 'miến dong' }));
  const many = await fewestStatements(() => seek(officer, { q: 'gao' }));
  expect(many.length).toBe(one.length);
});

it('every header of the desk leads to the one search', async () => {
  for (const role of [
    'commune',
    'province',
    'ministry',
    'inspector',
    'auditor',
    'administrator',
    'council-secretary',
  ]) {
    const who = await app.signIn(role);
    expect((await who.page('/tim')).html, role).toContain('<form class="dkseek" action="/tim"');
  }
});
