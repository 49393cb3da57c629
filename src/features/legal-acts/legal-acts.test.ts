/** The register of legal acts: what the reference says, how an act stands by day, who may change what. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { referenceAct } from './load.ts';
import { actPaths } from './urls.ts';

const app = await testApp();
const sql = <Row extends object>(query: string, values: unknown[] = []) => app.database.asOwner<Row>(query, values);
const province = await app.signIn('province');
const given = {
  ...{ kind: 'plan', number: '77/KH-UBND', issuer: 'UBND tỉnh Hưng Yên', level: 'province' },
  ...{ title: 'Thực hiện Chương trình năm 2026', issuedOn: '15/01/2026', open: 'on' },
};
const idOf = async (number: string) =>
  (await sql<{ id: string }>('select id from legal_act where number = $1 order by id desc limit 1', [number]))[0]?.id ??
  '';

it('the acts of the seeds and of the law book are there, found without marks, each with its source', async () => {
  const [row] = await sql(
    `select count(*)::int as all, count(*) filter (where source is null)::int as bare, count(*) filter (where issuer like '%Hưng Yên%')::int as hy from legal_act`,
  );
  expect(row).toEqual({ all: 72, bare: 0, hy: 22 }); // one of them is the invented act of a policy;
  const page = await province.page('/so-van-ban?q=de+an+moi+xa+mot+san+pham');
  expect(page.text).toContain('843/QĐ-UBND');
  expect(page.text).toContain('817/QĐ-UBND');
  const slip = await province.page(`/so-van-ban?q=${encodeURIComponent('919/QĐ-UBND')}`);
  expect(slip.text).toContain('Không có đúng số này');
  expect(slip.text).toContain('Quyết định số 919/QĐ-TTg');
});

it('R1.2 a page tells what became of an act, with the act that did it', async () => {
  const old = await province.page(actPaths.one(referenceAct('148')));
  expect(old.text).toContain('Được sửa đổi, bổ sung bởi 1489/QĐ-TTg');
  expect(old.text).toContain('Bị bãi bỏ bởi 26/2026/QĐ-TTg');
  expect(old.text).toContain('Đã bị bãi bỏ, từ 22/07/2026');
  const suspended = await app.visitor().page(actPaths.openOne(referenceAct('nd46')));
  expect(suspended.text).toContain('Ngưng hiệu lực, không rõ từ ngày nào');
  const base = await province.page(actPaths.one(referenceAct('843')));
  expect(base.text).toContain('Căn cứ vào 919/QĐ-TTg');
  expect(base.text).toContain('Nguyễn Hùng Nam');
});

it('everybody sees what is in force, and nothing that is not open', async () => {
  const all = await app.visitor().page('/van-ban');
  expect(all.text).toContain('26/2026/QĐ-TTg');
  expect(all.text).not.toContain('148/QĐ-TTg');
  const done = await province.submit((await province.page(actPaths.new)).form(actPaths.new), {
    ...{ ...given, number: '78/CV-UBND', kind: 'dispatch', open: '' },
  });
  expect(done.status).toBe(303);
  const id = await idOf('78/CV-UBND');
  await sql('update legal_act set open = false where id = $1', [id]);
  expect((await app.visitor().page(actPaths.openOne(id))).status).toBe(404);
  expect((await app.visitor().page('/van-ban?q=78')).text).not.toContain('78/CV-UBND');
  expect((await province.page(actPaths.one(id))).status).toBe(200);
});

it('an office enters an act, corrects it, ties it to others and takes it back; every step is in the ledger', async () => {
  const form = (await province.page(actPaths.new)).form(actPaths.new);
  const wrong = await province.submit(form, { ...given, inForceFrom: '14/01/2026' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('không trước ngày ban hành')]);
  expect(wrong.html).toContain('77/KH-UBND');
  expect((await province.submit(form, { ...given, issuedOn: '01/01/2099' })).text).toContain('Ngày ban hành chưa tới');
  expect((await province.submit(form, given)).status).toBe(303);
  const again = await province.submit((await province.page(actPaths.new)).form(actPaths.new), given);
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('Sổ đã có văn bản này')]);
  const id = await idOf('77/KH-UBND');
  const relate = async (fields: Record<string, string>) =>
    province.submit((await province.page(actPaths.one(id))).form(actPaths.relate(id)), fields);
  expect((await relate({ kind: 'basedOn', other: '919/QĐ-TTg' })).status).toBe(303);
  expect((await relate({ kind: 'basedOn', other: '000/XX' })).text).toContain('Sổ văn bản không có số này');
  expect((await relate({ kind: 'repeals', other: '148/QĐ-TTg', onDay: '01/06/2026' })).text).toContain(
    'cơ quan khác ghi',
  );
  expect((await relate({ kind: 'replaces', other: '189/KH-UBND' })).status).toBe(303);
  expect((await province.page(actPaths.one(referenceAct('kh189')))).text).toContain('Đã bị thay thế, từ 15/01/2026');
  const edit = (await province.page(actPaths.correct(id))).form(actPaths.correct(id));
  expect((await province.submit(edit, { signatory: 'Nguyễn Văn A (giả định)' })).status).toBe(303);
  const remove = async () =>
    province.submit((await province.page(actPaths.correct(id))).form(actPaths.remove(id)), { reason: 'Ghi nhầm' });
  expect([(await remove()).status, (await remove()).text]).toEqual([
    409,
    expect.stringContaining('Bỏ các quan hệ đó trước'),
  ]);
  for (let left = 2; left > 0; left -= 1)
    await province.submit((await province.page(actPaths.one(id))).form(actPaths.unrelate(id)), {});
  expect((await remove()).status).toBe(303);
  expect((await province.page(actPaths.one(id))).status).toBe(404);
  const ledger = await sql<{ action: string }>('select action from ledger where subject = $1 order by no', [id]);
  expect(ledger.map(({ action }) => action.split('.')[1])).toEqual([
    'record',
    'relate',
    'relate',
    'correct',
    'unrelate',
    'unrelate',
    'remove',
  ]);
  expect((await province.page(actPaths.one(referenceAct('kh189')))).text).not.toContain('Đã bị thay thế');
});

it('a number in a record leads to the register and back: the council of the demonstration', async () => {
  const [council] = await sql<{ id: string; act: string; act_date: string }>(
    `select c.id, c.act, c.act_date::text from council c join lifecycle l on l.id = c.id where l.province is not null order by c.act_date, c.id limit 1`,
  );
  const [y = '', m = '', d = ''] = (council?.act_date ?? '').split('-');
  const fields = {
    ...given,
    number: council?.act ?? '',
    kind: 'decision',
    issuedOn: `${d}/${m}/${y}`,
    title: 'Thành lập Hội đồng',
  };
  expect((await province.submit((await province.page(actPaths.new)).form(actPaths.new), fields)).status).toBe(303);
  const id = await idOf(council?.act ?? '');
  expect((await province.page(actPaths.one(id))).html).toContain(`/hoi-dong/${council?.id}`);
  expect((await province.page(`/hoi-dong/${council?.id}`)).html).toContain(actPaths.one(id));
});

it('S13 who keeps nothing changes nothing; another level’s act is out of reach', async () => {
  const own = referenceAct('kh125');
  for (const role of ['auditor', 'inspector', 'administrator', 'producer']) {
    const who = await app.signIn(role);
    expect((await who.page(actPaths.new)).status, role).toBe(404);
    expect((await who.page(actPaths.correct(own))).status, role).toBe(404);
    const sent = await who.json(
      'POST',
      `/api/v1/legal-acts/${own}/removal`,
      { reason: 'x' },
      { key: true, ifMatch: 1 },
    );
    expect(sent.status, role).toBe(404);
  }
  expect((await province.page(actPaths.correct(referenceAct('26')))).status).toBe(404);
  expect((await (await app.signIn('ministry')).page(actPaths.correct(referenceAct('26')))).status).toBe(200);
  expect((await (await app.signIn('ministry')).page(actPaths.correct(own))).status).toBe(404);
});
