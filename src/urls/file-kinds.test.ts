/** S25: which kinds of file the real doors take, from whom, by what the schema of the act says. */
import { Document, Packer, Paragraph } from 'docx';
import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { testApp } from '../../tests/support/app.ts';
import type { Client } from '../../tests/support/client.ts';
import { act, submittedDossier } from '../../tests/support/dossiers.ts';

const app = await testApp();
const [producer, province] = [await app.signIn('producer'), await app.signIn('province')];
const dossier = await submittedDossier(app, { newProduct: 'Miến thử tệp (giả định)', papers: 1, handIn: false });
const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Báo cáo')] }] }));
const pages = await PDFDocument.create();
pages.addPage();
const pdf = await pages.save();

async function send(who: Client, name: string, bytes: Uint8Array, takes: string) {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  const sent = await who.fetch(`/api/v1/files?takes=${takes}`, {
    ...{ method: 'POST', body, headers: { origin: app.base } },
  });
  return { status: sent.status, body: (await sent.json()) as Record<string, unknown> };
}

const version = async () =>
  (
    await app.database.asOwner<{ version: number }>('select draft_version as version from dossier where id = $1', [
      dossier.id,
    ])
  )[0]?.version ?? 0;

it('S25 a producer cannot send office files or lists; an officer with an act for them can', async () => {
  for (const takes of ['office', 'import', 'evidence']) {
    const { status, body } = await send(producer, 'a.docx', word, takes);
    expect([takes, status, JSON.stringify(body)]).toEqual([
      takes,
      422,
      expect.stringContaining('Hãy nộp tệp PDF, JPG, PNG hoặc WebP'),
    ]);
  }
  expect((await send(province, 'bao-cao.docx', word, 'office')).status).toBe(201);
  expect((await send(province, 'bao-cao.docx', word, 'import')).status).toBe(422);
});

it('S25 a PDF is no picture of a dossier, and is a paper of it', async () => {
  const file = String((await send(producer, 'a.pdf', pdf, 'evidence')).body.id);
  const photos = { kind: 'E10', title: 'Ảnh nghề', photos: [file] };
  const refused = await act(producer, dossier.id, 'photos', await version(), photos);
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ field: 'photos', message: expect.stringContaining('Hãy nộp tệp JPG, PNG hoặc WebP') }],
  ]);
  const paper = { kind: 'E01', title: 'Giấy đăng ký', file };
  expect((await act(producer, dossier.id, 'papers', await version(), paper)).status).toBe(200);
});
