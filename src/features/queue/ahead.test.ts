/** Section 4: papers and certificates that come to their end, and rounds missed, stand below the queue of who must act. */
import { expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { addDays } from '../../law/days.ts';
import { systemClock } from '../../platform/clock.ts';

const app = await testApp();
const today = systemClock.today();
const owner = app.database.asOwner.bind(app.database);
const ahead = async (who: string) => {
  const { text } = await (await app.signIn(who)).page('/viec-cua-toi');
  return text.includes('Cần lo sớm') ? text.slice(text.indexOf('Cần lo sớm')) : '';
};
/** A dossier the commune of the demonstration has in its hands. */
const [held] = await owner<{ id: string; product: string; commune: string }>(
  `select d.id, d.product, l.commune from dossier d join lifecycle l on l.id = d.id join appointment p on p.unit = l.commune and p.role = 'commune'
     join account a on a.id = p.account where a.username = 'commune' and l.state = 'checking' order by d.id limit 1`,
);

it('papers that have ended or soon will stand with the office that holds the dossier; those with time left do not', async () => {
  const add = (title: string, endsOn: string) =>
    owner(
      `with p as (insert into paper (id, producer, kind, title, ends_on, file)
          select gen_random_uuid(), d.producer, 'E02', $2, $3::date, f.id from dossier d, (select id from file where attached limit 1) f
           where d.id = $1 returning id)
       insert into dossier_paper (dossier, paper, position) select $1, id, 90 from p`,
      [held?.id, title, endsOn],
    );
  await add('Giấy sắp hết hạn', addDays(today, 5));
  await add('Giấy đã hết hạn', addDays(today, -2));
  await add('Giấy còn lâu', addDays(today, 400));
  const shown = await ahead('commune');
  expect(shown).toContain('Giấy sắp hết hạn: hết hạn ngày');
  expect(shown).toContain('Giấy đã hết hạn: đã hết hạn ngày');
  expect(shown).not.toContain('Giấy còn lâu');
  for (const who of ['commune-2', 'province', 'council-member-1', 'council-secretary', 'inspector'])
    expect(await ahead(who), who).not.toContain('Giấy sắp hết hạn');
});

it('a missed round stands with the commune until it proposes', async () => {
  await owner('insert into round_missed (dossier, year, no, day) values ($1, 2026, 9, $2)', [held?.id, today]);
  expect(await ahead('commune')).toContain('Đã lỡ đợt 9 năm 2026');
  for (const who of ['commune-2', 'province']) expect(await ahead(who), who).not.toContain('đợt 9 năm 2026');
});

it('a certificate in its window stands with the commune until a new evaluation is filed', async () => {
  const [made] = await owner<{ id: string }>(
    `select r.id from recognition r join lifecycle l on l.id = r.id and l.state = 'inForce' and l.commune = $1
      where r.extended_to is null and not exists (select from dossier d where d.product = r.product and d.kind <> 'first') order by r.id limit 1`,
    [held?.commune],
  );
  const ends = async (day: string) =>
    owner(
      `update recognition set expires_earliest = $2, expires_latest = $2, product_name = 'Chứng nhận cần lo' where id = $1`,
      [made?.id, day],
    );
  await ends(addDays(today, 181));
  expect(await ahead('commune')).not.toContain('Chứng nhận cần lo');
  await ends(addDays(today, 180));
  expect(await ahead('commune')).toContain('nhắc chủ thể nộp đánh giá lại đến ngày');
  await ends(addDays(today, 100));
  expect(await ahead('commune')).toContain('đã qua khung nộp đánh giá lại');
  expect(await ahead('commune-2')).not.toContain('Chứng nhận cần lo');
});
