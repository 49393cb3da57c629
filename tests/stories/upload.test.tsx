/** U16: photos are shrunk on the device, papers are not; a cut connection loses nothing. U2: it also goes without JavaScript. */
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Button, Document, FileField, Form, Main, TextField } from '#ui';
import { closeBrowser, openContext } from '../support/browser.ts';
import { answerPage, type KitServer, serveKit } from '../support/kit.tsx';

let server: KitServer;
let posted: Buffer | undefined;

const page = (title: string) => (
  <Document title={title}>
    <Main class="page">
      <h1>{title}</h1>
      <Form action="/gui" files>
        <TextField name="title" label="Tên giấy tờ" value="Ảnh sản phẩm" />
        <FileField name="photo" label="Ảnh sản phẩm" accept="image/*" optional />
        <FileField name="paper" label="Phiếu kiểm nghiệm" accept="image/*" paper optional />
        <Button kind="main">Gửi</Button>
      </Form>
    </Main>
  </Document>
);

beforeAll(async () => {
  server = await serveKit((request, response) => {
    if (request.url === '/tep' || request.url === '/xong') {
      answerPage(response, page(request.url === '/tep' ? 'Nộp tệp' : 'Đã nhận tệp'));
      return true;
    }
    if (request.url !== '/gui') return false;
    void buffer(request).then((body) => {
      posted = body;
      response.writeHead(303, { location: '/xong' }).end();
    });
    return true;
  });
});
afterAll(async () => {
  await closeBrowser();
  await server.close();
});
beforeEach(() => {
  posted = undefined;
});

/** Noise, so that it does not shrink to nothing before it is looked at. */
const photo = await sharp({
  create: {
    width: 3000,
    height: 1500,
    channels: 3,
    noise: { type: 'gaussian', mean: 128, sigma: 20 },
    background: 'white',
  },
})
  .jpeg({ quality: 40 })
  .toBuffer();

/** The picture sent under a name of the form. */
async function sizeOf(name: string): Promise<{ width: number; height: number }> {
  const body = posted ?? Buffer.alloc(0);
  const head = body.indexOf(`name="${name}"`);
  const from = body.indexOf('\r\n\r\n', head) + 4;
  const to = body.indexOf('\r\n--', from);
  const { width, height } = await sharp(body.subarray(from, to)).metadata();
  return { width, height };
}

async function open(javaScriptEnabled = true) {
  const tab = await (await openContext({ javaScriptEnabled })).newPage();
  await tab.goto(`${server.origin}/tep`);
  return tab;
}

test('U16 a photo arrives with at most 2,000 px, a paper as it was; the answer replaces the page', async () => {
  const tab = await open();
  await tab.waitForSelector('input[name="photo"][data-mounted]');
  const picture = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo };
  await tab.setInputFiles('input[name="photo"]', picture);
  await tab.setInputFiles('input[name="paper"]', picture);
  await tab.getByRole('button', { name: 'Gửi' }).click();
  await expect.poll(() => tab.locator('h1').textContent()).toBe('Đã nhận tệp');
  expect(await sizeOf('photo')).toEqual({ width: 2000, height: 1000 });
  expect(await sizeOf('paper')).toEqual({ width: 3000, height: 1500 });
  expect(new URL(tab.url()).pathname).toBe('/xong');
  await tab.context().close();
});

test('U16 a cut connection keeps the files and goes on when the network is back', async () => {
  const tab = await open();
  await tab.waitForSelector('input[name="photo"][data-mounted]');
  await tab.setInputFiles('input[name="photo"]', { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo });
  await expect.poll(() => tab.locator('progress').count()).toBe(1);
  await tab.context().setOffline(true);
  await tab.getByRole('button', { name: 'Gửi' }).click();
  await tab.getByText('Mất mạng khi đang gửi').waitFor();
  expect(posted).toBeUndefined();
  await tab.context().setOffline(false);
  await expect.poll(() => tab.locator('h1').textContent()).toBe('Đã nhận tệp');
  await tab.context().close();
});

test('U2 without JavaScript the form takes the file along as it is', async () => {
  const tab = await open(false);
  await tab.setInputFiles('input[name="photo"]', { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo });
  await tab.getByRole('button', { name: 'Gửi' }).click();
  await tab.waitForURL('**/xong');
  expect(await sizeOf('photo')).toEqual({ width: 3000, height: 1500 });
  await tab.context().close();
});
