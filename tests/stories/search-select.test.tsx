/** U12: choosing from a long list by typing, with JavaScript and (U2) without. */
import { text } from 'node:stream/consumers';
import { render } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Button, Document, Form, Main, SearchFound, SearchSelect } from '#ui';
import { closeBrowser, openContext } from '../support/browser.ts';
import { answerPage, type KitServer, serveKit } from '../support/kit.tsx';

const COMMUNES = [
  { value: '07603', label: 'Xã Nam Dương, tỉnh Bắc Ninh' },
  { value: '07525', label: 'Phường Chũ, tỉnh Bắc Ninh' },
];
const find = (words: string) => COMMUNES.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));

let server: KitServer;
let asked: string[] = [];

beforeAll(async () => {
  server = await serveKit((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://kit');
    if (pathname === '/goi-y') {
      const words = searchParams.get('_q.commune') ?? '';
      asked.push(words);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(render(<SearchFound name="commune" found={find(words)} />));
      return true;
    }
    if (pathname === '/luu') {
      void text(request).then((body) => {
        response.writeHead(303, { location: `/xa?commune=${new URLSearchParams(body).get('commune')}` }).end();
      });
      return true;
    }
    if (pathname !== '/xa') return false;
    const words = searchParams.get('_q.commune');
    answerPage(
      response,
      <Document title="Xã, phường">
        <Main class="page">
          <h1>{searchParams.get('commune') ?? 'Chưa chọn'}</h1>
          <Form action="/luu">
            <SearchSelect
              name="commune"
              label="Xã, phường"
              source="/goi-y"
              page="/xa"
              query={words ?? undefined}
              found={words === null ? undefined : find(words)}
            />
            <Button kind="main">Lưu</Button>
          </Form>
        </Main>
      </Document>,
    );
    return true;
  });
});
afterAll(async () => {
  await closeBrowser();
  await server.close();
});

test('U12 the list follows the typing and the chosen one is sent', async () => {
  const tab = await (await openContext()).newPage();
  const refused: string[] = [];
  tab.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
  asked = [];
  await tab.goto(`${server.origin}/xa`);
  await tab.waitForFunction(() => 'htmx' in window);
  await tab.getByRole('searchbox', { name: 'Xã, phường' }).pressSequentially('nam', { delay: 30 });
  await tab.getByText('Xã Nam Dương').click();
  expect(asked.at(-1)).toBe('nam');
  await tab.getByRole('button', { name: 'Lưu' }).click();
  await expect.poll(() => tab.locator('h1').textContent()).toBe('07603');
  expect(refused).toEqual([]);
  await tab.context().close();
});

test('U2 without JavaScript the button "Tìm" shows what was found', async () => {
  const tab = await (await openContext({ javaScriptEnabled: false })).newPage();
  await tab.goto(`${server.origin}/xa`);
  await tab.getByRole('searchbox', { name: 'Xã, phường' }).fill('chũ');
  await tab.getByRole('button', { name: 'Tìm' }).click();
  await tab.getByText('Phường Chũ').click();
  await tab.getByRole('button', { name: 'Lưu' }).click();
  await expect.poll(() => tab.locator('h1').textContent()).toBe('07525');
  await tab.context().close();
});
