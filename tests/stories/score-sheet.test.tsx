/** U29, U30: the score sheet computes as the law does, saves itself, waits out a lost network and asks when two devices differ. */
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findSet, loadRulebook } from '#law/rulebooks';
import { indexSet } from '#law/scoring';
import { sheetStanding } from '#law/sheet-state';
import { Document, Form, Main, SavedMark, Sheet, SheetBar, SheetContents, SheetLayout, SheetResult } from '#ui';
import { closeBrowser, openContext } from '../support/browser.ts';
import { answerPage, type KitServer, serveKit } from '../support/kit.tsx';
import { bestSheet } from '../support/sheets.ts';

const rulebook = await loadRulebook('26-2026');
const found = findSet(rulebook, '6');
if (!found) throw new Error('set 6 is missing');
const set = found;
const index = indexSet(set, rulebook.starBands);

interface Sent {
  version: string | undefined;
  key: string | undefined;
  body: { answers: Record<string, string>; notes: Record<string, string> };
}

let server: KitServer;
let sent: Sent[] = [];
/** Version of the record; a save with another one is refused as stale. */
let version = 1;

function sheetPage() {
  const state = sheetStanding(index, {});
  if (!state.ok) throw new Error(state.message);
  const save = { url: '/api/v1/sheet', version: 1 };
  return (
    <Document title="Tự chấm điểm">
      <div data-density="hand">
        <Main class="page">
          <h1>Tự chấm điểm</h1>
          <SavedMark />
          <SheetLayout
            contents={<SheetContents set={set} points={state.points} />}
            result={<SheetResult state={state} />}
            bar={<SheetBar state={state} />}
          >
            <Form action="/luu" version={1} island="score-sheet" islandData={{ set, bands: rulebook.starBands, save }}>
              <Sheet set={set} answers={{}} state={state} remarks={{}} />
            </Form>
          </SheetLayout>
        </Main>
      </div>
    </Document>
  );
}

async function save(
  request: Parameters<typeof text>[0] & { headers: NodeJS.Dict<string | string[]> },
  response: ServerResponse,
) {
  const header = (name: string) => request.headers[name]?.toString();
  sent.push({
    version: header('if-match'),
    key: header('idempotency-key'),
    body: JSON.parse(await text(request)) as Sent['body'],
  });
  response.setHeader('content-type', 'application/json');
  if (header('if-match') !== `"${version}"`) {
    response.writeHead(412).end(JSON.stringify({ detail: 'Người khác vừa sửa.', details: { current: version } }));
    return;
  }
  version += 1;
  response.writeHead(200).end(JSON.stringify({ version: 7, draftVersion: version }));
}

beforeAll(async () => {
  server = await serveKit((request, response) => {
    if (request.url === '/phieu') answerPage(response, sheetPage());
    else if (request.url === '/api/v1/sheet') void save(request, response);
    else return false;
    return true;
  });
});
afterAll(async () => {
  await closeBrowser();
  await server.close();
});

let tab: Page;
beforeEach(async () => {
  sent = [];
  version = 1;
  tab = await (await openContext()).newPage();
  await tab.goto(`${server.origin}/phieu`);
  await tab.waitForSelector('form[data-mounted="score-sheet"]');
});
afterEach(() => tab.context().close());

const choose = (code: string, option: string) => tab.check(`input[name="answers.${code}"][value="${option}"]`);
const saved = (words: RegExp) =>
  tab.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector('[data-saved-words]')?.textContent ?? ''),
    words.source,
  );

describe('U29 live result', () => {
  test('total, star and sums follow each choice as the law computes them', async () => {
    const best = bestSheet(set);
    const answers: Record<string, string> = {};
    for (const code of Object.keys(best).slice(0, 6)) {
      answers[code] = String(best[code]);
      await choose(code, answers[code]);
    }
    const state = sheetStanding(index, answers);
    if (!state.ok) throw new Error(state.message);
    await expect.poll(() => tab.locator('.sumbar .tot').textContent()).toBe(String(state.total));
    expect(await tab.locator('[data-sheet="result"]').textContent()).toContain(`${state.star} sao`);
    expect(await tab.locator('.toc [data-part="A"]').textContent()).toBe(String(state.parts[0]?.points));
    expect(await tab.locator('.toc [data-topic="1"]').textContent()).toBe(
      await tab.locator('#muc-1 [data-topic="1"]').textContent(),
    );
  });

  test('a gate that the chosen option misses is marked in words', async () => {
    const gate = index.gates[3][0];
    const low =
      gate && [...(index.byCode.get(gate.criterion)?.options ?? [])].find(([, { points }]) => points < gate.minPoints);
    if (!gate || !low) throw new Error('no gate to miss');
    await choose(gate.criterion, low[0]);
    const box = tab.locator(`[data-criterion="${gate.criterion}"]`);
    await expect.poll(() => box.getAttribute('class')).toBe('crit miss');
    expect(await box.locator('[data-gate]').textContent()).toContain(
      `Muốn đạt 3 sao, mục này cần ít nhất ${gate.minPoints} điểm.`,
    );
  });

  test('U3 the scripts of the page weigh at most 60 KB', async () => {
    const bytes = await tab.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry): entry is PerformanceResourceTiming => entry.name.endsWith('.js'))
        .reduce((sum, entry) => sum + entry.decodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(60_000);
  });
});

describe('U30 saving by itself', () => {
  const [first, second] = index.criteria;
  const option = (at: typeof first) => [...(at?.options.keys() ?? [])][0] ?? '';

  test('each save carries its own key and the version of the last one', async () => {
    await choose(first?.code ?? '', option(first));
    await saved(/Đã lưu \d\d:\d\d/);
    await choose(second?.code ?? '', option(second));
    await expect.poll(() => sent.length).toBe(2);
    expect(sent.map((each) => each.version)).toEqual(['"1"', '"2"']);
    expect(new Set(sent.map((each) => each.key)).size).toBe(2);
    expect(sent[1]?.body.answers).toEqual({ [first?.code ?? '']: option(first), [second?.code ?? '']: option(second) });
    await expect.poll(() => tab.locator('input[name="_version"]').inputValue()).toBe('3');
  });

  test('without network the choice waits on the device and goes when the network is back', async () => {
    await tab.context().setOffline(true);
    await choose(first?.code ?? '', option(first));
    await saved(/Mất mạng/);
    expect(sent).toEqual([]);
    await tab.context().setOffline(false);
    await saved(/Đã lưu/);
    expect(sent.at(-1)?.body.answers).toEqual({ [first?.code ?? '']: option(first) });
  });

  test('a choice that never left the device is there after opening the page again', async () => {
    await tab.route('**/api/v1/sheet', (route) => route.abort());
    await choose(first?.code ?? '', option(first));
    await saved(/Mất mạng/);
    await tab.unroute('**/api/v1/sheet');
    await tab.reload();
    await saved(/Đã lưu/);
    expect(await tab.locator(`input[name="answers.${first?.code}"][value="${option(first)}"]`).isChecked()).toBe(true);
  });

  test('test 17: when another device has saved, both versions are shown and the person chooses; nothing is overwritten before', async () => {
    version = 5;
    await choose(first?.code ?? '', option(first));
    const row = tab.locator('[role="alert"] li');
    await row.first().waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toMatch(/^.*\S: máy này “.+”; bản đã lưu “để trống”$/);
    expect(sent).toHaveLength(1);
    await tab.getByRole('button', { name: 'Giữ bản trên máy này' }).click();
    await saved(/Đã lưu/);
    expect(sent.map((each) => each.version)).toEqual(['"1"', '"5"']);
  });
});
