/**
 * A real browser for stories, without any download: CHROMIUM_PATH, else the Chromium inside @sparticuz/chromium
 * (unpacked once to a temporary folder of the user's own), else a Chromium of the system. Also the checks every page
 * must pass: axe, and no sideways scrolling.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

interface Found {
  path: string;
  env: Record<string, string>;
}

/** Unpacks in a process of its own, because the package reads and changes the environment of the one it runs in. */
const UNPACK = "import('@sparticuz/chromium').then((found) => found.default.executablePath())";

/** The package's own names folders of another machine; without any fallback face Chromium draws nothing, or dies. */
function fontConfig(folder: string): string {
  const dirs = [join(folder, 'fonts/fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}/font-cache</cachedir></fontconfig>`;
}

/** The packaged browser with the libraries and fonts a bare system lacks. */
async function packaged(): Promise<Found> {
  const root = join(dirname(resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `saolang-chromium-${version}-${userInfo().username}`);
  if (!existsSync(folder)) {
    const work = await mkdtemp(`${folder}-`);
    const env = { ...process.env, TMPDIR: work, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    await run(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: root, env });
    await writeFile(join(work, 'fonts/fonts.conf'), fontConfig(folder));
    // Another run may have been quicker: then its folder stays and ours goes.
    await rename(work, folder).catch(() => rm(work, { recursive: true, force: true }));
  }
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

async function findBrowser(): Promise<Found> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { path: named, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return packaged();
  const path = SYSTEM.find((each) => existsSync(each));
  if (!path) throw new Error('No Chromium found: name one in CHROMIUM_PATH');
  return { path, env: {} };
}

let running: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const { path, env } = await findBrowser();
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: root ? ['--no-sandbox'] : [],
  });
}

/** The browser of this test process, started on first use. */
function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

/** Ends the browser; call it in afterAll of a file that used one. */
export async function closeBrowser(): Promise<void> {
  const open = await running;
  running = undefined;
  await open?.close();
}

/** Sizes every page is looked at. */
export const PHONE = { width: 360, height: 740 };
export const TABLET = { width: 820, height: 1180 };
export const DESK = { width: 1366, height: 768 };

/** A window of its own (cookies, storage) in Vietnamese time. */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const open = await browser();
  const context = await open.newContext({
    viewport: DESK,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  if (options.javaScriptEnabled === false) still.add(context);
  return context;
}

const still = new WeakSet<BrowserContext>();

/** Whether scripts run in this window; axe is one. */
export const runsScripts = (page: Page): boolean => !still.has(page.context());

/** Fails with the rule, the words and the places when the page breaks WCAG 2.2 A or AA by an automatic rule (U1). */
export async function expectAccessible(page: Page): Promise<void> {
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  if (twice.length > 0) throw new Error(`${page.url()} gives an id to two elements: ${twice.join(', ')}`);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  if (violations.length === 0) return;
  const said = violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map((node) => `    ${node.target.join(' ')}\n      ${node.failureSummary ?? ''}`);
    return `${id}: ${help} (${nodes.length})\n${places.join('\n')}`;
  });
  throw new Error(`${page.url()} breaks ${violations.length} rules of access\n${said.join('\n')}`);
}

/** Fails with the widest elements when the page scrolls sideways (U1: 320 px). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > limit + 1)
      .slice(0, 5)
      .map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}`);
  });
  if (wide.length > 0) throw new Error(`${page.url()} scrolls sideways: ${wide.join(', ')}`);
}

/** A picture of the whole page into `folder`, after the fonts have come. */
export async function screenshot(page: Page, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await page.evaluate(async () => {
    const faces = [
      '400 1rem "Be Vietnam Pro"',
      '600 1rem "Be Vietnam Pro"',
      '400 1rem "Sao Lang So"',
      '600 1rem "Sao Lang So"',
    ];
    await Promise.all(faces.map((face) => document.fonts.load(face, 'ậ0')));
    await document.fonts.ready;
  });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
