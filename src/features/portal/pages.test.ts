import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock';
import { type TestApp, testApp } from '../../../tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ clock: fixedClock('2026-11-21') });
  while ((await app.visitor().fetch('/chung-nhan')).status === 503) await new Promise((go) => setTimeout(go, 500));
});

const code = async (where: string): Promise<{ code: string; id: string; product: string }> => {
  const [row] = await app.database.asOwner(
    `select g.check_code as code, g.product as id, g.product_name as product from recognition g join lifecycle l on l.id = g.id where g.decision is null and ${where} order by g.id limit 1`,
  );
  return row as { code: string; id: string; product: string };
};

describe('pages of the portal', () => {
  it('answer 200 with a title, a description, a canonical address and a twin', async () => {
    const { id } = await code("l.state = 'inForce' and g.star = 4");
    const paths = [
      '/',
      '/en',
      '/san-pham',
      '/en/san-pham',
      `/san-pham/${id}`,
      `/en/san-pham/${id}`,
      '/chu-the',
      '/chung-nhan',
      '/quy-dinh',
      '/quy-dinh/26-2026',
      '/quy-dinh/148-2023/11',
      '/quy-dinh/1048-2019/26-before-781',
      '/quy-dinh/trinh-tu',
      '/bao-dung-sai',
      '/tra-cuu-ho-so',
      '/en/tra-cuu-ho-so',
      '/bao-mat',
      '/en/bao-mat',
      '/en/quy-dinh/26-2026/1',
    ];
    for (const path of paths) {
      const { status, html } = await app.visitor().page(path);
      expect([path, status]).toEqual([path, 200]);
      expect(html, path).toMatch(/<meta name="description" content="[^"]{10,}/);
      expect(html, path).toContain(`<link rel="canonical" href="${app.base}${path}"`);
      expect(html, path).toMatch(/<link rel="alternate" hreflang="(vi|en)" href="http/);
      expect(html.match(/<h1/g), path).toHaveLength(1);
      expect(html, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('print every sheet of every rulebook', async () => {
    for (const [id, sets] of [
      ['26-2026', 26],
      ['148-2023', 26],
      ['1048-2019', 27],
    ] as const) {
      const { html } = await app.visitor().page(`/quy-dinh/${id}`);
      const links = [...html.matchAll(new RegExp(`href="(/quy-dinh/${id}/[^"]+)"`, 'g'))].map(
        (match) => match[1] ?? '',
      );
      expect([id, new Set(links).size]).toEqual([id, sets]);
    }
    const sheet = await app.visitor().page('/quy-dinh/26-2026/06');
    expect(sheet.text).toContain('Mức tối thiểu cho 4 sao');
  });

  it('answer 404 for what is not there, never 500', async () => {
    for (const path of [
      '/san-pham/1',
      '/san-pham/00000000-0000-4000-8000-000000000000',
      '/chu-the/x',
      '/quy-dinh/1-1',
      '/quy-dinh/26-2026/99',
      '/en/nothing',
    ]) {
      expect([path, (await app.visitor().page(path)).status]).toEqual([path, 404]);
    }
  });

  it('drop filters that make no sense instead of failing', async () => {
    for (const query of [
      'star=9',
      'status=x',
      'unit=1',
      'after=zz',
      `after=${Buffer.from('[1,2]').toString('base64url')}`,
      'sort=up',
      'star=4&star=4&star=4&star=4',
    ]) {
      expect([query, (await app.visitor().page(`/san-pham?${query}`)).status]).toEqual([query, 200]);
    }
  });

  it('ask which place is meant, or go to the only one', async () => {
    const many = await app.visitor().page('/san-pham?place=cao%20lanh');
    expect(many.text).toContain('Thành phố Cao Lãnh, tỉnh Đồng Tháp (cũ)');
    const one = await app.visitor().page('/san-pham?place=bac%20ninh');
    expect([one.status, one.location?.startsWith('/san-pham?unit=')]).toEqual([303, true]);
    expect((await app.visitor().page('/san-pham?place=khong%20noi%20nao')).text).toContain('Không thấy nơi nào');
  });

  it('always draw both archipelagos with their names', async () => {
    const { html } = await app.visitor().page('/');
    expect(html).toContain('Quần đảo Hoàng Sa');
    expect(html).toContain('Quần đảo Trường Sa');
  });

  it('carry data for machines that nothing in a name can break out of', async () => {
    const { id } = await code("l.state = 'inForce' and g.star = 3");
    await app.database.asOwner('update product set story = $2 where id = $1', [
      id,
      '</script><script>alert(1)</script>&"\u2028',
    ]);
    const { html } = await app.visitor().page(`/san-pham/${id}`);
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'Product',
      description: '</script><script>alert(1)</script>&"\u2028',
    });
    expect(html).not.toContain('<script>alert(1)');
  });

  it('stand in the site map with their twins', async () => {
    const xml = await (await app.visitor().fetch('/sitemap.xml')).text();
    expect(xml.match(/<url>/g)?.length).toBeGreaterThan(1000);
    expect(xml).toContain('hreflang="en"');
    expect(await (await app.visitor().fetch('/robots.txt')).text()).toContain('/sitemap.xml');
  });
});
