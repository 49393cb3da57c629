/** Templates are data, and a report says its numbers the way offices write them. */
import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { readTemplate, TEMPLATES } from './template.ts';

describe('templates are data', () => {
  it('an unknown figure is refused in words, wherever it stands', () => {
    const good = { id: 'x', version: 1, name: 'Mẫu', summary: 'Về {unit}', periods: ['year'] };
    const of = (block: object) => JSON.stringify({ ...good, sections: [{ heading: 'I', blocks: [block] }] });
    expect(() => readTemplate(of({ kind: 'text', text: 'Có {stock.products} sản phẩm' }))).not.toThrow();
    expect(() => readTemplate(of({ kind: 'text', text: 'Có {stock.moons} sản phẩm' }))).toThrow(
      'Không có số liệu “stock.moons”',
    );
    expect(() => readTemplate(of({ kind: 'text', text: 'Có {stock.products:later}' }))).toThrow('Không có số liệu');
    const table = { kind: 'table', id: 't', caption: 'Bảng', rows: ['stock.star.9'], columns: ['value'] };
    expect(() => readTemplate(of(table))).toThrow('Không có số liệu “stock.star.9”');
  });

  it('the ready ones: annual, status, mid-term, periodic', () => {
    expect([...TEMPLATES.keys()]).toEqual(['annual', 'mid-term', 'periodic-table', 'programme-status']);
  });

  it('R14.3 numbers are written as offices write them, changes in words, plans in right words', () => {
    const template = readTemplate(
      JSON.stringify({
        ...{ id: 'x', version: 1, name: 'Mẫu', summary: 'Kết quả {period}', periods: ['year'] },
        sections: [
          {
            heading: 'I',
            blocks: [
              {
                kind: 'text',
                text: '{unit}: {stock.products}, {stock.products:before}, {stock.products:change}, {share.producers.cooperative}. {achievement}.',
              },
              {
                kind: 'table',
                id: 't',
                caption: 'Sao',
                rows: ['stock.star.3', 'stock.star.4', 'stock.products'],
                of: 'stock.products',
                columns: ['value', 'share'],
                hideZeros: true,
              },
            ],
          },
        ],
      }),
    );
    const counting = (values: Record<string, number>) => ({
      ...{ from: '2021-01-01', asOf: '2021-12-31', unitsAsOf: '2021-12-31' },
      figures: Object.entries(values).map(([id, value]) => ({
        id,
        label: id,
        value,
        unit: id.startsWith('share') ? '%' : 'sản phẩm',
        list: null,
      })),
    });
    const now = {
      'stock.products': 581,
      'stock.star.3': 464,
      'stock.star.4': 0,
      'share.producers.cooperative': 8.94,
      'period.recognised': 61,
      'period.plan': 35,
    };
    const made = compose({
      ...{ template, unitName: 'Tỉnh Bắc Giang', paragraphs: {} },
      period: { kind: 'calendarYear', year: 2021, part: 1, from: '2021-01-01', to: '2021-12-31' },
      figures: { now: counting(now), before: counting({ 'stock.products': 453 }), checks: [] },
    });
    expect(made.summary).toBe('Kết quả năm 2021');
    const [, text, table] = made.pieces;
    expect(text).toMatchObject({ kind: 'text' });
    expect(
      text?.kind === 'text' && text.spans.map((span) => (typeof span === 'string' ? span : span.words)).join(''),
    ).toBe('tỉnh Bắc Giang: 581, 453, tăng 128 sản phẩm, 8,94%. đạt 174,3% kế hoạch, vượt 74,3% (61/35).');
    expect(table?.kind === 'table' && table.rows.map(({ label }) => label)).toEqual(['stock.star.3', 'Tổng cộng']);
  });
});
