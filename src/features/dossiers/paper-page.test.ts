/** One paper of the wallet: where it is used, who reads it, who is told before it ends (R3.3, R3.6). */
import { expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { done, submittedDossier } from '../../../tests/support/dossiers.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';
import { remindOfPapers } from './paper-reminders.ts';

const app = await testApp();
const today = systemClock.today();
const { asOwner } = app.database;
const producer = await app.signIn('producer');
const commune = await app.signIn('commune');

/** Gives a paper an end: papers are never rewritten, so the guard is lifted for a moment. */
async function endsOn(paper: string, day: string): Promise<void> {
  await asOwner('alter table paper disable trigger user');
  await asOwner('update paper set ends_on = $2 where id = $1', [paper, day]);
  await asOwner('alter table paper enable trigger user');
}

it('R3.6 shows what it is, its hash and every dossier that cites it with criteria and year', async () => {
  const one = await submittedDossier(app, { newProduct: 'Miến giấy một (giả định)' });
  const [paper = ''] = one.papers;
  const two = await submittedDossier(app, { newProduct: 'Miến giấy hai (giả định)', handIn: false });
  const [{ version = 0 } = {}] = await asOwner<{ version: number }>(
    'select draft_version as version from dossier where id = $1',
    [two.id],
  );
  await done(
    producer.json(
      'POST',
      `/api/v1/dossiers/${two.id}/papers/citation`,
      { paper, criterion: '1.5' },
      { key: true, ifMatch: version },
    ),
  );
  const [file] = await asOwner<{ sha256: string }>(
    'select f.sha256 from paper p join file f on f.id = p.file where p.id = $1',
    [paper],
  );
  const page = await producer.page(`/giay-to/${paper}`);
  expect(page.text).toContain(String(file?.sha256));
  expect(page.text).toContain('Miến giấy một (giả định)');
  expect(page.text).toContain(`Lần đầu, năm ${today.slice(0, 4)}, tiêu chí 1.5`);
  const seen = await commune.page(`/giay-to/${paper}`);
  expect(seen.text).toContain('Miến giấy một (giả định)');
  expect(seen.text).not.toContain('Miến giấy hai');
  expect((await producer.page('/cua-toi/giay-to')).html).toContain(`/giay-to/${paper}`);
});

it('S13 a paper out of reach does not exist: another producer, a commune that holds no dossier of it', async () => {
  const { papers } = await submittedDossier(app, { newProduct: 'Miến kín (giả định)', handIn: false });
  for (const account of ['producer-2', 'commune', 'commune-2', 'province', 'council-member-1'])
    expect([account, (await (await app.signIn(account)).page(`/giay-to/${papers[0]}`)).status]).toEqual([account, 404]);
  expect((await producer.page(`/giay-to/${papers[0]}`)).status).toBe(200);
});

it('R3.3 an ending paper warns its dossiers on every page and by letter, once a step', async () => {
  const { id, papers } = await submittedDossier(app, { newProduct: 'Miến sắp hết (giả định)' });
  const [paper = ''] = papers;
  await endsOn(paper, addDays(today, 20));
  const letters = () =>
    asOwner<{ account: string | null; subject: string }>(
      `select a.username as account, o.subject from outbox o left join account a on a.id = o.account
        where o.about = $1 and o.subject like 'Giấy tờ số 1: %' order by o.id`,
      [id],
    );
  await remindOfPapers(app.database.db, today);
  const told = await letters();
  expect(told.map(({ account }) => account)).toEqual(expect.arrayContaining(['producer', 'commune']));
  expect(told[0]?.subject).toMatch(/^Giấy tờ số 1: hết hạn ngày \d\d\/\d\d\/\d{4}$/);
  await remindOfPapers(app.database.db, today);
  expect(await letters()).toHaveLength(told.length);
  await remindOfPapers(app.database.db, addDays(today, 21));
  expect((await letters()).at(-1)?.subject).toBe('Giấy tờ số 1: đã hết hạn');
  for (const who of [producer, commune])
    expect((await who.page(`/ho-so/${id}`)).text).toContain('giấy tờ hết hạn hoặc sắp hết hạn');
  expect((await producer.page('/cua-toi')).text).toContain('Giấy tờ sắp hết hạn hoặc đã hết hạn');
  const steps = await asOwner<{ step: number }>('select step from paper_reminder where paper = $1 order by step desc', [
    paper,
  ]);
  expect(steps.map(({ step }) => step)).toEqual([30, 0]);
});

it('the wallet of a producer is shown to itself only', async () => {
  expect(demoId('producer', 'canh-dieu')).not.toBe(demoId('producer', 'gio-nom'));
  const other = await app.signIn('producer-2');
  const [foreign] = await asOwner<{ id: string }>('select id from paper where producer = $1 limit 1', [
    demoId('producer', 'canh-dieu'),
  ]);
  expect((await other.page('/cua-toi/giay-to')).html).not.toContain(foreign?.id ?? 'none');
});
