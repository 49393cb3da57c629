/** Issue 5, part 5: the Ministry's report on the country, made of what the provinces sent. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { hashOf } from './frozen.ts';
import { newerSources, type ProvinceLine, sourcesOf } from './sources.ts';

const app = await testApp();
const { asOwner } = app.database;
type Officer = Awaited<ReturnType<typeof app.signIn>>;

const TEXT = { direction: 'Chỉ đạo.', achievements: 'Đạt.', difficulties: 'Thiếu vốn.', tasks: 'Tiếp tục.' };
const texts = Object.fromEntries(Object.entries(TEXT).map(([id, text]) => [`paragraphs.${id}`, text]));
const FORM = { template: 'annual', period: 'calendarYear', year: '2025', part: '' };

async function begun(officer: Officer): Promise<string> {
  const sent = await officer.submit((await officer.page('/bao-cao/moi')).form('/bao-cao/moi'), FORM);
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
  return sent.location ?? '';
}
async function settled(officer: Officer, at: string): Promise<void> {
  for (;;) {
    const open = (await officer.page(at)).forms.find(
      ({ action, fields }) =>
        action.endsWith('/giu') && fields.some(([name, value]) => name === 'reason' && value === ''),
    );
    if (open === undefined) return;
    expect((await officer.submit(open, { reason: 'Chưa đủ các tỉnh' })).status).toBe(303);
  }
}
const sendIt = async (officer: Officer, at: string) => {
  await officer.submit((await officer.page(`${at}/soan`)).form('/soan'), texts);
  await settled(officer, at);
  const sent = await officer.submit((await officer.page(at)).form('/gui'));
  expect([sent.status, sent.status === 303 ? '' : sent.text]).toEqual([303, '']);
};

describe('the report of the country', () => {
  it('R15.4 R15.5 compiled, held against the provinces, issued with its hash, corrected as a new version', async () => {
    const [province, ministry] = [await app.signIn('province'), await app.signIn('ministry')];
    const country = await ministry.page('/bao-cao/ca-nuoc?mau=annual&ky=calendarYear&nam=2025');
    const begin = await ministry.submit(country.form('/bao-cao/moi'));
    expect([begin.status, begin.text]).toEqual([303, '']);
    const at = begin.location ?? '';
    const id = at.split('/').at(-1) ?? '';
    expect((await ministry.page('/bao-cao/ca-nuoc?mau=annual&ky=calendarYear&nam=2025')).html).toContain(at);
    const draft = await ministry.page(at);
    expect(draft.text).toContain('34/34 tỉnh, thành phố chưa có báo cáo');
    expect((await ministry.submit(draft.form('/gui'))).status).toBe(409);

    const own = await begun(province);
    await sendIt(province, own);
    const waiting = await ministry.page(at);
    expect(waiting.text).toContain('33/34 tỉnh, thành phố chưa có báo cáo');
    expect(waiting.text).toContain('1 báo cáo của tỉnh chưa được Bộ tiếp nhận: Tỉnh Hưng Yên.');
    await ministry.submit((await ministry.page(own)).form('/tiep-nhan'));
    expect((await ministry.page(at)).text).not.toContain('chưa được Bộ tiếp nhận');

    await sendIt(ministry, at);
    const issued = await ministry.page(at);
    expect(issued.text).toContain('Bộ đã ban hành');
    expect(issued.text).toContain('Hỏi lại hôm nay vẫn ra đúng các số đã gửi.');
    expect(issued.html).toContain(`href="${own}/ban/1"`);
    const kept = await asOwner<{ hash: string; told: string; frozen: Parameters<typeof hashOf>[0] }>(
      `select v.hash, w.facts ->> 'hash' as told, v.frozen from compiled_report_version v join ledger w on w.no = v.ledger_no where v.report = $1`,
      [id],
    );
    expect(kept.map(({ hash, told, frozen }) => [hash === told, hashOf(frozen) === hash])).toEqual([[true, true]]);
    const sources = kept[0]?.frozen.sources;
    const line = sources?.lines.find(({ no }) => no !== null);
    const [sentVersion] = await asOwner<{ hash: string }>(
      'select hash from compiled_report_version where report = $1',
      [own.split('/').at(-1)],
    );
    expect([line?.no, line?.hash]).toEqual([1, sentVersion?.hash]);
    expect(sources?.sums['stock.products']).toBe(line?.values['stock.products']);

    for (const [form, type] of [
      ['bao-cao.pdf', 'application/pdf'],
      ['bao-cao.docx', 'wordprocessingml'],
      ['bang-so-lieu.xlsx', 'spreadsheetml'],
    ] as const) {
      const file = await ministry.fetch(`${at}/${form}`);
      expect([form, file.status, file.headers.get('content-type')?.includes(type)]).toEqual([form, 200, true]);
    }

    await province.submit((await province.page(own)).form('/dinh-chinh'), { reason: 'Sửa một sản phẩm' });
    await sendIt(province, own);
    const later = await ministry.page(at);
    expect(later.text).toMatch(/Tỉnh Hưng Yên\s*: khi lập\s+dùng bản 1\s*, nay\s+có bản 2/);
    await ministry.submit(later.form('/dinh-chinh'), { reason: 'Cập nhật bản 2 của Hưng Yên' });
    const reader = await province.page(at);
    expect([reader.status, reader.text.includes('Bản 1'), reader.html.includes('/soan')]).toEqual([200, true, false]);
    await sendIt(ministry, at);
    const second = await ministry.page(at);
    expect(second.text).toContain('Cập nhật bản 2 của Hưng Yên');
    expect(second.html).toContain(`href="${own}/ban/2"`);
  });

  it('S14 S18 nobody but the Ministry writes it; its draft is the Ministry’s alone; wrong questions are refused in words', async () => {
    const ministry = await app.signIn('ministry');
    const made = await ministry.json(
      'POST',
      '/api/v1/reports',
      { template: 'mid-term', period: 'programme', year: 2025 },
      { key: true },
    );
    expect([made.status, made.body]).toMatchObject([200, { state: 'countryDraft' }]);
    for (const role of ['province', 'commune', 'auditor', 'inspector', 'producer', 'administrator']) {
      const who = await app.signIn(role);
      expect([role, (await who.page(`/bao-cao/${made.body.id}`)).status]).toEqual([role, 404]);
      const sent = await who.json('POST', `/api/v1/reports/${made.body.id}/sending`, {}, { key: true, ifMatch: 1 });
      expect([role, sent.status]).toEqual([role, 404]);
    }
    const again = { template: 'mid-term', period: 'programme', year: 2025 };
    expect((await ministry.json('POST', '/api/v1/reports', again, { key: true })).status).toBe(409);
    const [unit] = await asOwner<{ id: string }>(`select id from unit where level = 'province' limit 1`);
    const placed = { ...again, year: 2024, unit: unit?.id };
    expect((await ministry.json('POST', '/api/v1/reports', placed, { key: true })).status).toBe(422);
    for (const path of ['acceptance', 'return'])
      expect(
        (
          await ministry.json(
            'POST',
            `/api/v1/reports/${made.body.id}/${path}`,
            path === 'return' ? { reason: 'x' } : {},
            { key: true, ifMatch: 1 },
          )
        ).status,
      ).toBe(404);
  });
});

describe('sources', () => {
  const line = (office: string, more: Partial<ProvinceLine>): ProvinceLine => ({
    ...{ office, code: office, name: `Tỉnh ${office}`, report: null, state: null, no: null, hash: null },
    ...{ sentAt: null, asOf: null, values: {} },
    ...more,
  });
  const sent = (office: string, no: number, products: number, more: Partial<ProvinceLine> = {}) =>
    line(office, {
      ...{ report: `r${office}`, state: 'acceptedByMinistry', no, hash: `${office}${no}` },
      ...{ values: { 'stock.products': products } },
      ...more,
    });

  it('what was given back is not added up', () => {
    const lines = [sent('1', 1, 10), sent('2', 1, 20, { state: 'returnedByMinistry' }), line('3', {})];
    expect(sourcesOf(lines, []).sums['stock.products']).toBe(10);
  });

  it('names who sent, sent again or got it back since', () => {
    const before = [sent('1', 1, 10), line('2', {}), sent('3', 1, 5), sent('4', 2, 1)];
    const now = [sent('1', 2, 11), sent('2', 1, 7), sent('3', 1, 5, { state: 'returnedByMinistry' }), sent('4', 2, 1)];
    expect(newerSources(before, now).map(({ name, used, now: no, givenBack }) => [name, used, no, givenBack])).toEqual([
      ['Tỉnh 1', 1, 2, false],
      ['Tỉnh 2', null, 1, false],
      ['Tỉnh 3', 1, 1, true],
    ]);
  });
});
