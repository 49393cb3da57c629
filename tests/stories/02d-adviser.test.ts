/** A producer on a phone asks what is missing to the next star, follows every step on the sheet, and is there; also without JavaScript. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSet, loadRulebook } from '../../src/law/rulebooks.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { closeBrowser, PHONE } from '../support/browser.ts';
import { act, done, submittedDossier } from '../support/dossiers.ts';
import { sheetInWords } from '../support/sheets.ts';
import { look, windowOf } from '../support/story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(closeBrowser);

/** A draft that lacks two gates of three stars. */
async function unfinished(name: string): Promise<string> {
  const { id } = await submittedDossier(app, { newProduct: name, handIn: false });
  const set = findSet(await loadRulebook('26-2026'), '06');
  if (!set) throw new Error('không có bộ 06');
  const gates = (set.starMinimums?.['3'] ?? []).slice(0, 2).map(({ criterion }) => `${criterion}=-`);
  const answers = sheetInWords(set, ['cao nhất', ...gates].join('; '));
  const [row] = await app.database.asOwner<{ version: number }>(
    `select draft_version as version from dossier where id = '${id}'`,
  );
  await done(act(await app.signIn('producer'), id, 'answers', row?.version ?? 0, { answers }));
  return id;
}

/** Chooses on the sheet what the first step asks for, and comes back to the advice. */
async function followFirst(tab: Page, advice: string, scripts: boolean): Promise<void> {
  const step = tab.getByRole('listitem').filter({ hasText: 'Cần đạt:' }).first();
  const wanted = (await step.locator('b').first().textContent()) ?? '';
  await step.getByRole('link', { name: /Sửa mục/ }).click();
  await tab.waitForURL(/tu-cham#c-/);
  const criterion = new URL(tab.url()).hash.slice('#c-'.length);
  const box = tab.locator(`[data-criterion="${criterion}"]`);
  await box
    .getByLabel(wanted.replace(/ \(\d+ điểm\)$/, ''), { exact: false })
    .first()
    .check();
  if (scripts) await look(tab, 'sheet');
  await tab.getByRole('button', { name: 'Lưu, về danh sách' }).click();
  await tab.waitForURL(/\/ho-so\/[0-9a-f-]{36}$/);
  await tab.goto(advice);
}

test.each([true, false])('U13 to the next star step by step (JavaScript: %s)', async (scripts) => {
  const id = await unfinished(`Miến lên sao ${scripts ? 'một' : 'hai'} (giả định)`);
  const context = await windowOf(app, 'producer', { viewport: PHONE, javaScriptEnabled: scripts });
  const tab = await context.newPage();
  await tab.goto(`${app.base}/ho-so/${id}`);
  await tab.getByRole('link', { name: /Còn thiếu gì để lên \d sao/ }).click();
  await tab.waitForURL(/con-thieu-gi$/);
  const advice = tab.url();
  const target = /lên (\d) sao/.exec((await tab.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1];
  await look(tab, 'adviser');
  const steps = await tab.getByText('Cần đạt:').count();
  expect(steps).toBeGreaterThan(1);
  for (let left = steps; left > 0; left--) {
    expect(await tab.getByText('Cần đạt:').count()).toBe(left);
    await followFirst(tab, advice, scripts && left === steps);
  }
  const reached = /(\d) sao/.exec((await tab.getByRole('region', { name: 'Đang đạt' }).textContent()) ?? '')?.[1];
  expect(Number(reached)).toBeGreaterThanOrEqual(Number(target));
  await tab.goto(`${app.base}/cua-toi/san-pham`);
  expect(await tab.locator(`a[href="/ho-so/${id}/con-thieu-gi"]`).count()).toBe(1);
  await context.close();
});
