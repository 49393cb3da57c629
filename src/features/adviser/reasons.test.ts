/** R4.10, S14: after a result its producer reads why, criterion by criterion: never before, never a name, never what was kept back. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { versionOf } from '../../../tests/support/council.ts';

const app = await testApp();

interface Known {
  id: string;
  session: string;
}
/** A dossier of the demonstration by the name of its product. */
async function known(name: string): Promise<Known> {
  const [row] = await app.database.asOwner<Known>(
    `select d.id, s.session from dossier d join product p on p.id = d.product join session_dossier s on s.dossier = d.id
      where p.name like '${name}%' limit 1`,
  );
  if (!row) throw new Error(`no dossier of ${name}`);
  return row;
}
const four = await known('Miến dong sợi nhỏ');
const untold = await known('Miến dong sợi dẹt');
const running = await known('Bánh đa nem');
const craft = await known('Khay tre');
const reasons = async (who: string, id: string) => (await app.signIn(who)).page(`/ho-so/${id}/vi-sao`);
const LABEL = 'Nhãn chưa có mã truy xuất điện tử (giả định).';
const DATED = 'Minh chứng mới có bản chụp, chưa rõ ngày (giả định).';

/** The members' notes of a product as the form of the secretary names them. */
async function keysOf({ id, session }: Known): Promise<string[]> {
  const page = await (await app.signIn('council-secretary')).page(`/phien/${session}/nhan-xet/${id}`);
  expect(page.status).toBe(200);
  return [...page.html.matchAll(/name="published"[^>]*value="([^"]+)"/g)].map(([, key = '']) => key);
}

async function tell(who: string, { id, session }: Known, published: readonly string[], reason?: string) {
  const body = { dossier: id, published, ...(reason ? { reason } : {}) };
  const ask = { key: true, ifMatch: await versionOf(app, session) };
  return (await app.signIn(who)).json('POST', `/api/v1/sessions/${session}/told-notes`, body, ask);
}

it('a told result shows mean, points lost and the notes chosen, without any name', async () => {
  const page = await reasons('producer', four.id);
  expect(page.status).toBe(200);
  for (const words of ['4 sao', 'Mất', LABEL, DATED]) expect(page.text).toContain(words);
  expect(page.text).not.toContain('Hồ sơ đầy đủ, sản phẩm có');
  const names = await app.database.asOwner<{ name: string }>(
    `select a.full_name as name from council_seat s join account a on a.id = s.account`,
  );
  for (const { name } of names) expect(page.html).not.toContain(name);
  const sheets = await app.database.asOwner<{ id: string }>(
    `select id from score_sheet union select id from council_seat`,
  );
  for (const { id } of sheets) expect(page.html).not.toContain(id);
  expect((await (await app.signIn('producer')).page(`/ho-so/${four.id}`)).html).toContain(`/ho-so/${four.id}/vi-sao`);
});

it('once told, the page about the self-score leads to the result of the council; before, it says nothing of one', async () => {
  const advised = async ({ id }: Known) =>
    (await (await app.signIn('producer')).page(`/ho-so/${id}/con-thieu-gi`)).html;
  expect(await advised(four)).toContain(`/ho-so/${four.id}/vi-sao`);
  for (const one of [untold, running]) expect(await advised(one)).not.toContain('/vi-sao');
});

it('commune and province read the same; another producer, another commune and the seats do not', async () => {
  for (const who of ['commune', 'province', 'auditor'])
    expect((await reasons(who, four.id)).text, who).toContain(LABEL);
  for (const who of ['producer-2', 'commune-2', 'inspector', 'council-chair', 'council-member-1'])
    expect((await reasons(who, four.id)).status, who).toBe(404);
  expect((await reasons('producer-2', craft.id)).status).toBe(200);
});

it('until it is told there is no trace of a result: opened or still being scored, the page says the same', async () => {
  const said = async ({ id }: Known) => {
    const page = await reasons('producer', id);
    expect(page.status).toBe(200);
    return page.text.replace(/Miến dong sợi dẹt|Bánh đa nem/g, 'X');
  };
  expect(await said(untold)).toContain('Chưa có kết quả được thông báo');
  expect(await said(untold)).toBe(await said(running));
});

it('S14 notes of a session that is not opened are not there, for secretary and office either', async () => {
  for (const who of ['council-secretary', 'province'])
    expect((await (await app.signIn(who)).page(`/phien/${running.session}/nhan-xet/${running.id}`)).status).toBe(404);
  const answer = await tell('council-secretary', running, []);
  expect([404, 409]).toContain(answer.status);
});

it('what is kept back needs a reason, disappears for the producer, and can come back', async () => {
  const keys = await keysOf(four);
  expect(keys.length).toBeGreaterThan(2);
  expect((await tell('council-secretary', four, [])).status).toBe(409);
  expect((await tell('council-secretary', four, [], 'Nhắc tên cơ sở khác.')).status).toBe(200);
  expect((await reasons('producer', four.id)).text).not.toContain(LABEL);
  expect((await tell('province', four, keys)).status).toBe(200);
  const all = (await reasons('producer', four.id)).text;
  expect(all).toContain(LABEL);
  // Six members wrote the same opinion: it stands once, and tells of nobody how many.
  expect(all.split('Hồ sơ đầy đủ, sản phẩm có').length).toBe(2);
  expect(keys.length).toBeLessThan(6);
  const [row] = await app.database.asOwner<{ facts: { published: number; withheld: number } }>(
    `select facts from ledger where subject = '${four.session}' and action = 'session.tellNotes' order by no desc limit 1`,
  );
  expect(row?.facts).toMatchObject({ withheld: 0 });
});

it('a note of another product or sheet is refused; members, chair, producer and commune choose nothing', async () => {
  const other = await keysOf(craft);
  expect((await tell('council-secretary', four, [other[0] ?? ''], 'x')).status).toBe(422);
  for (const who of ['council-chair', 'council-member-1', 'producer', 'commune', 'auditor', 'ministry'])
    expect((await tell(who, four, [], 'Không cần')).status, who).toBe(404);
});

it('where the setting says so, notes nobody has decided about are told too', async () => {
  await app.database.asOwner(
    `delete from note_told t using score_sheet s where s.id = t.sheet and s.dossier = '${craft.id}'`,
  );
  expect((await reasons('producer-2', craft.id)).text).not.toContain(LABEL);
  await app.database.asOwner(
    `insert into setting (key, scope, valid_from, value) values ('notesTold', null, '2020-01-01', '"all"')`,
  );
  expect((await reasons('producer-2', craft.id)).text).toContain(LABEL);
});
