/** The owner's mark: put in place, shown where the law lets it stand, taken away. The mark of the tests is an invented plain square. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeHandbook } from '#features/handbook';
import { readUnit } from '#features/units';
import { systemClock } from '#platform/clock';
import { openFileStore } from '#platform/files/store';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();
const administrator = await app.signIn('administrator');
const PAGE = '/quan-tri/logo';
const square = (edge: number) =>
  sharp({ create: { width: edge, height: edge, channels: 3, background: '#5a6b7c' } })
    .png()
    .toBuffer();
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><rect width="80" height="40" fill="#5a6b7c"/></svg>';
const png = async (edge = 400) => ({ name: 'logo.png', type: 'image/png', bytes: await square(edge) });
const svg = (text = SVG) => ({ name: 'logo.svg', type: 'image/svg+xml', bytes: Buffer.from(text) });

const send = async (file: Awaited<ReturnType<typeof png>>, note = 'Công văn 12/VPĐP') =>
  administrator.submit((await administrator.page(PAGE)).form(PAGE), { note }, { file });
const remove = async () =>
  administrator.submit((await administrator.page(PAGE)).form(`${PAGE}/go`), { note: 'Hết quyền dùng' });
const shown = (html: string) => /<img[^>]*src="(\/logo\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? null;
const codeOf = async (state: 'inForce' | 'revoked') => {
  const [row] = await app.database.asOwner<{ code: string; id: string }>(
    `select coalesce(r.check_code, r.id::text) as code, r.id from recognition r join lifecycle l on l.id = r.id
      where l.state = $1 and (l.state = 'revoked' or (r.issued_latest <= current_date and r.expires_earliest > current_date + 5 and r.decision is not null))
      order by r.id limit 1`,
    [state],
  );
  if (!row) throw new Error(`no certificate ${state}`);
  return row;
};
const inMain = (html: string) => shown(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
const inFooter = (html: string) => shown(/<footer[\s\S]*<\/footer>/.exec(html)?.[0] ?? '');

describe('the OCOP logo', () => {
  it('R11.5 nothing is drawn while there is none', async () => {
    const valid = await codeOf('inForce');
    for (const path of ['/', `/chung-nhan/${valid.code}`])
      expect(shown((await app.visitor().page(path)).html)).toBe(null);
    expect((await administrator.page(PAGE)).text).toContain('Chưa đặt logo');
    expect(await printHasPicture(valid.id)).toBe(false);
    handbook.without = await handbookPictures();
  });

  it('stands on the portal, on a certificate that holds and its print, with a ledger row; not beside one that ended', async () => {
    const [valid, ended] = [await codeOf('inForce'), await codeOf('revoked')];
    expect((await administrator.page('/quan-tri/thiet-lap')).html).toContain(`href="${PAGE}"`);
    const done = await send(await png());
    expect([done.status, done.location]).toEqual([303, PAGE]);
    const address = inFooter((await app.visitor().page('/')).html);
    expect(address).not.toBe(null);
    expect(inFooter((await app.visitor().page('/en')).html)).toBe(address);
    expect(inMain((await app.visitor().page(`/chung-nhan/${valid.code}`)).html)).toBe(address);
    expect(inMain((await app.visitor().page(`/chung-nhan/${ended.code}`)).html)).toBe(null);
    expect(inMain((await administrator.page(PAGE)).html)).toBe(address);
    const picture = await fetch(app.base + address);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).width).toBe(400);
    expect(await printHasPicture(valid.id)).toBe(true);
    expect(await handbookPictures()).toBe(handbook.without + 1);
    const [row] = await app.database.asOwner<{ facts: { key: string; value: { sha256: string } }; reason: string }>(
      `select facts, reason from ledger where action = 'settings.change' order by no desc limit 1`,
    );
    expect([row?.facts.key, row?.facts.value.sha256.length, row?.reason]).toEqual(['logo', 64, 'Công văn 12/VPĐP']);
  });

  it('is replaced by a drawing, which is kept as a picture; the one before is given out no more', async () => {
    const before = inFooter((await app.visitor().page('/')).html);
    expect((await send(svg())).status).toBe(303);
    const after = inFooter((await app.visitor().page('/')).html);
    expect([after === null, after === before]).toEqual([false, false]);
    expect((await fetch(app.base + before)).status).toBe(404);
    const [file] = await app.database.asOwner<{ type: string; width: number; attached: boolean }>(
      `select type, width, attached from file where id = $1`,
      [after?.split('/').at(-1)],
    );
    expect(file).toEqual({ type: 'image/png', width: 1600, attached: true });
  });

  it('is taken away with a reason, once', async () => {
    const page = await administrator.page(PAGE);
    const address = inMain(page.html);
    expect((await remove()).status).toBe(303);
    expect(inFooter((await app.visitor().page('/')).html)).toBe(null);
    expect((await fetch(app.base + address)).status).toBe(404);
    const again = await administrator.submit(page.form(`${PAGE}/go`), { note: 'Lần nữa', _key: crypto.randomUUID() });
    expect([again.status, again.text.includes('Chưa đặt logo nào')]).toEqual([409, true]);
  });
});

describe('what is not taken', () => {
  it.each([
    ['a photograph', { name: 'logo.jpg', type: 'image/jpeg', bytes: Buffer.from('x') }, 'PNG hoặc SVG'],
    ['a page that calls itself a drawing', svg('<html><body>x</body></html>'), 'bên trong không phải'],
    ['a drawing with entities of its own', svg(`<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}`), 'bên trong không phải'],
    ['a drawing cut short', svg(SVG.slice(0, 70)), 'Ảnh bị hỏng'],
    ['a drawing without end', svg(SVG.replace('viewBox="0 0 80 40"', 'width="90000" height="90000"')), '50 triệu'],
    ['more than 2 MB', { ...svg(), bytes: Buffer.from(SVG + ' '.repeat(2_100_000)) }, 'không quá 2 MB'],
  ])('%s', async (_what, file, words) => {
    const answer = await send(file);
    expect([answer.status >= 400 && answer.status < 500, answer.text.includes(words)]).toEqual([true, true]);
    expect(inFooter((await app.visitor().page('/')).html)).toBe(null);
  });

  it('a picture too small to print, and a form without its reason', async () => {
    const small = await send(await png(120));
    expect([small.status, small.text.includes('Ảnh nhỏ quá')]).toEqual([422, true]);
    expect((await send(await png(), ' ')).status).toBe(422);
  });

  it('anything from somebody who is no administrator', async () => {
    const form = (await administrator.page(PAGE)).form(PAGE);
    for (const account of ['province', 'auditor']) {
      const client = await app.signIn(account);
      const page = await client.page(PAGE);
      expect([account, page.status, page.text.includes('Đặt logo')]).toEqual([account, 200, false]);
      expect([account, (await client.submit(form, { note: 'x' }, { file: await png() })).status]).toEqual([
        account,
        404,
      ]);
    }
    expect((await (await app.signIn('producer')).page(PAGE)).status).toBe(404);
  });
});

/** The printed certificate: does it hold a picture (all else is drawn)? */
async function printHasPicture(id: string): Promise<boolean> {
  const answer = await (await app.signIn('province')).fetch(`/giay-chung-nhan/${id}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
  expect(bytes.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  return /\/Subtype\s*\/Image/.test(bytes);
}

const handbook = { without: 0 };
/** How many pictures the handbook of one commune holds. */
async function handbookPictures(): Promise<number> {
  const day = systemClock.today();
  const { app: db } = app.database.db;
  const [row] = await app.database.asOwner<{ commune: string }>(
    `select commune from product_search where open and life = 'inForce' and issued_latest <= $1 and expires_earliest > $1
      and commune is not null group by commune order by count(*), commune limit 1`,
    [day],
  );
  const unit = await readUnit(db, row?.commune ?? '', day);
  if (unit === null) throw new Error('no commune');
  const files = await openFileStore('file:files', app.dataDir);
  const parts = { baseUrl: app.base, createdAt: new Date(), step: async () => undefined };
  const { bytes } = await makeHandbook({ db, files, unit, day, ...parts });
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g)?.length ?? 0
  );
}
