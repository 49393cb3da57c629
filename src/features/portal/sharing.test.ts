/** What machines read of the portal: site map, structured data, the picture that goes along when a page is shared. */
import { loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const visitor = app.visitor();
const [shown] = await app.database.asOwner<{ id: string }>(
  'select product as id from product_search where open and recognition is not null order by product limit 1',
);
const id = shown?.id ?? '';

it('a product has a picture of 1200 × 630, told in its head, and kept by its ETag', async () => {
  const page = await visitor.page(`/san-pham/${id}`);
  expect(page.html).toMatch(new RegExp(`property="og:image" content="[^"]*/san-pham/${id}/chia-se.png"`));
  const answer = await visitor.fetch(`/san-pham/${id}/chia-se.png`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  const { width, height } = await loadImage(Buffer.from(await answer.arrayBuffer()));
  expect([width, height]).toEqual([1200, 630]);
  const again = await visitor.fetch(`/san-pham/${id}/chia-se.png`, {
    headers: { 'if-none-match': String(answer.headers.get('etag')) },
  });
  expect(again.status).toBe(304);
  expect((await visitor.page('/san-pham/01890000-0000-7000-8000-000000000000/chia-se.png')).status).toBe(404);
});

it('the site map names each product, and becomes a list of files beyond what the standard allows', async () => {
  const small = await (await visitor.fetch('/sitemap.xml')).text();
  expect(small).toContain(`/san-pham/${id}</loc>`);
  expect((await visitor.page('/sitemap/san-pham-1.xml')).text).toContain(id);
  expect((await visitor.page('/sitemap/san-pham-2.xml')).status).toBe(404);
  expect((await visitor.page('/sitemap/trang-1.xml')).text).toContain('/du-lieu-mo');
  const columns = (
    await app.database.asOwner<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'ocop' and table_name = 'product_search' and is_generated = 'NEVER' and column_name <> 'product'`,
    )
  ).map(({ name }) => `s."${name}"`);
  await app.database.asOwner('alter table product_search drop constraint if exists product_search_product_fkey');
  await app.database.asOwner(`insert into product_search (product, ${columns.join(', ').replaceAll('s.', '')})
    select gen_random_uuid(), ${columns.join(', ')} from product_search s, generate_series(1, 50001) where product = '${id}'`);
  const large = await (await visitor.fetch('/sitemap.xml')).text();
  expect(large).toContain('<sitemapindex');
  expect(large).toContain('/sitemap/san-pham-2.xml');
  expect((await visitor.page('/sitemap/san-pham-2.xml')).status).toBe(200);
}, 60_000);
