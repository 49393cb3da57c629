/** What scripts a page loads in a browser. */
import { closeBrowser, openContext } from '../tests/support/browser.ts';
import type { Client } from '../tests/support/client.ts';
import type { Measured } from './promises.ts';

/** KB of JavaScript that cross the network for one page opened for the first time; says how much it is unpacked. */
export async function measureScripts(base: string, path: string, reader: Client): Promise<Measured> {
  const context = await openContext();
  try {
    await context.addCookies([...reader.cookies].map(([name, value]) => ({ name, value, url: base })));
    const page = await context.newPage();
    const weights: Promise<{ sent: number; raw: number }>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      weights.push(
        response.finished().then(async () => ({
          sent: (await response.request().sizes()).responseBodySize,
          raw: (await response.body()).length,
        })),
      );
    });
    const answer = await page.goto(base + path, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
    const loaded = await Promise.all(weights);
    const kilobytes = (of: 'sent' | 'raw') => loaded.reduce((sum, one) => sum + one[of], 0) / 1024;
    console.log(
      `   scripts of a sheet: ${loaded.length} files, ${kilobytes('sent').toFixed(1)} KB sent, ${kilobytes('raw').toFixed(1)} KB unpacked`,
    );
    return {
      what: 'scripts of a member’s sheet',
      measured: kilobytes('sent'),
      limit: 60,
      sense: 'atMost',
      unit: ' KB',
      absolute: false,
    };
  } finally {
    await context.close();
    await closeBrowser();
  }
}
