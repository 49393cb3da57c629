/** What every story does: sign in in a window, judge each page it comes to, keep a picture when STORY_PICTURES names a folder. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { rested, type TestApp } from './app.ts';
import { expectAccessible, expectNoSidewaysScroll, openContext, runsScripts, screenshot } from './browser.ts';

const pictures = process.env.STORY_PICTURES;

/** A window in which this account is signed in. */
export async function windowOf(
  app: TestApp,
  account: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const client = await app.signIn(account);
  const context = await openContext(options);
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.base })));
  return context;
}

/** Signs an account of the demonstration in by its button, as a visitor would. */
export async function tryAs(app: TestApp, context: BrowserContext, account: string): Promise<Page> {
  const page = await context.newPage();
  await rested(app.base);
  await page.goto(`${app.base}/vao-thu`);
  await page.locator(`form:has(input[value="${account}"]) button`).click();
  await page.waitForURL((url) => url.pathname !== '/vao-thu');
  return page;
}

/** Judges a page by its rules of access (only where scripts run: the judge is one) and its width. */
export async function look(page: Page, name: string): Promise<void> {
  if (runsScripts(page)) await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  if (pictures) await screenshot(page, pictures, `${name}-${page.viewportSize()?.width ?? 0}`);
  // Judging a long page keeps this process busy, and the server in it would say so.
  await rested(new URL(page.url()).origin);
}
