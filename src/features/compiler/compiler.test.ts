/** Issue 5, part 5: reports compiled from records, checked, sent, frozen, answered and corrected. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { hashOf } from './frozen.ts';
import { remindOfReports } from './reminders.ts';

const app = await testApp();
const { asOwner } = app.database;
const OLD = { year: '2023', unitsAsOf: '1/11/2026' };
const FORM = { template: 'annual', period: 'calendarYear', year: '2025' };

/** Begins a report in the browser's way; its address. */
async function begun(role: string, given: Record<string, string> = {}): Promise<string> {
  const officer = await app.signIn(role);
  const form = (await officer.page('/bao-cao/moi')).form('/bao-cao/moi');
  const sent = await officer.submit(form, { ...FORM, part: '', ...given });
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  return sent.location ?? '';
}
/** Gives a reason for everything that is left as it is. */
async function settled(officer: Awaited<ReturnType<typeof app.signIn>>, at: string): Promise<void> {
  for (;;) {
    const { forms } = await officer.page(at);
    const open = forms.find(
      ({ action, fields }) =>
        action.endsWith('/giu') && fields.some(([name, value]) => name === 'reason' && value === ''),
    );
    if (open === undefined) return;
    expect((await officer.submit(open, { reason: 'Hồ sơ cũ không ghi' })).status).toBe(303);
  }
}
const REQUIRED = {
  direction: 'Ban hành Kế hoạch số 12/KH-UBND.',
  achievements: 'Đạt yêu cầu.',
  difficulties: 'Thiếu vốn.',
  tasks: 'Tiếp tục.',
};
const texts = (more: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries({ ...REQUIRED, ...more }).map(([id, text]) => [`paragraphs.${id}`, text]));

describe('the way of a report', () => {
  it('R15.4 R15.5 compose, check, send, return, send again, accept, corrected registry shows', async () => {
    const [commune, province] = [await app.signIn('commune'), await app.signIn('province')];
    const at = await begun('commune', { year: '2026' });
    const id = at.split('/').at(-1) ?? '';
    expect((await province.page(at)).status).toBe(404);
    const writing = await commune.page(`${at}/soan`);
    await commune.submit(writing.form('/soan'), texts({ training: 'Có 160/334 = 60 % chủ thể được tập huấn.' }));
    const checked = await commune.page(at);
    expect(checked.text).toContain('160/334 là 47,9%, không phải 60%.');
    const refused = await commune.submit(checked.form('/gui'));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('160/334');
    await commune.submit(
      (await commune.page(`${at}/soan`)).form('/soan'),
      texts({ training: 'Có 160/334 = 47,9% chủ thể được tập huấn.' }),
    );
    await settled(commune, at);
    expect((await commune.submit((await commune.page(at)).form('/gui'))).status).toBe(303);
    const queue = await province.page('/viec-cua-toi');
    expect(queue.html).toContain(`href="${at}"`);
    expect(
      (await province.submit((await province.page(at)).form('/tra-lai'), { reason: 'Bổ sung phần hỗ trợ' })).status,
    ).toBe(303);
    const back = await commune.page(at);
    expect(back.text).toContain('Bổ sung phần hỗ trợ');
    await commune.submit((await commune.page(`${at}/soan`)).form('/soan'), texts({ support: 'Hỗ trợ 3 đơn vị.' }));
    await settled(commune, at);
    expect((await commune.submit((await commune.page(at)).form('/gui'))).status).toBe(303);
    expect((await province.submit((await province.page(at)).form('/tiep-nhan'))).status).toBe(303);
    const accepted = await commune.page(at);
    expect(accepted.text).toContain('Hỏi lại hôm nay vẫn ra đúng các số đã gửi.');
    expect(accepted.text).toContain('Lý do gửi lại: Bổ sung phần hỗ trợ');
    const kept = await asOwner<{ no: number; hash: string; told: string }>(
      `select v.no, v.hash, w.facts->>'hash' as told from compiled_report_version v join ledger w on w.no = v.ledger_no where v.report = $1 order by v.no`,
      [id],
    );
    expect(kept.map(({ no }) => no)).toEqual([1, 2]);
    for (const { hash, told } of kept) expect(told).toBe(hash);
    const [row] = await asOwner<{ frozen: object }>(
      'select frozen from compiled_report_version where report = $1 and no = 2',
      [id],
    );
    expect(hashOf(row?.frozen as Parameters<typeof hashOf>[0])).toBe(kept[1]?.hash);
    const before = await commune.page(`${at}/ban/2`);
    const [product] = await asOwner<{ id: string }>(
      `select r.recognition as id from compiled_report c cross join lateral indicator_stock_rows('2026-11-30', '2026-11-30', c.unit) r where c.id = $1 limit 1`,
      [id],
    );
    expect(product).toBeDefined();
    await asOwner(`update recognition set star = case star when 3 then 4 else 3 end where id = $1`, [product?.id]);
    const modified = await commune.page(at);
    expect(modified.text).toContain('Đã thay đổi từ khi gửi');
    const [changed] = await asOwner<{ name: string }>(
      'select p.name from recognition g join product p on p.id = g.product where g.id = $1',
      [product?.id],
    );
    expect(modified.text).toContain(`Nay có thêm: ${changed?.name}`);
    expect(modified.text).toContain(`Nay không còn: ${changed?.name}`);
    await asOwner('delete from compiled_report_row where report = $1', [id]);
    expect((await commune.page(at)).text).not.toContain('Nay có thêm');
    expect(modified.text).toMatch(/Trong đó 3 sao \(đến ngày [\d/]+\): đã gửi \d+, nay\s+\d+/);
    const numbers = (html: string) => html.slice(html.indexOf('<article'), html.indexOf('</article>'));
    expect(numbers((await commune.page(`${at}/ban/2`)).html)).toBe(numbers(before.html));
    expect((await commune.submit(modified.form('/dinh-chinh'), { reason: 'Sửa hạng sao một sản phẩm' })).status).toBe(
      303,
    );
    expect((await commune.submit((await commune.page(at)).form('/gui'))).status).toBe(303);
    const third = await province.page(at);
    expect(third.text).toContain('Bản 3');
    expect(third.text).toContain('Sửa hạng sao một sản phẩm');
  });

  it('two officers sending the same report: one wins, the other is told; nothing is sent twice', async () => {
    const at = await begun('commune', { year: '2024', unitsAsOf: '1/11/2026' });
    const officer = await app.signIn('commune');
    await officer.submit((await officer.page(`${at}/soan`)).form('/soan'), texts());
    await settled(officer, at);
    const [one, other] = [await officer.page(at), await (await app.signIn('commune')).page(at)];
    const answers = await Promise.all([officer.submit(one.form('/gui')), officer.submit(other.form('/gui'), {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [{ n = 0 } = {}] = await asOwner<{ n: number }>(
      'select count(*)::int as n from compiled_report_version where report = $1',
      [at.split('/').at(-1)],
    );
    expect(n).toBe(1);
  });

  it('one report a template, unit and period; a thrown away draft makes room', async () => {
    const officer = await app.signIn('commune');
    const at = await begun('commune', OLD);
    const again = await officer.submit((await officer.page('/bao-cao/moi')).form('/bao-cao/moi'), {
      ...FORM,
      ...OLD,
      part: '',
    });
    expect([again.status, again.text.includes('đã có báo cáo này')]).toEqual([409, true]);
    await officer.submit((await officer.page(at)).form('/bo'));
    expect((await officer.page('/bao-cao')).html).not.toContain(at);
    await begun('commune', OLD);
  });

  it('a unit that ended is refused with its successor; in its own days it is reported on', async () => {
    const officer = await app.signIn('commune');
    const [former] = await asOwner<{ id: string; now: string }>(
      `select s.former as id, (unit_on(s.successor, '2026-11-01')).full_name as now from unit_succession s join appointment p on p.unit = s.successor
        join account a on a.id = p.account where a.username = 'commune' limit 1`,
    );
    const form = (await officer.page('/bao-cao/moi')).form('/bao-cao/moi');
    const given = { template: 'periodic-table', period: 'quarter', part: '3', unit: former?.id ?? '' };
    const refused = await officer.submit(form, { ...given, year: '2026' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(former?.now ?? '-');
    expect(
      (await officer.submit((await officer.page('/bao-cao/moi')).form('/bao-cao/moi'), { ...given, year: '2024' }))
        .status,
    ).toBe(303);
  });

  it('R18 PDF, Word and the tables; each says the same', async () => {
    const officer = await app.signIn('province');
    const at = await begun('province', {
      template: 'mid-term',
      period: 'programme',
      year: '2024',
      asOf: '31/10/2024',
      unitsAsOf: '1/11/2026',
    });
    const page = await officer.page(at);
    expect(page.text).toContain('Sơ kết thực hiện Chương trình mỗi xã một sản phẩm');
    expect(page.html).toContain('href="/so-lieu/stock.products?');
    for (const [form, type] of [
      ['bao-cao.pdf', 'application/pdf'],
      ['bao-cao.docx', 'wordprocessingml'],
      ['bang-so-lieu.xlsx', 'spreadsheetml'],
    ] as const) {
      const file = await officer.fetch(`${at}/${form}`);
      expect([form, file.status]).toEqual([form, 200]);
      expect(file.headers.get('content-type')).toContain(type);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(3000);
    }
  });
});

it('R15.3 an office is reminded of a report not sent, once a step, and told when the day has passed', async () => {
  const at = await begun('province', { template: 'periodic-table', period: 'month', year: '2026', part: '3' });
  const id = at.split('/').at(-1);
  const remind = (day: string) => remindOfReports(app.database.db, day);
  expect(await remind('2026-03-10')).toBe(0);
  expect(await remind('2026-03-14')).toBeGreaterThan(0);
  expect(await remind('2026-03-14')).toBe(0);
  expect(await remind('2026-03-20')).toBeGreaterThan(0);
  const told = await asOwner<{ subject: string }>(
    `select subject from outbox where about = $1 and channel = 'app' order by id`,
    [id],
  );
  const subjects = told.map(({ subject }) => subject);
  expect(subjects[0]).toContain('Sắp đến hạn gửi: Biểu tổng hợp định kỳ tháng 3 năm 2026');
  expect(subjects.at(-1)).toContain('Đã quá hạn gửi');
});

describe('hostile', () => {
  it('S14 others see nothing and do nothing; the Ministry sees no draft', async () => {
    const at = await begun('province', { year: '2025' });
    const id = at.split('/').at(-1);
    for (const role of [
      'producer',
      'commune',
      'commune-2',
      'ministry',
      'inspector',
      'council-secretary',
      'administrator',
      'auditor',
    ]) {
      const who = await app.signIn(role);
      for (const path of [at, `${at}/soan`, `${at}/bao-cao.pdf`, `${at}/bang-so-lieu.xlsx`, `${at}/ban/1`])
        expect([role, path, (await who.page(path)).status]).toEqual([role, path, 404]);
      for (const path of ['sending', 'acceptance', 'disposal'])
        expect(
          (await who.json('POST', `/api/v1/reports/${id}/${path}`, {}, { key: true, ifMatch: 1 })).status,
          `${role} ${path}`,
        ).toBe(404);
      const text = { paragraphs: { direction: 'x' } };
      expect((await who.json('POST', `/api/v1/reports/${id}/text`, text, { key: true, ifMatch: 1 })).status, role).toBe(
        404,
      );
    }
    expect((await app.visitor().page('/bao-cao')).status).not.toBe(200);
  });

  it('S18 Q5 strange values are refused in words, an old version too', async () => {
    const officer = await app.signIn('province');
    for (const wrong of [
      { template: 'monthly' },
      { period: 'month' },
      { year: 1999 },
      { year: 2099 },
      { part: 13 },
      { asOf: '2024-12-31' },
      { unit: '11111111-1111-4111-8111-111111111111' },
      { evil: 1 },
    ])
      expect(
        (
          await officer.json(
            'POST',
            '/api/v1/reports',
            { template: 'annual', period: 'calendarYear', year: 2022, unitsAsOf: '2026-11-01', ...wrong },
            { key: true },
          )
        ).status,
        JSON.stringify(wrong),
      ).toBe(422);
    const made = await officer.json(
      'POST',
      '/api/v1/reports',
      { template: 'annual', period: 'calendarYear', year: 2022, unitsAsOf: '2026-11-01' },
      { key: true },
    );
    expect(made.status).toBe(200);
    const path = `/api/v1/reports/${made.body.id}`;
    expect(
      (await officer.json('POST', `${path}/text`, { paragraphs: { moon: 'x' } }, { key: true, ifMatch: 1 })).status,
    ).toBe(422);
    expect(
      (
        await officer.json(
          'POST',
          `${path}/text`,
          { paragraphs: { direction: 'x'.repeat(20_001) } },
          { key: true, ifMatch: 1 },
        )
      ).status,
    ).toBe(422);
    expect(
      (await officer.json('POST', `${path}/text`, { paragraphs: { direction: '<script>' } }, { key: true, ifMatch: 1 }))
        .status,
    ).toBe(200);
    expect(
      (await officer.json('POST', `${path}/text`, { paragraphs: { direction: 'y' } }, { key: true, ifMatch: 1 }))
        .status,
    ).toBe(412);
    expect((await officer.page(`/bao-cao/${made.body.id}`)).html).not.toContain('<script>');
    expect(
      (await officer.json('POST', `${path}/kept-findings`, { finding: 'x', reason: 'y' }, { key: true, ifMatch: 2 }))
        .status,
    ).toBe(422);
    for (const query of ['den=x&sau=y', "den=2026-01-01&sau='"])
      expect((await officer.page(`/bao-cao?${query}`)).status).toBe(200);
  });
});
