/** Q7 at an officer's desk: a signed scan cut on its way goes on from the last whole part; without scripts the form takes it along. */
import { randomBytes } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { closeBrowser } from '../support/browser.ts';
import { dossiersInRound } from '../support/council.ts';
import { checkedDossier } from '../support/dossiers.ts';
import { look, windowOf } from '../support/story.ts';

const app = await testApp();
afterAll(closeBrowser);
const today = systemClock.today().split('-').reverse().join('/');
const SENT = 'Đã gửi xong, chưa lưu vào hồ sơ';

/** A noisy scan of several parts. */
const scan = () =>
  sharp(randomBytes(1500 * 1500 * 3), { raw: { width: 1500, height: 1500, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer();

/** Cuts the second part of what this page sends; answers how many parts were tried. */
async function cutSecond(page: Page): Promise<() => number> {
  let parts = 0;
  await page.route('**/api/v1/files/uploads/*?offset=*', async (route) => {
    parts += 1;
    if (parts === 2) await route.abort('connectionreset');
    else await route.continue();
  });
  return () => parts;
}

const openAt = async (account: string, path: string, field: string, options: object = {}) => {
  const page = await (await windowOf(app, account, options)).newPage();
  await page.goto(app.base + path);
  if (!('javaScriptEnabled' in options))
    await page.waitForSelector(`input[name="${field}"][data-mounted]`, { state: 'attached' });
  return page;
};
const fileIn = async (table: 'commune_assessment' | 'advisory_report', column: string, dossier: string) =>
  (
    await app.database.asOwner<{ name: string; size: number; attached: boolean }>(
      `select f.name, f.size, f.attached from ${table} t join file f on f.id = t.${column} where t.dossier = '${dossier}'`,
    )
  )[0];

test('Q7 the signed Form 03 goes on after a cut connection and is tied to the proposal', async () => {
  const { id } = await checkedDossier(app, { newProduct: 'Miến quét Mẫu 03 (giả định)' });
  const page = await openAt('commune', `/ho-so/${id}/de-nghi`, 'signedFile');
  const parts = await cutSecond(page);
  const buffer = await scan();
  await page.setInputFiles('input[name="signedFile"]', { name: 'mau-03.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText(SENT).waitFor();
  expect(parts()).toBe(Math.ceil(buffer.length / (512 * 1024)) + 1);
  await look(page, '03b-propose');
  await page.fill('input[name="letterNumber"]', '45/UBND-KT');
  await page.fill('input[name="letterDate"]', today);
  await page.fill('input[name="signatory"]', 'Người ký giả định');
  await page.fill('input[name="samples"]', '5');
  await page.getByRole('button', { name: 'Đề nghị tỉnh đánh giá' }).click();
  await page.waitForURL((url) => url.pathname === `/ho-so/${id}`);
  expect(await fileIn('commune_assessment', 'signed_file', id)).toEqual({
    ...{ name: 'mau-03.jpg', size: buffer.length, attached: true },
  });
  await page.context().close();
}, 60_000);

test('Q7 S25 the advisory report goes in parts as an office file; without scripts the plain form takes it along', async () => {
  const { dossiers } = await dossiersInRound(app, ['Miến báo cáo từng phần', 'Miến báo cáo cả tệp'], null);
  const [first = '', second = ''] = dossiers;
  const word = Buffer.from(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Báo cáo')] }] })),
  );
  const file = {
    name: 'bao-cao.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: word,
  };
  const fill = async (page: Page) => {
    await page.fill('input[name="number"]', '12/BC-TTV');
    await page.fill('input[name="dated"]', today);
    await page.getByRole('button', { name: 'Ghi báo cáo' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/to-tu-van') && !url.pathname.endsWith('/bao-cao'));
  };
  const lively = await openAt('province', `/ho-so/${first}/to-tu-van`, 'file');
  await lively.setInputFiles('input[name="file"]', file);
  await lively.getByText(SENT).waitFor();
  await fill(lively);
  const plain = await openAt('province', `/ho-so/${second}/to-tu-van`, 'file', { javaScriptEnabled: false });
  await plain.setInputFiles('input[name="file"]', file);
  await fill(plain);
  for (const one of [first, second])
    expect(await fileIn('advisory_report', 'file', one)).toEqual({
      ...{ name: 'bao-cao.docx', size: word.length, attached: true },
    });
  await Promise.all([lively, plain].map((page) => page.context().close()));
}, 60_000);

test('S25 what the field does not take is refused on its line before it is sent', async () => {
  const { dossiers } = await dossiersInRound(app, ['Miến tệp không nhận'], null);
  const page = await openAt('province', `/ho-so/${dossiers[0]}/to-tu-van`, 'file');
  const parts = await cutSecond(page);
  const file = { name: 'kich-ban.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="x"/>') };
  await page.setInputFiles('input[name="file"]', file);
  await page.getByText('Loại tệp này không nhận').waitFor();
  expect(parts()).toBe(0);
  await page.context().close();
}, 60_000);
