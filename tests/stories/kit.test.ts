/** U1: every component of the kit, in a real browser under the strict Content-Security-Policy. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KIT_PAGES, type KitPage } from '../../src/ui/kit.tsx';
import {
  closeBrowser,
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  openContext,
  PHONE,
} from '../support/browser.ts';
import { type KitServer, serveKit } from '../support/kit.tsx';

let server: KitServer;
beforeAll(async () => {
  server = await serveKit();
});
afterAll(async () => {
  await closeBrowser();
  await server.close();
});

/** Pages whose colours cover the whole kit; by night on a desk. */
const AT_NIGHT: readonly KitPage[] = ['portal', 'phone', 'sheet', 'board'];

async function expectGood(page: KitPage, viewport: typeof DESK, theme: 'day' | 'night'): Promise<void> {
  const context = await openContext({ viewport });
  const tab = await context.newPage();
  const refused: string[] = [];
  tab.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
  await tab.goto(server.url(page, theme));
  await expectAccessible(tab);
  expect(refused).toEqual([]);
  await tab.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(tab);
  await context.close();
}

test.each(KIT_PAGES)('U1 kit page %s breaks no rule of access on a phone, and fits 320 px', async (page) => {
  await expectGood(page, PHONE, 'day');
});

test.each(AT_NIGHT)('U1 kit page %s breaks no rule of access on a desk by night', async (page) => {
  await expectGood(page, DESK, 'night');
});

test('U24 shortcuts choose rows and sleep while typing', async () => {
  const context = await openContext();
  const tab = await context.newPage();
  await tab.goto(server.url('desk'));
  await tab.waitForSelector('[data-keys-switch]:not([hidden])');
  await tab.keyboard.press('j');
  await tab.keyboard.press('j');
  expect(await tab.locator('tr.sel').textContent()).toContain('Mỳ gạo Chũ Xuân Trường');
  await tab.keyboard.press('/');
  await tab.keyboard.type('jk');
  expect(await tab.locator('input[name="q"]').inputValue()).toBe('jk');
  expect(await tab.locator('tr.sel').count()).toBe(1);
  await context.close();
});

test('the phone menu opens without JavaScript', async () => {
  const context = await openContext({ viewport: PHONE, javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(server.url('portal'));
  await tab.getByLabel('Mở danh mục').click();
  expect(await tab.getByRole('link', { name: 'Chủ thể' }).first().isVisible()).toBe(true);
  await context.close();
});
