/** Who reads what a product lacks, and what the page says in each case. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { act, done, submittedDossier } from '../../../tests/support/dossiers.ts';
import { bestSheet } from '../../../tests/support/sheets.ts';
import { findSet, loadRulebook } from '../../law/rulebooks.ts';

const app = await testApp();
const rulebook = await loadRulebook('26-2026');
const set = findSet(rulebook, '06');
if (!set) throw new Error('không có bộ 06');
const best = bestSheet(set);

/** A draft of the first producer with these answers. */
async function draftWith(newProduct: string, answers: object): Promise<string> {
  const { id } = await submittedDossier(app, { newProduct, handIn: false });
  const [row] = await app.database.asOwner<{ version: number }>(
    `select draft_version as version from dossier where id = '${id}'`,
  );
  const producer = await app.signIn('producer');
  await done(act(producer, id, 'answers', row?.version ?? 0, { answers }));
  return id;
}

it('at five stars nothing is lacking, and before a self-score the page leads to it', async () => {
  const producer = await app.signIn('producer');
  const full = await producer.page(`/ho-so/${await draftWith('Miến đủ sao (giả định)', best)}/con-thieu-gi`);
  expect(full.text).toContain('đã ở hạng cao nhất');
  expect(full.text).not.toContain('Cần đạt');
  const empty = await draftWith('Miến chưa chấm (giả định)', {});
  const page = await producer.page(`/ho-so/${empty}/con-thieu-gi`);
  expect(page.text).toContain('Chưa có bảng tự chấm');
  expect(page.html).toContain(`href="/ho-so/${empty}/tu-cham"`);
});

it('an unknown star in the address is taken for the next one; a star already reached too', async () => {
  const producer = await app.signIn('producer');
  const answers = Object.fromEntries(Object.entries(best).filter(([code]) => code !== '5.1'));
  const id = await draftWith('Miến bốn sao (giả định)', answers);
  const next = (await producer.page(`/ho-so/${id}/con-thieu-gi`)).text;
  expect(next).toMatch(/Còn thiếu gì để lên [345] sao\?/);
  for (const sao of ['9', 'năm', '1']) {
    const page = await producer.page(`/ho-so/${id}/con-thieu-gi?sao=${encodeURIComponent(sao)}`);
    expect(page.status).toBe(200);
    expect(page.text).toBe(next);
  }
});

it('S14 it is there for the writer and the offices that hold the dossier, for nobody else', async () => {
  const draft = await draftWith('Miến của riêng (giả định)', { '1.1': '1.1#3' });
  const seen = async (who: string, id: string) =>
    (await (await app.signIn(who)).page(`/ho-so/${id}/con-thieu-gi`)).status;
  expect(await seen('producer', draft)).toBe(200);
  for (const who of ['producer-2', 'commune', 'commune-2', 'province', 'ministry', 'auditor'])
    expect(await seen(who, draft), who).toBe(404);
  const { id } = await submittedDossier(app, { newProduct: 'Miến đã nộp (giả định)' });
  for (const who of ['producer', 'commune', 'province', 'auditor']) expect(await seen(who, id), who).toBe(200);
  for (const who of ['producer-2', 'commune-2', 'ministry', 'inspector', 'council-chair', 'council-member-1'])
    expect(await seen(who, id), who).toBe(404);
  expect((await app.visitor().page(`/ho-so/${id}/con-thieu-gi`)).status).not.toBe(200);
});

it('an officer reads it without the ways to change anything', async () => {
  const { id } = await submittedDossier(app, { newProduct: 'Miến để xem (giả định)' });
  const officer = await app.signIn('commune');
  expect((await officer.page(`/ho-so/${id}`)).html).toContain(`href="/ho-so/${id}/con-thieu-gi"`);
  const page = await officer.page(`/ho-so/${id}/con-thieu-gi`);
  expect(page.text).toContain('Cần đạt');
  expect(page.html).not.toContain('/tu-cham');
  expect(page.html).not.toContain('/giay-to/');
});
