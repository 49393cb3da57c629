import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../tests/support/client.ts';
import { smallWeb } from '../../../tests/support/small-web.ts';

const small = await smallWeb();
const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#27408b' } })
  .jpeg()
  .toBuffer();
const jpeg = { name: 'sân nhà.jpg', type: 'image/jpeg', bytes: new Uint8Array(picture) };
const files = () =>
  small.database.asOwner<{ id: string; attached: boolean; name: string; uploaded_by: string }>(
    'select id, attached, name, uploaded_by from file order by uploaded_at',
  );

describe('files with forms', () => {
  it('S27 stores the file, ties it to the record and keeps the name', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    expect((await client.submit(form, { title: 'Có ảnh' }, { paper: jpeg })).status).toBe(303);
    expect((await files()).at(-1)).toMatchObject({
      attached: true,
      name: 'sân nhà.jpg',
      uploaded_by: client.actor.account,
    });
  });

  it('U8 a file stays chosen when the form is refused, and goes with the next try', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    const refused = await client.submit(form, { title: '' }, { paper: jpeg });
    expect(refused.status).toBe(422);
    const kept = new Map(refused.form('/viec/moi').fields).get('paper');
    expect((await files()).find(({ id }) => id === kept)).toMatchObject({ attached: false });
    expect((await client.submit(refused.form('/viec/moi'), { title: 'Lần hai' })).status).toBe(303);
    expect((await files()).find(({ id }) => id === kept)).toMatchObject({ attached: true });
  });

  it('Q4 the same form with the same file sent twice is one act', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    const first = await client.submit(form, { title: 'Hai lần' }, { paper: jpeg });
    const second = await client.submit(form, { title: 'Hai lần' }, { paper: jpeg });
    expect([second.status, second.location]).toEqual([303, first.location]);
  });

  it('S25 S26 S30 refuses hostile files beside their field, in words, with nothing lost', async () => {
    const client = small.signIn();
    const page = await client.page('/viec/moi');
    const hostile = [
      { name: 'a.svg', type: 'image/svg+xml', bytes: new TextEncoder().encode('<svg onload="alert(1)"/>') },
      { name: 'a.jpg', type: 'image/jpeg', bytes: new TextEncoder().encode('%PDF-1.7 not a picture') },
      { name: '../../etc/passwd', type: 'image/jpeg', bytes: new Uint8Array(picture) },
      { name: 'rỗng.jpg', type: 'image/jpeg', bytes: new Uint8Array() },
    ];
    const before = (await files()).length;
    for (const paper of hostile) {
      const answer = await client.submit(page.form('/viec/moi'), { title: 'Tệp lạ' }, { paper });
      expect([paper.name, answer.status]).toEqual([paper.name, 422]);
      expect(answer.text).toContain('Hãy nộp tệp JPG, PNG hoặc WebP');
      expect(new Map(answer.form('/viec/moi').fields).get('title')).toBe('Tệp lạ');
    }
    const large = { name: 'to.jpg', type: 'image/jpeg', bytes: new Uint8Array(30 * 1024 * 1024) };
    expect((await client.submit(page.form('/viec/moi'), { title: 'Tệp to' }, { paper: large })).status).toBe(422);
    expect((await files()).length).toBe(before);
  });

  it('S14 a file sent by somebody else cannot be taken', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    const refused = await client.submit(form, { title: '' }, { paper: jpeg });
    const id = new Map(refused.form('/viec/moi').fields).get('paper') ?? '';
    const thief = small.signIn();
    const theirs = (await thief.page('/viec/moi')).form('/viec/moi');
    const answer = await thief.submit(theirs, { title: 'Của người', paper: id });
    expect([answer.status, answer.text.includes('Chọn lại tệp')]).toEqual([422, true]);
  });

  it('keeps no file of somebody who is not signed in', async () => {
    const client = small.signIn();
    const form = (await client.page('/viec/moi')).form('/viec/moi');
    small.expire(client);
    const before = (await files()).length;
    expect((await client.submit(form, { title: 'Hết phiên' }, { paper: jpeg })).location).toContain('/dang-nhap');
    expect((await files()).length).toBe(before);
  });

  it('S20 refuses more than a thousand fields', async () => {
    const client = small.signIn();
    const fields = Array.from({ length: 1001 }, (_, n): [string, string] => [`f${n}`, 'x']);
    expect((await client.post('/viec/moi', fields)).status).toBe(413);
    expect((await client.post('/viec/moi', fields, {})).status).toBe(413);
  });
});

describe('files for programs', async () => {
  it('takes one and answers its id, which an act may use', async () => {
    const client = small.signIn();
    const body = new FormData();
    body.append('file', new Blob([jpeg.bytes], { type: jpeg.type }), jpeg.name);
    const sent = await client.fetch('/api/v1/files?takes=picture', {
      method: 'POST',
      body,
      headers: { origin: small.base },
    });
    expect(sent.status).toBe(201);
    const { id } = await sent.json();
    expect((await client.json('POST', '/api/v1/chores', { title: 'Từ API', paper: id }, { key: true })).status).toBe(
      200,
    );
    const none = new FormData();
    none.append('other', 'x');
    const asked = await client.fetch('/api/v1/files', { method: 'POST', body: none, headers: { origin: small.base } });
    expect(await asked.json()).toMatchObject({ errors: [{ field: 'file', message: 'Chọn tệp' }] });
    expect(
      (await small.visitor().fetch('/api/v1/files', { method: 'POST', body, headers: { origin: small.base } })).status,
    ).toBe(401);
  });

  const pdf = await PDFDocument.create();
  pdf.addPage();
  const paper = { name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array(await pdf.save()) };
  const send = async (client: Client, takes: string) => {
    const body = new FormData();
    body.append('file', new Blob([paper.bytes], { type: paper.type }), paper.name);
    const sent = await client.fetch(`/api/v1/files?takes=${takes}`, {
      ...{ method: 'POST', body, headers: { origin: small.base } },
    });
    return { status: sent.status, body: (await sent.json()) as Record<string, unknown> };
  };

  it('S25 an act takes only the kinds of its field, whichever way the file came', async () => {
    const client = small.signIn();
    const whole = String((await send(client, 'evidence')).body.id);
    const sha256 = createHash('sha256').update(paper.bytes).digest('hex');
    const said = { name: 'b.pdf', size: paper.bytes.length, sha256 };
    const begun = await client.json('POST', '/api/v1/files/uploads', said);
    const place = `/api/v1/files/uploads/${begun.body.id}`;
    const headers = { origin: small.base, 'content-type': 'application/octet-stream' };
    await client.fetch(`${place}?offset=0`, { method: 'PUT', body: paper.bytes, headers });
    const parted = String((await client.json('POST', `${place}/finish`, {})).body.id);
    const words = 'Loại tệp này không nhận. Hãy nộp tệp JPG, PNG hoặc WebP, không quá 20 MB.';
    for (const id of [whole, parted]) {
      const answer = await client.json('POST', '/api/v1/chores', { title: 'Không phải ảnh', paper: id }, { key: true });
      expect([answer.status, answer.body.errors]).toEqual([422, [{ field: 'paper', message: words }]]);
      const form = (await client.page('/viec/moi')).form('/viec/moi');
      const posted = await client.submit(form, { title: 'Không phải ảnh', paper: id });
      expect([posted.status, posted.text.includes(words)]).toEqual([422, true]);
    }
    expect((await files()).filter(({ id }) => id === whole || id === parted)).toMatchObject([
      { attached: false },
      { attached: false },
    ]);
  });

  it('S25 only who has an act that takes office files or lists may send them', async () => {
    const client = small.signIn();
    for (const takes of ['office', 'import']) {
      const refused = await send(client, takes);
      expect([takes, refused.status, JSON.stringify(refused.body)]).toEqual([
        takes,
        422,
        expect.stringContaining('PDF, JPG, PNG hoặc WebP'),
      ]);
      const said = { name: 'a.xlsx', size: 9, sha256: 'a'.repeat(64), takes };
      expect((await client.json('POST', '/api/v1/files/uploads', said)).status).toBe(422);
    }
    expect((await files()).every(({ name }) => name !== 'a.xlsx')).toBe(true);
  });
});
