/** Issue 5, part 5: templates made on the screen, and the lists a report prints. */
import { describe, expect, it } from 'vitest';
import { testApp } from '../../../tests/support/app.ts';
import { builtTemplate } from './own-templates.ts';
import type { TemplateGiven } from './template-schema.ts';

const app = await testApp();
const { asOwner } = app.database;
const block = (more: object) => ({ columns: [], ...more });
const GIVEN = {
  ...{ name: 'Biểu riêng của tỉnh', summary: 'Kết quả {period}', periods: ['calendarYear'] },
  blocks: [
    block({ kind: 'section', text: 'I. KẾT QUẢ' }),
    block({ kind: 'text', text: 'Có {stock.products} sản phẩm.' }),
    block({ kind: 'figure', text: 'Chủ thể', figure: 'stock.producers' }),
    block({ kind: 'table', text: 'Hạng sao', rows: 'stars', columns: ['value', 'share'], of: 'stock.products' }),
    block({ kind: 'plot', text: 'Nhóm', rows: 'sectors' }),
    block({ kind: 'list', text: 'Năm sao', list: 'stock.star.5' }),
    block({ kind: 'list', text: 'Đã công bố', list: 'published.totals' }),
    block({ kind: 'list', text: 'Việc chậm', list: 'tasks.late' }),
    block({ kind: 'list', text: 'Chỉ tiêu', list: 'targets.behind' }),
    block({ kind: 'free', text: 'Nhận xét' }),
  ],
} as unknown as TemplateGiven;
const wrong = (blocks: object[]) => {
  const made = builtTemplate('x', 1, { ...GIVEN, blocks: blocks.map(block) as never });
  return 'problems' in made ? made.problems : [];
};

describe('templates of a province', () => {
  it('blocks stand in the order of their numbers; what is wrong is said at its block', () => {
    const made = builtTemplate('x', 1, {
      ...GIVEN,
      blocks: [
        block({ kind: 'text', text: 'Sau', at: 9 }),
        block({ kind: 'section', text: 'I', at: 1 }),
        block({ kind: 'text', text: 'Trước', at: 5 }),
      ] as never,
    });
    expect('template' in made && made.template.sections[0]?.blocks).toEqual([
      { kind: 'text', text: 'Trước' },
      { kind: 'text', text: 'Sau' },
    ]);
    expect(wrong([{ kind: 'text', text: 'Không có phần' }])[0]).toMatchObject({ field: 'blocks.0.kind' });
    expect(wrong([{ kind: 'section', text: 'I' }])).toMatchObject([{ message: 'Phần “I” chưa có khối nào.' }]);
    expect(
      wrong([
        { kind: 'section', text: 'I' },
        { kind: 'text', text: 'Có {stock.moons}' },
      ]),
    ).toMatchObject([{ field: 'blocks.1.text', message: expect.stringContaining('Không có số liệu “stock.moons”') }]);
    expect(
      wrong([
        { kind: 'section', text: 'I' },
        { kind: 'table', text: 'Bảng', rows: 'stars', columns: ['share'] },
      ]),
    ).toMatchObject([{ field: 'blocks.1.of', message: expect.stringContaining('tỷ lệ của số nào') }]);
  });

  it('made by the province, used by its commune, changed without touching reports begun, retired', async () => {
    const [province, commune] = [await app.signIn('province'), await app.signIn('commune')];
    const bad = await province.json(
      'POST',
      '/api/v1/report-templates',
      { ...GIVEN, blocks: [block({ kind: 'section', text: 'I' }), block({ kind: 'figure', figure: 'stock.moons' })] },
      { key: true },
    );
    expect([bad.status, JSON.stringify(bad.body).includes('stock.moons')]).toEqual([422, true]);
    for (const role of ['commune', 'ministry', 'producer'])
      expect(
        (await (await app.signIn(role)).json('POST', '/api/v1/report-templates', GIVEN, { key: true })).status,
        role,
      ).not.toBe(200);

    const made = await province.json('POST', '/api/v1/report-templates', GIVEN, { key: true });
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const { id, version } = made.body as { id: string; version: number };
    await asOwner(
      `with l as (insert into lifecycle (id, process, state, version) values (gen_random_uuid(), 'publishedTotal', 'active', 1) returning id)
       insert into published_total (id, unit, what, qualifier, number, as_of, source, published_on)
       select l.id, t.unit, 'valid', 'moreThan', 99999, '2025-06-30', 'Báo giả định', '2025-07-02' from l, account a join appointment t on t.account = a.id where a.username = 'commune'`,
    );
    await asOwner(`update lifecycle set state = 'active' where process = 'publishedTotal' and state <> 'active'`);
    expect((await commune.page('/bao-cao/moi')).text).toContain('Biểu riêng của tỉnh');
    const begun = await commune.json(
      'POST',
      '/api/v1/reports',
      { template: id, period: 'calendarYear', year: 2025, unitsAsOf: '2026-11-01' },
      { key: true },
    );
    expect(begun.status, JSON.stringify(begun.body)).toBe(200);
    const at = `/bao-cao/${(begun.body as { id: string }).id}`;
    const page = await commune.page(at);
    for (const words of [
      'Hạng sao',
      'Danh sách: Năm sao',
      'Danh sách: Đã công bố (1)',
      'hơn 99.999',
      'Báo giả định, ngày 02/07/2025',
      'Danh sách: Việc chậm',
    ])
      expect(page.text).toContain(words);
    const tables = JSON.parse((await commune.page(`${at}/bang-so-lieu.xlsx?dang=json`)).html) as {
      rows: Record<string, unknown>[];
    };
    expect(tables.rows.some((row) => row.Bảng === 'Đã công bố' && row['Số liệu'] === 'hơn 99.999')).toBe(true);
    for (const form of ['pdf', 'docx']) expect((await commune.fetch(`${at}/bao-cao.${form}`)).status).toBe(200);

    const open = await province.page(`/bao-cao/mau/${id}`);
    const form = open.form(`/bao-cao/mau/${id}`);
    expect((await province.submit(form, { name: 'Biểu đổi tên', 'blocks.1.text': 'Lời mới.' })).status).toBe(303);
    expect(
      (await province.json('POST', `/api/v1/report-templates/${id}/change`, GIVEN, { key: true, ifMatch: version }))
        .status,
    ).toBe(412);
    expect((await commune.page(at)).text).not.toContain('Lời mới.');
    expect((await commune.page('/bao-cao/moi')).text).toContain('Biểu đổi tên');
    const [other] = await asOwner<{ id: string }>(`select id from report_template where id <> $1 limit 1`, [id]);
    expect(other).toBeUndefined();
    const retire = (await province.page(`/bao-cao/mau/${id}`)).form('/thoi-dung');
    expect((await province.submit(retire, { reason: 'Không dùng nữa' })).status).toBe(303);
    expect((await commune.page('/bao-cao/moi')).text).not.toContain('Biểu đổi tên');
    const late = await commune.json(
      'POST',
      '/api/v1/reports',
      { template: id, period: 'calendarYear', year: 2024 },
      { key: true },
    );
    expect([late.status, (await province.page(`/bao-cao/mau/${id}`)).status]).toEqual([422, 404]);
  });
});

it('the Ministry sees who sent, the sum of what was sent, and what the records count; others have no such page', async () => {
  const [province, ministry] = [await app.signIn('province'), await app.signIn('ministry')];
  const begun = await province.json(
    'POST',
    '/api/v1/reports',
    { template: 'periodic-table', period: 'quarter', year: 2026, part: 2 },
    { key: true },
  );
  const id = (begun.body as { id: string }).id;
  const query = '?mau=periodic-table&ky=quarter&nam=2026&phan=2&dang=json';
  const row = async (name: string) => {
    const { rows } = JSON.parse((await ministry.page(`/bao-cao/ca-nuoc.xlsx${query}`)).html) as {
      rows: Record<string, unknown>[];
    };
    return rows.find((one) => one['Tỉnh, thành phố'] === name) ?? {};
  };
  const LABEL = 'Sản phẩm có giấy chứng nhận còn hiệu lực';
  expect((await row('Cộng các tỉnh đã gửi'))[LABEL]).toBe(0);
  for (let page = await province.page(`/bao-cao/${id}`); ; page = await province.page(`/bao-cao/${id}`)) {
    const open = page.forms.find(
      ({ action, fields }) =>
        action.endsWith('/giu') && fields.some(([name, value]) => name === 'reason' && value === ''),
    );
    if (open === undefined) break;
    await province.submit(open, { reason: 'Hồ sơ cũ không ghi' });
  }
  expect((await province.submit((await province.page(`/bao-cao/${id}`)).form('/gui'))).status).toBe(303);
  const [sent] = await asOwner<{ n: number; unit: string }>(
    `select (f ->> 'value')::int as n, v.frozen ->> 'unitName' as unit from compiled_report_version v
       cross join lateral jsonb_array_elements(v.frozen #> '{figures,now,figures}') f where v.report = $1 and f ->> 'id' = 'stock.products'`,
    [id],
  );
  expect((await row('Cộng các tỉnh đã gửi'))[LABEL]).toBe(sent?.n);
  expect((await row(sent?.unit ?? ''))[LABEL]).toBe(sent?.n);
  expect(Number((await row('Tính từ hồ sơ cả nước'))[LABEL])).toBeGreaterThanOrEqual(sent?.n ?? 0);
  const page = await ministry.page(`/bao-cao/ca-nuoc${query}`);
  expect(page.text).toMatch(/1\/34 tỉnh, thành phố đã gửi/);
  expect(page.html).toContain(`/bao-cao/${id}"`);
  for (const role of ['province', 'commune', 'producer'])
    expect((await (await app.signIn(role)).page('/bao-cao/ca-nuoc')).status, role).toBe(404);
  expect((await ministry.page('/bao-cao/ca-nuoc?nam=x&ky=__proto__&mau=1')).status).toBe(200);
});
