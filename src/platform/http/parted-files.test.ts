/** Q7: files in parts, over connections that break. S25 S26 S30: the same checks at the end as for a file in one piece. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../tests/support/client.ts';
import { smallWeb } from '../../../tests/support/small-web.ts';
import { PART_BYTES } from './parted-files.ts';

const small = await smallWeb();
const UPLOADS = '/api/v1/files/uploads';
const size = 1200;
const photo = await sharp(randomBytes(size * size * 3), { raw: { width: size, height: size, channels: 3 } })
  .jpeg({ quality: 90 })
  .toBuffer();
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = (words: string) => new TextEncoder().encode(words);

function announce(who: Client, name: string, bytes: Uint8Array, more: object = {}) {
  return who.json('POST', UPLOADS, { name, type: '', size: bytes.length, sha256: hashOf(bytes), ...more });
}

async function part(who: Client, id: unknown, offset: number | string, bytes: Uint8Array<ArrayBuffer> | Buffer) {
  const headers = { origin: who.base, 'content-type': 'application/octet-stream' };
  const answer = await who.fetch(`${UPLOADS}/${id}?offset=${offset}`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const finish = (who: Client, id: unknown) => who.json('POST', `${UPLOADS}/${id}/finish`, {});

/** All parts of a file from where the server stands. */
async function sendRest(who: Client, id: unknown, bytes: Buffer, from = 0) {
  for (let at = from; at < bytes.length; at += PART_BYTES)
    expect((await part(who, id, at, bytes.subarray(at, at + PART_BYTES))).status).toBe(200);
}

/** A part whose connection dies half-way: headers promise more than comes. */
function cutPart(who: Client, id: unknown, offset: number, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(who.base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        [
          `PUT ${UPLOADS}/${id}?offset=${offset} HTTP/1.1`,
          `Host: ${hostname}:${port}`,
          `Origin: ${who.base}`,
          `Cookie: saolang=${who.cookies.get('saolang')}`,
          'Content-Type: application/octet-stream',
          `Content-Length: ${bytes.length}`,
          '\r\n',
        ].join('\r\n'),
      );
      socket.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => socket.destroy(), 100));
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}

const files = () => small.database.asOwner<{ id: string }>('select id from file');
const kept = async () =>
  (await readdir(join(small.web.config.dataDir, 'files'), { recursive: true })).filter((name) =>
    /[0-9a-f]{64}$/.test(name),
  );

describe('Q7 files in parts', () => {
  it('Q7 goes on from the last whole part after a killed connection, another sign-in and another day', async () => {
    const client = small.signIn();
    const begun = await announce(client, 'sân phơi.jpg', photo);
    expect([begun.status, begun.body.received, begun.body.file]).toEqual([201, 0, null]);
    const { id } = begun.body;
    await part(client, id, 0, photo.subarray(0, PART_BYTES));
    await cutPart(client, id, PART_BYTES, photo.subarray(PART_BYTES, 2 * PART_BYTES));
    expect([(await files()).length, (await kept()).length]).toEqual([0, 0]);

    small.expire(client);
    expect((await client.json('GET', `${UPLOADS}/${id}`)).status).toBe(401);
    await small.database.asOwner(`update upload set touched_at = now() - interval '26 hours' where id = '${id}'`);
    const again = small.signIn({ account: client.actor.account });
    const found = await announce(again, 'sân phơi.jpg', photo);
    expect([found.status, found.body.id, found.body.received]).toEqual([200, id, PART_BYTES]);
    await sendRest(again, id, photo, PART_BYTES);
    const made = await finish(again, id);
    expect([made.status, made.body.name, made.body.type, made.body.size]).toEqual([
      200,
      'sân phơi.jpg',
      'image/jpeg',
      photo.length,
    ]);
    expect((await finish(again, id)).body.id).toBe(made.body.id);
    expect((await announce(again, 'sân phơi.jpg', photo)).body.file).toBe(made.body.id);
    const used = await again.json('POST', '/api/v1/chores', { title: 'Gửi dần', paper: made.body.id }, { key: true });
    expect(used.status).toBe(200);
    expect((await announce(again, 'sân phơi.jpg', photo)).body).toMatchObject({ received: 0, file: null });
  });

  it('Q7 the same part twice changes nothing; another place is refused with the expected one', async () => {
    const client = small.signIn();
    const { id } = (await announce(client, 'a.jpg', photo)).body;
    const first = photo.subarray(0, PART_BYTES);
    await part(client, id, 0, first);
    expect(await part(client, id, 0, first)).toMatchObject({ status: 200, body: { received: PART_BYTES } });
    for (const [offset, bytes] of [
      [0, photo.subarray(1, PART_BYTES + 1)],
      [PART_BYTES + 1, first],
      [10, first],
      [photo.length, first],
    ] as const) {
      const wrong = await part(client, id, offset, bytes);
      expect([offset, wrong.status, wrong.body.details]).toEqual([offset, 409, { expected: PART_BYTES }]);
      expect(String(wrong.body.detail)).toContain(`Gửi tiếp từ byte ${PART_BYTES}`);
    }
    expect(await finish(client, id)).toMatchObject({ status: 409, body: { details: { expected: PART_BYTES } } });
    await sendRest(client, id, photo, PART_BYTES);
    const both = await Promise.all([finish(client, id), finish(client, id)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
  });

  it('S14 nobody adds to, sees or ends the upload of somebody else', async () => {
    const owner = small.signIn();
    const { id } = (await announce(owner, 'riêng.jpg', photo)).body;
    const thief = small.signIn();
    expect((await announce(thief, 'riêng.jpg', photo)).body.id).not.toBe(id);
    expect((await thief.json('GET', `${UPLOADS}/${id}`)).status).toBe(404);
    expect((await part(thief, id, 0, photo.subarray(0, 10))).status).toBe(404);
    expect((await finish(thief, id)).status).toBe(404);
    expect((await announce(small.visitor(), 'a.jpg', photo)).status).toBe(401);
    expect((await part(small.visitor(), id, 0, photo.subarray(0, 10))).status).toBe(401);
  });

  it('S25 S26 S30 refuses hostile files in words, keeps nothing, and a wrong hash too', async () => {
    const client = small.signIn();
    const before = [(await files()).length, (await kept()).length];
    const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const early = [
      await announce(client, 'anh.svg', svg),
      await announce(client, 'rong.jpg', new Uint8Array()),
      await announce(client, 'to.jpg', photo, { size: 30 * 1024 * 1024 }),
      await announce(client, '../../etc/passwd', photo),
      await announce(client, 'a.jpg', photo, { sha256: 'x' }),
      await announce(client, 'a.jpg', photo, { takes: 'all' }),
      await announce(client, 'a.jpg', photo, { account: 'other' }),
      await announce(client, 'a'.repeat(600), photo),
    ];
    expect(early.map(({ status }) => status)).toEqual([422, 422, 413, 422, 422, 422, 422, 422]);
    const document = await PDFDocument.create();
    document.addPage([100, 100]);
    const pdf = Buffer.from(await document.save());
    const atTheEnd: [string, Buffer, object][] = [
      ['giả.pdf', Buffer.from('%PDF-1.7 nothing of the kind'), {}],
      ['mã độc.jpg', Buffer.from(svg), {}],
      ['giấy.jpg', pdf, {}],
      ['cụt.pdf', pdf.subarray(0, pdf.length - 200), {}],
      ['sai mã.jpg', photo.subarray(0, 4000), { sha256: hashOf(text('khác')) }],
    ];
    for (const [name, bytes, more] of atTheEnd) {
      const { id } = (await announce(client, name, bytes, more)).body;
      await sendRest(client, id, bytes);
      const refused = await finish(client, id);
      expect([name, refused.status >= 400 && refused.status < 500]).toEqual([name, true]);
      expect(String(refused.body.detail)).toMatch(/[Hh]ãy|gửi lại/);
      expect((await finish(client, id)).status).toBe(404);
    }
    expect([(await files()).length, (await kept()).length]).toEqual(before);
    const named = await announce(client, '..\\..\\x\\ảnh\u202Egpj.jpg', photo.subarray(0, 50));
    expect(named.status).toBe(201);
    const [row] = await small.database.asOwner<{ name: string }>(
      `select name from upload where id = '${String(named.body.id)}'`,
    );
    expect(row?.name).toBe('ảnhgpj.jpg');
  });

  it('S18 parts that are empty, too large, misplaced or of the wrong kind are refused', async () => {
    const client = small.signIn();
    const { id } = (await announce(client, 'b.jpg', photo)).body;
    const statuses = [
      await part(client, id, 0, Buffer.alloc(0)),
      await part(client, id, 0, Buffer.alloc(PART_BYTES + 1)),
      await part(client, id, 0, Buffer.alloc(2 * 1024 * 1024)),
      await part(client, id, -1, photo.subarray(0, 5)),
      await part(client, id, 'x', photo.subarray(0, 5)),
      await part(client, 'x', 0, photo.subarray(0, 5)),
    ].map(({ status }) => status);
    expect(statuses).toEqual([422, 413, 413, 400, 400, 422]);
    expect((await client.json('PUT', `${UPLOADS}/${id}?offset=0`, {})).status).toBe(415);
    const foreign = await client.fetch(`${UPLOADS}/${id}?offset=0`, {
      method: 'PUT',
      body: new Uint8Array(5),
      headers: { origin: 'https://evil.example', 'content-type': 'application/octet-stream' },
    });
    expect(foreign.status).toBe(403);
  });

  it('Q7 half uploads of one account are bounded', async () => {
    const client = small.signIn();
    let last = 0;
    for (let no = 0; no < 41; no += 1) last = (await announce(client, `${no}.jpg`, photo)).status;
    expect(last).toBe(429);
  });
});
