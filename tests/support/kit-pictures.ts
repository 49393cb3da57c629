/** Takes pictures of every kit page at 360, 820 and 1366, by day and by night: `npx tsx tests/support/kit-pictures.ts FOLDER [page …]`. */

import { KIT_PAGES } from '../../src/ui/kit.tsx';
import { closeBrowser, DESK, openContext, PHONE, screenshot, TABLET } from './browser.ts';
import { serveKit } from './kit.tsx';

const [folder = 'build/kit', ...wanted] = process.argv.slice(2);
const server = await serveKit();
for (const viewport of [PHONE, TABLET, DESK]) {
  const context = await openContext({ viewport });
  const tab = await context.newPage();
  tab.on('requestfailed', (request) => console.error('failed', request.url(), request.failure()?.errorText));
  tab.on('console', (line) => line.type() === 'error' && console.error(line.text()));
  for (const page of KIT_PAGES) {
    if (wanted.length > 0 && !wanted.includes(page)) continue;
    for (const theme of ['day', 'night'] as const) {
      await tab.goto(server.url(page, theme));
      console.log(await screenshot(tab, folder, `${page}-${viewport.width}-${theme}`));
    }
  }
  await context.close();
}
await closeBrowser();
await server.close();
