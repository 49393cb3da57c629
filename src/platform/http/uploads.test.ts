import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
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

describe('files for programs', () => {
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
    expect(
      (await small.visitor().fetch('/api/v1/files', { method: 'POST', body, headers: { origin: small.base } })).status,
    ).toBe(401);
  });
});
