import { describe, expect, it } from 'vitest';
import { spreadParagraphs } from './spread-text.ts';

const mark = (points: number, note: string | null = null) => ({ points, note });
const pair = {
  ...{ higher: { name: 'Bà Hòa', total: 91 }, lower: { name: 'Ông Nam', total: 78 }, difference: 13 },
  causes: [
    { criterion: '1.1', title: 'Nguồn nguyên liệu', higher: mark(5, 'Có vùng trồng'), lower: mark(1) },
    { criterion: '7', title: 'Tính độc đáo', higher: mark(4), lower: mark(2, 'Chưa khác biệt') },
  ],
};
const base = { product: 'Miến', limit: 10 };

describe('R4.6 the paragraph of the minutes on a spread', () => {
  it('scored again: what it was, why, and how it ended', () => {
    const rounds = [
      { outcome: 'rescored' as const, reason: 'Thống nhất cách hiểu tiêu chí 1.1', mean: '84,50', pairs: [pair] },
    ];
    expect(spreadParagraphs({ ...base, rounds, now: { mean: '82,00', widest: 6, pairs: [] } })).toEqual([
      'Lần chấm 1, trung bình 84,50 điểm: Bà Hòa 91 điểm và Ông Nam 78 điểm, chênh 13 điểm. Chênh nhiều nhất ở tiêu chí ' +
        '1.1 Nguồn nguyên liệu (Bà Hòa 5 điểm, Ông Nam 1 điểm; Bà Hòa nhận xét: “Có vùng trồng”); 7 Tính độc đáo (Bà Hòa 4 điểm, ' +
        'Ông Nam 2 điểm; Ông Nam nhận xét: “Chưa khác biệt”). Hội đồng chấm lại. Lý do: Thống nhất cách hiểu tiêu chí 1.1.',
      'Sau khi chấm lại: trung bình 82,00 điểm, chênh lệch rộng nhất 6 điểm, trong giới hạn của Quy chế.',
    ]);
  });

  it('kept: one paragraph with the reason; several pairs are counted', () => {
    const rounds = [{ outcome: 'kept' as const, reason: 'Đã giải trình.', mean: '84,50', pairs: [pair, pair, pair] }];
    const [only, ...more] = spreadParagraphs({ ...base, rounds, now: { mean: '84,50', widest: 13, pairs: [pair] } });
    expect(only).toContain('3 cặp phiếu chênh quá 10 điểm, rộng nhất là Bà Hòa 91 điểm');
    expect(only).toMatch(/Hội đồng giữ kết quả\. Lý do: Đã giải trình\.$/);
    expect(more).toEqual([]);
  });

  it('nothing decided yet is said; never too far apart says nothing', () => {
    const [open] = spreadParagraphs({ ...base, rounds: [], now: { mean: '84,50', widest: 13, pairs: [pair] } });
    expect(open).toMatch(/^Bà Hòa 91 điểm.*Chưa xử lý\.$/);
    expect(spreadParagraphs({ ...base, rounds: [], now: { mean: '80,00', widest: 4, pairs: [] } })).toEqual([]);
  });
});
