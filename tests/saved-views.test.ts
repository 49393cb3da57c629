/** U23: filters of the officers' lists under a name, opened by one link, per account, without JavaScript. */
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { OFFICE_STATES, officeQuery } from '../src/features/dossiers/office-list.ts';
import { questionQuery } from '../src/features/questions/schema.ts';
import { queueFilter, WORK } from '../src/features/queue/schema.ts';
import { filtersOf, LISTS } from '../src/features/saved-views/schema.ts';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';

const app = await testApp();
const save = (who: Client, body: object) => who.json('POST', '/api/v1/views', body, { key: true });

it('U23 a filter is named, opened by one link, renamed and taken away', async () => {
  const officer = await app.signIn('commune');
  const filtered = await officer.page('/ho-so?state=submitted&due=week');
  const [, link = ''] = /href="(\/bo-loc\/moi\?[^"]+)"/.exec(filtered.html) ?? [];
  const ask = await officer.page(link.replaceAll('&amp;', '&'));
  const sent = await officer.submit(ask.form('/bo-loc/moi'), { name: 'Mới nộp trong tuần' });
  expect(sent.location).toBe('/ho-so?state=submitted&due=week');
  const list = await officer.page('/ho-so');
  expect(list.html).toMatch(/href="\/ho-so\?state=submitted&amp;due=week"[^>]*>.*?Mới nộp trong tuần/s);
  const opened = await officer.page('/ho-so?state=submitted&due=week');
  expect(opened.text).not.toContain('Lưu bộ lọc này');
  const all = await officer.page('/bo-loc');
  await officer.submit(all.form('/ten'), { name: 'Hồ sơ mới' });
  const renamed = await officer.page('/bo-loc');
  expect(renamed.text).toContain('Hồ sơ mới');
  expect(renamed.html).toContain('href="/ho-so">Về danh sách');
  expect((await officer.submit(renamed.form('/xoa'))).location).toBe('/bo-loc');
  expect((await officer.page('/bo-loc')).text).toContain('Chưa lưu bộ lọc nào');
});

it('U23 the queue keeps filters too, and an opened dossier leads back to its place', async () => {
  const officer = await app.signIn('province');
  expect((await save(officer, { list: 'queue', query: 'term=late', name: 'Quá hạn' })).status).toBe(200);
  expect((await officer.page('/viec-cua-toi')).html).toContain('href="/viec-cua-toi?term=late"');
  const list = await officer.page('/ho-so?state=proposed');
  const [, href = ''] = /href="(\/ho-so\/[0-9a-f-]{36}\?ve=[^"]+)"/.exec(list.html) ?? [];
  const opened = await officer.page(href);
  const [, back = ''] = /class="crumb" href="([^"]+)"/.exec(opened.html) ?? [];
  expect(back).toMatch(/^\/ho-so\?state=proposed#r-ho-so-/);
  expect(list.html).toContain(`id="${back.split('#')[1]}"`);
  for (const wrong of ['https://example.org/', '//example.org', '/quan-tri', '/ho-so\\x'])
    expect((await officer.page(`${href.split('?')[0]}?ve=${encodeURIComponent(wrong)}`)).html).toContain(
      'class="crumb" href="/ho-so#',
    );
});

it('S14 S16 Q5 nobody else sees or changes a view; wrong input is refused in words', async () => {
  const officer = await app.signIn('commune');
  const made = await save(officer, {
    list: 'dossiers',
    query: 'state=checking&evil=1&state=returned',
    name: 'Đang kiểm tra',
  });
  expect(made.body).toMatchObject({ query: 'state=checking', version: 1 });
  const path = `/api/v1/views/${made.body.id}`;
  const other = await app.signIn('province');
  expect((await other.json('PUT', path, { name: 'Của tôi' }, { key: true, ifMatch: 1 })).status).toBe(404);
  expect((await other.json('DELETE', path, {}, { key: true, ifMatch: 1 })).status).toBe(404);
  expect((await other.page('/bo-loc')).text).not.toContain('Đang kiểm tra');
  expect((await app.signIn('producer').then((client) => client.page('/bo-loc'))).status).toBe(404);
  expect((await officer.json('PUT', path, { name: 'Tên khác' }, { key: true, ifMatch: 7 })).status).toBe(412);
  expect((await officer.json('PUT', path, { name: 'Tên khác' }, { key: true })).status).toBe(428);
  const wrong = [
    { list: 'dossiers', query: 'state=checking', name: 'ĐANG KIỂM TRA' },
    { list: 'dossiers', query: 'evil=1', name: 'Không có gì' },
    { list: 'queue', query: 'term=overdue', name: 'Không có hạn này' },
    { list: 'queue', query: 'q=a&process=council', name: 'Không có việc này' },
    { list: 'dossiers', query: 'state=draft', name: 'Không có bước này' },
    { list: 'everything', query: 'q=a', name: 'Sai danh sách' },
    { list: 'queue', query: 'q=a', name: 'x'.repeat(81) },
    { list: 'queue', query: 'q=a', name: ' ' },
    { list: 'queue', query: 'q=a', name: 'Thêm', account: v7() },
  ];
  for (const body of wrong) expect((await save(officer, body)).status, JSON.stringify(body)).toBe(422);
  expect((await officer.page(`/bo-loc/moi?list=x&query=${'y'.repeat(2000)}`)).status).toBe(303);
});

it('S18 the values a filter takes are those of its list', () => {
  for (const [list, own] of [
    ['queue', queueFilter],
    ['dossiers', officeQuery],
    ['questions', questionQuery],
  ] as const)
    for (const [filter, values] of Object.entries<readonly string[] | null>(LISTS[list].filters)) {
      for (const value of values ?? []) expect(own.parse({ [filter]: value })).toMatchObject({ [filter]: value });
      if (values) expect(own.parse({ [filter]: 'zz' })).not.toMatchObject({ [filter]: 'zz' });
    }
  const states = LISTS.dossiers.filters.state;
  expect([...OFFICE_STATES].sort()).toEqual([...states].sort());
  expect([...WORK].sort()).toEqual([...LISTS.queue.filters.process].sort());
});

it('the filters kept are the list’s own, each once and bounded', () => {
  expect(filtersOf('queue', '?q=%20mi%E1%BA%BFn%20&term=late&after=1&ca=trang')).toBe('q=mi%E1%BA%BFn&term=late');
  expect(filtersOf('dossiers', `q=${'a'.repeat(900)}`).length).toBeLessThan(210);
  expect(filtersOf('dossiers', '')).toBe('');
});
