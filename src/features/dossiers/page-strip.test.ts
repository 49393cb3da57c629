/** Section 1 of issue 3: every page of a paper has its small picture beside the pages, for who may read the paper. */
import { afterAll, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, done, submittedDossier } from '../../../tests/support/dossiers.ts';
import { form02Sample } from '../../../tests/support/paper-samples.ts';
import { closePdf } from '../../platform/documents/pdf.ts';
import { printPdf } from '../../platform/documents/print.ts';
import { form02 } from './papers/form02.ts';

afterAll(() => closePdf());
const app = await testApp();

it('a strip of pages leads to each page; one page needs none; who may not read the paper sees no small page', async () => {
  const producer = await app.signIn('producer');
  const made = await submittedDossier(app, { newProduct: 'Miến nhiều trang (giả định)', handIn: false });
  const { bytes, pages } = await printPdf(form02(form02Sample), new Date('2026-06-24T00:00:00Z'));
  expect(pages).toBeGreaterThan(2);
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'nhieu-trang.pdf');
  const sent = await producer.fetch('/api/v1/files', { method: 'POST', body, headers: { origin: producer.base } });
  const { id: file } = (await sent.json()) as { id: string };
  const [now] = await app.database.asOwner<{ version: number }>(
    'select draft_version as version from dossier where id = $1',
    [made.id],
  );
  const paper = { kind: 'E12', title: 'Giấy tờ nhiều trang', file, criterion: '1.1' };
  await done(act(producer, made.id, 'papers', now?.version ?? 0, paper));
  await done(act(producer, made.id, 'submission', made.version, { truthful: true }));
  const papers = await app.database.asOwner<{ id: string; file: string }>(
    'select p.id, p.file from dossier_paper d join paper p on p.id = d.paper where d.dossier = $1 order by d.position',
    [made.id],
  );
  const many = papers.find((one) => one.file === file);
  const single = papers.find((one) => one.file !== file);
  const officer = await app.signIn('commune');
  const shown = await officer.page(`/ho-so/${made.id}/doc/${many?.id}`);
  const strip = [...shown.html.matchAll(/<a href="#(trang[\w-]+)" aria-label="Trang (\d+)"/g)];
  expect(strip.map(([, , no]) => Number(no))).toEqual(Array.from({ length: pages }, (_, i) => i + 1));
  for (const [, anchor] of strip) expect(shown.html).toContain(`id="${anchor}"`);
  const small = `/tep/${file}/trang/2/nho.webp`;
  expect(shown.html).toContain(small);
  const picture = await officer.fetch(small);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
  const large = await officer.fetch(`/tep/${file}/trang/2`);
  expect((await picture.arrayBuffer()).byteLength).toBeLessThan((await large.arrayBuffer()).byteLength);
  expect((await officer.page(`/ho-so/${made.id}/doc/${single?.id}`)).html).not.toContain('nho.webp');
  expect((await officer.fetch(`/tep/${file}/trang/${pages + 1}/nho.webp`)).status).toBe(404);
  for (const who of ['commune-2', 'producer-2', 'council-member-1'])
    expect([who, (await (await app.signIn(who)).fetch(small)).status]).toEqual([who, 404]);
});
