/** The producer's papers without JavaScript: several photos, turned, reordered, replaced; blanks; the dossier as filed. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import type { Client, Upload } from '../../../tests/support/client.ts';
import { wordText } from '../../../tests/support/documents.ts';
import { act, done, submittedDossier, upload } from '../../../tests/support/dossiers.ts';

const app = await testApp();
const producer = await app.signIn('producer');
const officer = await app.signIn('commune');

const photo = async (name: string, width = 60, height = 40): Promise<Upload> => ({
  name,
  type: 'image/jpeg',
  bytes: new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#8a5a2b' } })
      .jpeg()
      .toBuffer(),
  ),
});

async function draft(): Promise<string> {
  const start = {
    producer: demoId('producer', 'canh-dieu'),
    kind: 'first',
    newProduct: `Miến giả định ${Math.random()}`,
    productSet: '26-2026/06',
  };
  return (await done(producer.json('POST', '/api/v1/dossiers', start, { key: true }))).id;
}

interface Row {
  paper: string;
  title: string;
  width: number;
  file: string;
}
const papersOf = (id: string) =>
  app.database.asOwner<Row>(
    `select c.paper, p.title, f.width, f.id as file from dossier_paper c join paper p on p.id = c.paper join file f on f.id = p.file
      where c.dossier = '${id}' order by c.position`,
  );

/** Presses a button of a page: the form whose address ends so. */
async function press(who: Client, page: string, target: string, changes = {}, files = {}) {
  const answer = await who.submit((await who.page(page)).form(target), changes, files);
  return answer.status;
}

describe('photos of a dossier', () => {
  it('U16 U2 several at once by a plain form; up, down, turned and replaced by buttons that post', async () => {
    const id = await draft();
    const at = `/ho-so/${id}/giay-to/E10`;
    const photos = [await photo('mot.jpg'), await photo('hai.jpg'), await photo('ba.jpg')];
    expect(await press(producer, at, `${at}/anh`, { title: 'Ảnh nghề' }, { photos })).toBe(303);
    const [one, two, three] = await papersOf(id);
    expect([one, two, three].map((row) => row?.title)).toEqual(['Ảnh nghề (1)', 'Ảnh nghề (2)', 'Ảnh nghề (3)']);
    if (!one || !two || !three) throw new Error('three photos');

    const page = await producer.page(at);
    const [up] = page.forms.filter(({ action }) => action === `${at}/chuyen/${three.paper}`);
    if (!up) throw new Error('no button up');
    expect((await producer.submit(up)).status).toBe(303);
    expect((await papersOf(id)).map(({ title }) => title)).toEqual(['Ảnh nghề (1)', 'Ảnh nghề (3)', 'Ảnh nghề (2)']);

    expect(await press(producer, at, `${at}/quay/${one.paper}`)).toBe(303);
    const [turned] = await papersOf(id);
    expect([turned?.title, turned?.width]).toEqual(['Ảnh nghề (1)', 40]);
    expect((await producer.fetch(`/tep/${turned?.file}/nho.webp`)).headers.get('content-type')).toBe('image/webp');
    const [before] = await app.database.asOwner<{ removed_at: Date | null }>(
      `select removed_at from paper where id = '${one.paper}'`,
    );
    expect(before?.removed_at).not.toBeNull();

    const file = await photo('moi.jpg', 90, 90);
    expect(await press(producer, at, `${at}/thay/${three.paper}`, {}, { file })).toBe(303);
    expect((await papersOf(id)).map(({ title, width }) => [title, width])).toEqual([
      ['Ảnh nghề (1)', 40],
      ['Ảnh nghề (3)', 90],
      ['Ảnh nghề (2)', 60],
    ]);
  });

  it('U16 at either end there is nothing to move, and only pictures turn', async () => {
    const id = await draft();
    const at = `/ho-so/${id}/giay-to/E09`;
    expect(await press(producer, at, `${at}/anh`, { title: 'Một ảnh' }, { photos: [await photo('a.jpg')] })).toBe(303);
    const [only] = await papersOf(id);
    const [life] = await app.database.asOwner<{ draft_version: number }>(
      `select draft_version from dossier where id = '${id}'`,
    );
    const version = life?.draft_version ?? 0;
    const place = (way: string) => act(producer, id, 'papers/place', version, { paper: only?.paper, way });
    expect([(await place('up')).status, (await place('down')).status]).toEqual([409, 409]);
    expect((await place('sideways')).status).toBe(422);
    const none = await producer.submit((await producer.page(at)).form(`${at}/anh`), { title: 'Không ảnh' });
    expect([none.status, none.text.includes('Chọn ít nhất một ảnh')]).toEqual([422, true]);
  });

  it('U19 a paper the commune found wanting is replaced in one step; another dossier keeps the old one', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến bị trả (giả định)', papers: 2 });
    const [bad = '', good = ''] = made.papers;
    let { version } = await done(act(officer, made.id, 'reception', made.version));
    ({ version } = await done(
      act(officer, made.id, `papers/${bad}/check`, version, { verdict: 'fail', reason: 'Ảnh mờ' }),
    ));
    ({ version } = await done(act(officer, made.id, `papers/${good}/check`, version, { verdict: 'pass' })));
    await done(act(officer, made.id, 'return', version, { items: [{ target: `paper:${bad}`, reason: 'Ảnh mờ' }] }));
    const other = await draft();
    const [row] = await app.database.asOwner<{ draft_version: number }>(
      `select draft_version from dossier where id = '${other}'`,
    );
    await done(act(producer, other, 'papers/citation', row?.draft_version ?? 0, { paper: bad }));

    const at = `/ho-so/${made.id}/giay-to`;
    const page = await producer.page(at);
    expect(page.forms.some(({ action }) => action === `${at}/thay/${good}`)).toBe(false);
    const changed = await producer.submit(page.form(`${at}/thay/${bad}`), {}, { file: await photo('ro.jpg') });
    expect(changed.status).toBe(303);
    expect((await papersOf(made.id)).map(({ paper }) => paper)).not.toContain(bad);
    expect((await papersOf(other)).map(({ paper }) => paper)).toEqual([bad]);
    const evidence = await app.database.asOwner(`select from dossier_evidence where dossier = '${made.id}'`);
    expect(evidence.length).toBe(2);
  });
});

describe('what helps', () => {
  it('U14 U22 a kind of paper is explained by an example, and a blank comes filled in', async () => {
    const id = await draft();
    for (let no = 1; no <= 15; no += 1) {
      const kind = `E${String(no).padStart(2, '0')}`;
      const page = await producer.page(`/ho-so/${id}/giay-to/${kind}`);
      expect([kind, page.text.includes('Thế nào là đạt')]).toEqual([kind, true]);
    }
    for (const [kind, words] of [
      ['E03', 'BẢNG KÊ NGUYÊN LIỆU'],
      ['E05', 'Nơi thường trú'],
      ['E10', 'Câu chuyện sản phẩm'],
    ] as const) {
      const blank = await producer.fetch(`/ho-so/${id}/giay-to/${kind}/mau.docx`);
      expect(blank.status).toBe(200);
      const text = wordText(new Uint8Array(await blank.arrayBuffer()));
      expect(text.toLowerCase()).toContain(words.toLowerCase());
      expect(text).toContain('Cánh Diều');
    }
    expect((await producer.fetch(`/ho-so/${id}/giay-to/E01/mau.docx`)).status).toBe(404);
    const stranger = await app.signIn('producer-2');
    expect((await stranger.fetch(`/ho-so/${id}/giay-to/E05/mau.docx`)).status).toBe(404);
  });

  it('U18 S14 the whole dossier as filed on one page: answers, self-score, papers; nobody else opens it', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến đã nộp (giả định)', papers: 2 });
    expect((await producer.page(`/ho-so/${made.id}`)).html).toContain(`/ho-so/${made.id}/ban-da-nop`);
    const { status, text } = await producer.page(`/ho-so/${made.id}/ban-da-nop`);
    expect(status).toBe(200);
    for (const words of [
      'Hai hecta dong riềng trong xã.',
      '01/03/2020',
      'Giải trình: Nguyên liệu lấy trong xã.',
      'Giấy tờ số 1',
      'Giấy tờ số 2',
      'Mã kiểm tra nội dung',
      'Phiếu số',
    ])
      expect(text).toContain(words);
    for (const account of ['producer-2', 'commune', 'commune-2', 'province'])
      expect((await (await app.signIn(account)).page(`/ho-so/${made.id}/ban-da-nop`)).status).toBe(404);
    expect((await producer.page(`/ho-so/${await draft()}/ban-da-nop`)).status).toBe(303);
  });

  it('R3.10 after a return the page stays as filed, under its seal, until the dossier is filed again', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến đã nộp rồi sửa (giả định)', papers: 2 });
    const [first = ''] = made.papers;
    const page = async () => (await producer.page(`/ho-so/${made.id}/ban-da-nop`)).text;
    const sealed = async () => {
      const rows = await app.database.asOwner<{ no: number; content: string; hash: string; said: string }>(
        `select f.no, f.content, f.hash, g.facts->>'contentHash' as said from dossier_filing f
           join lateral (select facts, row_number() over (order by no) as nth from ledger
                          where subject = f.dossier and action = 'dossier.submit') g on g.nth = f.no
          where f.dossier = '${made.id}' order by f.no`,
      );
      for (const { content, hash, said } of rows)
        expect([hash, said]).toEqual(Array(2).fill(createHash('sha256').update(content).digest('hex')));
      return rows.map(({ hash }) => hash);
    };
    const [hash = ''] = await sealed();
    expect(await page()).toContain(hash);
    let { version } = await done(act(officer, made.id, 'reception', made.version));
    ({ version } = await done(act(officer, made.id, 'return', version, { reason: 'Bổ sung toàn bộ' })));
    const [row] = await app.database.asOwner<{ seen: number }>(
      `select draft_version as seen from dossier where id = '${made.id}'`,
    );
    let { draftVersion: now } = await done(
      act(producer, made.id, 'plan', row?.seen ?? 0, { plan: 'Kế hoạch mới hẳn.' }),
    );
    ({ draftVersion: now } = await done(act(producer, made.id, 'answers', now, { answers: { '1.1': '1.1#1' } })));
    const other = { paper: first, file: await upload(producer, 'ban-moi.png'), number: '99/MỚI' };
    ({ draftVersion: now } = await done(act(producer, made.id, 'papers/replacement', now, other)));
    await done(act(producer, made.id, 'papers/removal', now, { paper: made.papers[1] }));
    const mending = await page();
    for (const words of [
      hash,
      'Mở thêm sân phơi',
      'Nguyên liệu lấy trong xã.',
      'Giấy tờ số 1',
      'Giấy tờ số 2',
      'giay-1.png',
    ])
      expect(mending).toContain(words);
    for (const words of ['Kế hoạch mới hẳn', '99/MỚI', 'ban-moi.png']) expect(mending).not.toContain(words);
    const link = /href="(\/tep\/[^"]+)"/.exec((await producer.page(`/ho-so/${made.id}/ban-da-nop`)).html)?.[1] ?? '';
    expect((await producer.page(link)).status).toBe(200);
    await done(act(producer, made.id, 'submission', version, { truthful: true }));
    const [, second = ''] = await sealed();
    const filed = await page();
    for (const words of [second, 'Kế hoạch mới hẳn', '99/MỚI']) expect(filed).toContain(words);
    for (const words of [hash, 'Giấy tờ số 2']) expect(filed).not.toContain(words);
  });

  it('R3.10 what an officer prints of a returned dossier is what was filed; no filing and no paper is rewritten', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến in khi trả lại (giả định)' });
    let { version } = await done(act(officer, made.id, 'reception', made.version));
    ({ version } = await done(act(officer, made.id, 'return', version, { reason: 'Bổ sung' })));
    const [row] = await app.database.asOwner<{ seen: number }>(
      `select draft_version as seen from dossier where id = '${made.id}'`,
    );
    await done(act(producer, made.id, 'plan', row?.seen ?? 0, { plan: 'Điều chưa nộp.' }));
    const printed = async (who: typeof officer) =>
      wordText(new Uint8Array(await (await who.fetch(`/ho-so/${made.id}/mau-02.docx`)).arrayBuffer()));
    expect(await printed(officer)).toContain('Mở thêm sân phơi');
    expect(await printed(officer)).not.toContain('Điều chưa nộp');
    expect(await printed(producer)).toContain('Điều chưa nộp');
    for (const attempt of [
      `update dossier_filing set filed_on = filed_on where dossier = '${made.id}'`,
      `delete from dossier_filing where dossier = '${made.id}'`,
      `update paper set title = 'khác' where id = '${made.papers[0]}'`,
    ])
      await expect(app.database.asOwner(attempt)).rejects.toThrow();
  });
});
