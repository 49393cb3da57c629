/** U15: a form saves itself on leaving each field; U30: a lost network or session loses nothing. */
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Button, Document, Form, Main, SavedMark, TextField } from '#ui';
import { closeBrowser, openContext } from '../support/browser.ts';
import { answerPage, type KitServer, serveKit } from '../support/kit.tsx';

let server: KitServer;
let version = 1;
let signedIn = true;
let account = 'lan';
let posts: URLSearchParams[] = [];

const FORM = (
  <>
    <TextField name="name" label="Tên sản phẩm" />
    <TextField name="maker" label="Chủ thể" />
    <Button kind="main">Lưu và đi tiếp</Button>
  </>
);

function formPage() {
  return (
    <Document title="Thông tin chung" account={account}>
      <Main class="page">
        <h1>Thông tin chung</h1>
        <SavedMark />
        <Form action="/luu" version={version} island="autosave" state={{ key: 'first-key', values: {}, errors: [] }}>
          {FORM}
        </Form>
      </Main>
    </Document>
  );
}

beforeAll(async () => {
  server = await serveKit((request, response) => {
    if (request.url === '/don') answerPage(response, formPage());
    else if (request.url === '/dang-nhap') {
      answerPage(
        response,
        <Document title="Đăng nhập" children={<TextField name="password" type="password" label="Mật khẩu" />} />,
      );
    } else if (request.url === '/luu') {
      void text(request).then((body) => {
        const fields = new URLSearchParams(body);
        posts.push(fields);
        if (signedIn && fields.get('_version') !== String(version)) return answerPage(response, formPage(), 409);
        if (signedIn) version += 1;
        return response.writeHead(303, { location: signedIn ? '/don' : '/dang-nhap' }).end();
      });
    } else return false;
    return true;
  });
});
afterAll(async () => {
  await closeBrowser();
  await server.close();
});

let tab: Page;
beforeEach(async () => {
  version = 1;
  signedIn = true;
  account = 'lan';
  posts = [];
  tab = await (await openContext()).newPage();
  await tab.goto(`${server.origin}/don`);
  await tab.waitForSelector('form[data-mounted]');
});
afterEach(() => tab.context().close());

const leave = async (field: string, words: string) => {
  await tab.getByLabel(field).fill(words);
  await tab.keyboard.press('Tab');
};
const says = (words: RegExp) => expect.poll(() => tab.locator('[data-saved-words]').textContent()).toMatch(words);

test('U15 each field is saved on leaving it, with the version of the last save and a key of its own', async () => {
  await leave('Tên sản phẩm', 'Mỳ gạo');
  await says(/Đã lưu \d\d:\d\d/);
  await leave('Chủ thể', 'HTX');
  await expect.poll(() => posts.length).toBe(2);
  expect(posts.map((post) => post.get('_version'))).toEqual(['1', '2']);
  expect(posts[1]?.get('name')).toBe('Mỳ gạo');
  expect(new Set([...posts.map((post) => post.get('_key')), 'first-key']).size).toBe(3);
  await expect.poll(() => tab.locator('input[name="_version"]').inputValue()).toBe('3');
});

test('U15 a long text is saved when typing rests, and not once more on leaving the field', async () => {
  await tab.getByLabel('Tên sản phẩm').pressSequentially('Mỳ');
  await says(/Đã lưu \d\d:\d\d/);
  await tab.getByLabel('Chủ thể').focus();
  await leave('Chủ thể', 'HTX');
  await expect.poll(() => posts.map((post) => post.get('maker'))).toEqual(['', 'HTX']);
});

test('S7 after the session ended nothing is called saved, and the text is there again later', async () => {
  signedIn = false;
  await leave('Tên sản phẩm', 'Mỳ gạo');
  await says(/Đăng nhập lại/);
  signedIn = true;
  await tab.reload();
  await says(/Đã lưu/);
  expect(await tab.getByLabel('Tên sản phẩm').inputValue()).toBe('Mỳ gạo');
});

test('S14 what waits on a device is given back to the account that wrote it, to nobody else who signs in there', async () => {
  signedIn = false;
  await leave('Tên sản phẩm', 'Mỳ gạo');
  await says(/Đăng nhập lại/);
  signedIn = true;
  account = 'minh';
  posts = [];
  await tab.reload();
  await tab.waitForSelector('form[data-mounted]');
  expect([await tab.getByLabel('Tên sản phẩm').inputValue(), posts.length]).toEqual(['', 0]);
  account = 'lan';
  await tab.reload();
  await says(/Đã lưu/);
  expect([await tab.getByLabel('Tên sản phẩm').inputValue(), posts.length]).toEqual(['Mỳ gạo', 1]);
});

test('U30 when another device has saved, nothing is overwritten before the person chooses', async () => {
  version = 4;
  await leave('Tên sản phẩm', 'Mỳ gạo');
  await tab.getByRole('button', { name: 'Giữ bản trên máy này' }).click();
  await says(/Đã lưu/);
  expect(posts.map((post) => post.get('_version'))).toEqual(['1', '4']);
});
