/** Section 4.2: "nhập hộ", a dossier the commune enters from paper. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { act, done, submittedDossier } from '../../../tests/support/dossiers.ts';

const app = await testApp();
const producer = await app.signIn('producer');
const officer = await app.signIn('commune');
const start = { producer: demoId('producer', 'canh-dieu'), kind: 'first', productSet: '26-2026/06' };

describe('entered from paper', () => {
  it('R3.9, S17 the signed form is needed, and another officer receives it', async () => {
    const body = { ...start, newProduct: 'Miến nhập hộ (giả định)' };
    const made = await done(officer.json('POST', '/api/v1/dossiers', body, { key: true }));
    expect((await officer.page(`/ho-so/${made.id}`)).text).toContain('Miến nhập hộ');
    const check = await officer.page(`/ho-so/${made.id}/kiem-tra`);
    expect(check.text).toContain('Đính kèm phiếu đăng ký có chữ ký của chủ thể.');
    const page = await officer.page(`/ho-so/${made.id}/phieu-ky`);
    const picture = sharp({ create: { width: 300, height: 400, channels: 3, background: '#f4efe4' } });
    const file = { name: 'phieu.png', type: 'image/png', bytes: new Uint8Array(await picture.png().toBuffer()) };
    expect((await officer.submit(page.form('/phieu-ky'), {}, { file })).location).toBe(`/ho-so/${made.id}`);
    expect((await officer.page(`/ho-so/${made.id}/kiem-tra`)).text).not.toContain('Đính kèm phiếu');
  });

  it('S17 who entered it does not receive it', async () => {
    const made = await submittedDossier(app, { newProduct: 'Miến hai mũ (giả định)', account: 'commune' });
    const refused = await act(officer, made.id, 'reception', made.version);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('không tự tiếp nhận')]);
  });

  it('the commune writes into no dossier that its producer writes', async () => {
    const { id, draftVersion } = await done(
      producer.json('POST', '/api/v1/dossiers', { ...start, newProduct: 'Miến của chủ thể (giả định)' }, { key: true }),
    );
    const body = { plan: 'Cán bộ sửa hộ' };
    expect((await act(officer, id, 'plan', draftVersion, body)).status).toBe(404);
    const filed = await submittedDossier(app, { newProduct: 'Miến chủ thể đã nộp (giả định)' });
    const [row] = await app.database.asOwner<{ seen: number }>(
      `select draft_version as seen from dossier where id = '${filed.id}'`,
    );
    const refused = await act(officer, filed.id, 'plan', row?.seen ?? 0, body);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('do chủ thể tự soạn')]);
  });
});
