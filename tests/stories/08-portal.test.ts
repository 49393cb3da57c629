/** Issue 4.8 and 4.7: somebody in a shop, with a phone and without an account, looks a product up and checks its code. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { type TestApp, testApp } from '../support/app.ts';
import {
  closeBrowser,
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  openContext,
  PHONE,
} from '../support/browser.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ clock: fixedClock('2026-11-21') });
});
afterAll(closeBrowser);

const code = async (where: string): Promise<string> => {
  const [row] = await app.database.asOwner(
    `select g.check_code as code from recognition g join lifecycle l on l.id = g.id where g.decision is null and ${where} order by g.id limit 1`,
  );
  return String((row as { code: string } | undefined)?.code);
};

async function withPage(
  options: Parameters<typeof openContext>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
) {
  const context = await openContext(options);
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

describe('U2 the portal on a phone without JavaScript', () => {
  it('leads from the home page by search and filters to a product and its certificate', async () => {
    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(app.base);
      await page.getByRole('searchbox').fill('my gao');
      await page.getByRole('button', { name: 'Tìm' }).click();
      await page.waitForURL(/\/san-pham\?q=my\+gao/);
      await page.getByRole('link', { name: 'Lọc', exact: true }).click();
      await page.locator('#loc').getByRole('link', { name: /4 sao/ }).click();
      await page.waitForURL(/star=4/);
      await page.getByRole('link', { name: 'Mỳ gạo ngũ sắc' }).first().click();
      await page.waitForURL(/\/san-pham\/[0-9a-f-]{36}$/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Mỳ gạo ngũ sắc');
      await page.getByRole('link', { name: 'Kiểm tra chứng nhận' }).last().scrollIntoViewIfNeeded();
      await page.locator('main').getByRole('link', { name: 'Kiểm tra chứng nhận' }).click();
      await page.waitForURL(/\/chung-nhan\//);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Còn hiệu lực');
    });
  });

  it('U35 answers in the first screen of 360 × 740', async () => {
    const check = await code(
      "l.state = 'inForce' and g.decision_number is not null and g.issued_earliest = g.issued_latest and g.expires_latest > '2027-12-01'",
    );
    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${app.base}/chung-nhan`);
      await page.getByLabel('Mã trên tem hoặc giấy chứng nhận').fill(check.toLowerCase().replaceAll('-', ' '));
      await page.getByRole('button', { name: 'Kiểm tra' }).click();
      for (const part of [
        '.verdict h1',
        '.what h2',
        '.what .ink2',
        '.stars',
        '.facts dd >> nth=1',
        '.facts dd >> nth=2',
      ]) {
        const box = await page.locator(part).first().boundingBox();
        expect([part, (box?.y ?? 9999) + (box?.height ?? 0) <= PHONE.height]).toEqual([part, true]);
      }
    });
  });

  it('says plainly when a code is unknown', async () => {
    await withPage({ viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      const answer = await page.goto(`${app.base}/chung-nhan/KHONG-CO-1234`);
      expect(answer?.status()).toBe(404);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Không có mã này trong sổ');
    });
  });
});

describe('U1 every page of the portal', () => {
  const paths = async () => {
    const [found] = await app.database.asOwner(
      "select id, producer from product where name like 'Mỳ gạo Lục Ngạn' and current_recognition is not null",
    );
    const product = found as { id: string; producer: string };
    const revoked = await code("l.state = 'revoked'");
    return [
      '/',
      '/san-pham?q=tra&star=4',
      '/san-pham?q=mat+ong',
      '/san-pham?place=cao+lanh',
      '/san-pham?q=khongcogica',
      `/san-pham/${product.id}`,
      '/chu-the',
      `/chu-the/${product.producer}`,
      '/chung-nhan',
      `/chung-nhan/${revoked}`,
      '/chung-nhan/XYZ',
      '/quy-dinh',
      '/quy-dinh/26-2026',
      '/quy-dinh/26-2026/06',
      '/quy-dinh/trinh-tu',
      '/bao-dung-sai',
      '/en',
      '/en/san-pham?star=5',
    ];
  };

  it.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])('keeps the automatic rules of access at the size of a %s', async (_name, viewport) => {
    await withPage({ viewport }, async (page) => {
      for (const path of await paths()) {
        await page.goto(app.base + path);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
  });

  it('does not scroll sideways at 320 px', async () => {
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const path of await paths()) {
        await page.goto(app.base + path);
        await expectNoSidewaysScroll(page);
      }
    });
  });

  it('U3 weighs at most 350 KB with at most 100 KB of scripts, from nobody else', async () => {
    for (const path of ['/', '/san-pham', '/quy-dinh/26-2026/06']) {
      await withPage({ viewport: PHONE }, async (page, context) => {
        let [all, scripts] = [0, 0];
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        const kinds = new Map<string, string>();
        session.on('Network.responseReceived', ({ requestId, type, response }) => {
          kinds.set(requestId, type);
          expect(response.url.startsWith(app.base) || response.url.startsWith('data:'), response.url).toBe(true);
        });
        session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
          all += encodedDataLength;
          if (kinds.get(requestId) === 'Script') scripts += encodedDataLength;
        });
        await page.goto(app.base + path, { waitUntil: 'networkidle' });
        expect([path, scripts <= 100_000, all <= 350_000], `${path}: ${scripts} of ${all}`).toEqual([path, true, true]);
        expect(all).toBeGreaterThan(10_000);
      });
    }
  });

  it('has an English twin and back', async () => {
    await withPage({ viewport: DESK }, async (page) => {
      await page.goto(`${app.base}/san-pham?star=5`);
      await page.getByRole('link', { name: 'English' }).first().click();
      await page.waitForURL(/\/en\/san-pham\?star=5$/);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('OCOP products');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.getByRole('link', { name: 'Tiếng Việt' }).first().click();
      await page.waitForURL(/[0-9]\/san-pham\?star=5$/);
    });
  });
});
