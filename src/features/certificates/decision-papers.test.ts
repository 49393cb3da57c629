/** What the papers of a decision say: bases and signature as Decree 30 has them, or as the office words them. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { pdfWords } from '../../../tests/support/documents.ts';

const app = await testApp();
const province = await app.signIn('province');

/** A decision of the demonstration in a state, with the version of its text. */
const decisionIn = async (state: string) => {
  const [row] = await app.database.asOwner<{ id: string; version: number }>(
    'select d.id, d.draft_version as version from decision d join lifecycle l on l.id = d.id where l.state = $1 limit 1',
    [state],
  );
  if (!row) throw new Error(`no decision ${state}`);
  return row;
};
const words = async (id: string, paper: string) =>
  pdfWords(new Uint8Array(await (await province.fetch(`/quyet-dinh/${id}/${paper}.pdf`)).arrayBuffer()));

it('R18.3 R18.4 names every basis as such, the last the proposal; the Chairperson signs without "TM."', async () => {
  const { id } = await decisionIn('issued');
  const decision = await words(id, 'quyet-dinh');
  expect(decision).toContain('Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;');
  expect(decision).toMatch(/Căn cứ Quyết định số .+ ngày \d+ tháng \d+ năm \d+ thành lập Hội đồng/u);
  expect(decision).toMatch(/; Theo đề nghị của Giám đốc .+ Tờ trình số .+ ngày \d+ tháng \d+ năm \d+\./u);
  expect(decision).not.toContain('TM. ỦY BAN NHÂN DÂN');
  const submission = await words(id, 'to-trinh');
  expect(submission).toContain('Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;');
  expect(submission).not.toContain('Theo đề nghị');
});

it('the office words title and recipients of a draft itself', async () => {
  const { id, version } = await decisionIn('draft');
  const given = { title: 'Phê duyệt đợt ba', recipients: '- Như Điều 3;\n- Lưu: VT, riêng.' };
  const saved = await province.json('PUT', `/api/v1/decisions/${id}`, given, { key: true, ifMatch: version });
  expect(saved.status).toBe(200);
  const decision = await words(id, 'quyet-dinh');
  expect(decision).toContain('Phê duyệt đợt ba');
  expect(decision).toContain('- Như Điều 3; - Lưu: VT, riêng.');
  expect(decision).not.toContain('VT, NN');
});
