/** What the page of a dossier says of its session, result, decision and certificate, and to whom. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';

const app = await testApp();

/** A dossier of the demonstration in a state. */
const inState = async (state: string): Promise<string> => {
  const rows = await app.database.asOwner<{ id: string }>(
    `select l.id from lifecycle l join dossier d on d.id = l.id
      where l.state = $1 and not exists (select from decision_item i join lifecycle k on k.id = i.decision
             where i.dossier = l.id and (k.state = 'cancelled' or ($1 = 'concluded' and k.state <> 'cancelled')))
      order by l.id limit 1`,
    [state],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error(`no dossier ${state}`);
  return id;
};

it('U25 a result leads the province to its decision, and tells the commune no points', async () => {
  const id = await inState('concluded');
  const office = await (await app.signIn('province')).page(`/ho-so/${id}`);
  expect(office.html).toMatch(/href="\/quyet-dinh#cho-[0-9a-f-]{36}"/);
  expect(office.text).toMatch(/\d,\d\d điểm/);
  expect(office.text).not.toContain('Bước này do cơ quan OCOP');
  const commune = await (await app.signIn('commune')).page(`/ho-so/${id}`);
  expect(commune.status).toBe(200);
  expect(commune.text).not.toMatch(/\d,\d\d điểm/);
  expect(commune.html).not.toContain('/quyet-dinh#cho-');
  expect(commune.text).toContain('Bước này do cơ quan OCOP tỉnh Hưng Yên làm.');
});

it('a dossier whose decision is in draft leads to the draft', async () => {
  const [row] = await app.database.asOwner<{ decision: string; dossier: string }>(
    `select i.decision, i.dossier from decision_item i join lifecycle l on l.id = i.decision where l.state = 'draft' limit 1`,
  );
  const { html } = await (await app.signIn('province')).page(`/ho-so/${row?.dossier}`);
  expect(html).toMatch(new RegExp(`href="/quyet-dinh/${row?.decision}"[^>]*>[^<]*Làm tiếp dự thảo`, 'u'));
});

it('a recognised dossier leads to its decision and its certificate', async () => {
  const id = await inState('recognised');
  for (const who of ['province', 'commune', 'commune-2']) {
    const page = await (await app.signIn(who)).page(`/ho-so/${id}`);
    if (page.status === 404) continue; // the other commune
    expect([
      who,
      page.html.includes('href="/chung-nhan/'),
      /href="\/quyet-dinh\/[0-9a-f-]{36}"/.test(page.html),
    ]).toEqual([who, true, true]);
  }
});
