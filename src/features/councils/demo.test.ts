/** The demonstration's council and decisions, as everybody finds them. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { audit } from '../../platform/db/invariants.ts';
import { openFileStore } from '../../platform/files/store.ts';

const app = await testApp();
const counted = (query: string) => app.database.asOwner<{ what: string; n: number }>(query);

it('leaves products and sessions in every state', async () => {
  const states = await counted(
    `select state as what, count(*)::int as n from lifecycle where process in ('dossier', 'session', 'decision')
      group by process, state order by process, state`,
  );
  expect(states).toEqual(
    expect.arrayContaining([
      { what: 'recognised', n: 2 },
      { what: 'notRecognised', n: 1 },
      { what: 'concluded', n: 2 },
      { what: 'excluded', n: 1 },
      { what: 'scoring', n: 3 },
      { what: 'preparing', n: 1 },
      { what: 'issued', n: 2 },
      { what: 'sentToMinistry', n: 1 },
      { what: 'draft', n: 1 },
    ]),
  );
  const stars = await counted(
    `select band_star || ' by points, ' || coalesce(star::text, 'excluded') as what, 1 as n from evaluation_result order by band_star, star`,
  );
  expect(stars.map(({ what }) => what)).toEqual([
    '2 by points, 2',
    '3 by points, 3',
    '4 by points, 4',
    '4 by points, excluded',
    '5 by points, 4',
    '5 by points, 5',
    '5 by points, 5',
  ]);
});

it('R5.2 shows both ways for five-star points without a mark, and takes the choice with its reason only', async () => {
  const province = await app.signIn('province');
  const waiting = await province.page('/quyet-dinh');
  const [, dossier = ''] = /\/ho-so\/([0-9a-f-]{36})\/huong/.exec(waiting.html) ?? [];
  const page = await province.page(`/ho-so/${dossier}/huong`);
  for (const words of [
    'Miến dong sợi dẹt Cánh Diều',
    'Gửi Bộ',
    'Công nhận 4 sao ở tỉnh',
    'Tiêu chí 1.5 Liên kết chuỗi trong sản xuất: cần 3 điểm',
  ])
    expect(page.text).toContain(words);
  const form = page.form(`/ho-so/${dossier}/huong`);
  const without = await province.submit(form, { path: 'recogniseFour', reason: '' });
  expect([without.status, without.text.includes('Lý do')]).toEqual([422, true]);
  expect((await province.submit(form, { path: 'recogniseFour', reason: 'Sản phẩm bán trong tỉnh' })).status).toBe(303);
  const after = await province.page(`/ho-so/${dossier}/huong`);
  expect(after.text).toContain('Đã chọn: Công nhận 4 sao ở tỉnh');
  expect(after.html).toMatch(/href="\/quyet-dinh#cho-[0-9a-f-]{36}"/);
  expect((await province.page('/quyet-dinh')).html).not.toContain('/huong');
  expect((await (await app.signIn('commune')).page(`/ho-so/${dossier}/huong`)).status).toBe(404);
});

it('R3.11 an excluded dossier shows ground and reason; another is excluded on a printed ground only, and all are told', async () => {
  const [gone] = await app.database.asOwner<{ id: string; session: string }>(
    `select r.dossier as id, r.session from evaluation_result r where excluded is not null`,
  );
  const secretary = await app.signIn('council-secretary');
  const result = await secretary.page(`/phien/${gone?.session}/ket-qua/${gone?.id}`);
  for (const words of ['Bị loại', 'sở hữu trí tuệ', 'nhãn hiệu đã đăng ký của cơ sở khác', 'Đề nghị loại'])
    expect(result.text).toContain(words);
  const [next] = await app.database.asOwner<{ id: string }>(
    `select id from lifecycle where process = 'dossier' and state = 'proposed' limit 1`,
  );
  const province = await app.signIn('province');
  expect((await province.page(`/ho-so/${next?.id}`)).html).toContain(`/ho-so/${next?.id}/loai`);
  const form = (await province.page(`/ho-so/${next?.id}/loai`)).form(`/ho-so/${next?.id}/loai`);
  const invented = await province.submit(form, { ground: 'Không thích', reason: 'Không thích' });
  expect([invented.status, invented.text.includes('Chọn một căn cứ loại in trên phiếu')]).toEqual([409, true]);
  const printed =
    /name="ground" value="([^"]+)"/.exec((await province.page(`/ho-so/${next?.id}/loai`)).html)?.[1] ?? '';
  const done = await province.submit(form, { ground: printed, reason: 'Phiếu kiểm nghiệm giả' });
  expect([done.status, done.location]).toEqual([303, `/ho-so/${next?.id}`]);
  const told = await app.database.asOwner<{ body: string }>(
    `select body from outbox where about = $1 and subject like '%bị loại'`,
    [next?.id],
  );
  expect(told.length).toBeGreaterThanOrEqual(2);
  for (const { body } of told) expect(body).toContain('Phiếu kiểm nghiệm giả');
});

it('a ballot waits for five of six opinions, and a session judges a product by its number', async () => {
  const [ballot, nameless] = await app.database.asOwner<{ id: string; mode: string; kind: string }>(
    `select s.id, s.mode, d.kind from council_session s join lifecycle l on l.id = s.id and l.state = 'scoring'
       join session_dossier o on o.session = s.id join dossier d on d.id = o.dossier
      where s.mode = 'written' or s.settings ->> 'anonymous' = 'scorers' order by s.mode desc`,
  );
  expect([ballot?.mode, ballot?.kind, nameless?.mode]).toEqual(['written', 'reEvaluation', 'meeting']);
  const secretary = await app.signIn('council-secretary');
  expect((await secretary.page(`/phien/${ballot?.id}/lay-y-kien`)).text).toContain('1/6 thành viên');
  const sheets = await (await app.signIn('council-member-2')).page('/cham');
  expect(sheets.text).toMatch(/Mẫu số \d{3}/);
  expect(sheets.text).not.toContain('Mì chũ ngũ sắc');
  expect((await secretary.page(`/phien/${nameless?.id}`)).text).toContain('Mì chũ ngũ sắc');
});

it('gives every member something to score', async () => {
  for (const key of ['council-chair', 'council-member-1', 'council-member-3', 'council-member-5']) {
    const page = await (await app.signIn(key)).page('/cham');
    expect([key, page.status]).toEqual([key, 200]);
    expect(page.text).toContain('Hộp bút tre Gió Nồm');
  }
});

it('shows an issued certificate to everybody', async () => {
  const [one] = await app.database.asOwner<{ code: string }>(
    'select check_code as code from recognition where decision is not null and star = 4',
  );
  const shown = await app.visitor().page(`/chung-nhan/${one?.code}`);
  expect(shown.text).toContain('Miến dong sợi nhỏ Cánh Diều');
});

it('Q17 everything that must hold between results, decisions and certificates holds', async () => {
  const files = await openFileStore('file:files', app.dataDir);
  const broken = (await audit(app.database.db, files)).filter(
    ({ name, faults }) => faults.length > 0 && name !== 'files',
  );
  expect(broken.map(({ name, faults }) => [name, faults])).toEqual([]);
});
