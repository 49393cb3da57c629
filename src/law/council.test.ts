import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { bestSheet } from '../../tests/support/sheets.ts';
import { councilResult, mayClose, type Seat, spread, starWithinProvince } from './council.ts';
import { findSet, loadRulebook } from './rulebooks.ts';
import { type Answers, indexSet, type SetIndex } from './scoring.ts';

const rulebook = await loadRulebook('26-2026');

function setNo(no: string) {
  const set = findSet(rulebook, no);
  if (!set) throw new Error(`không có bộ ${no}`);
  return { set, index: indexSet(set, rulebook.starBands) };
}

function councilOf(index: SetIndex, sheets: readonly Answers[]) {
  const named = sheets.map((answers, i) => ({ member: String(i + 1), answers }));
  const result = councilResult(index, named, { gateBasis: 'mean' });
  if (!result.ok) throw new Error(result.message);
  return result;
}

const ROLES: Readonly<Record<string, Seat['role']>> = {
  C: 'chair',
  P: 'viceChair',
  K: 'secretary',
  U: 'member',
  D: 'substitute',
};

function seat(code: string, at: number): Seat {
  const role = ROLES[code.charAt(0)];
  if (!role) throw new Error(`không có ghế ${code}`);
  return {
    name: `Ghế ${at + 1}`,
    role,
    submitted: code.endsWith('+'),
    absent: code.endsWith('-'),
    recused: code.endsWith('x'),
  };
}

/** A sheet of exactly `points` points, by taking options in turn. */
function sheetWorth(index: SetIndex, points: number): Answers {
  const reach = new Map<number, Record<string, string>>([[0, {}]]);
  for (const criterion of index.criteria) {
    for (const [sum, answers] of [...reach]) {
      for (const [id, option] of criterion.options) {
        if (!reach.has(sum + option.points)) reach.set(sum + option.points, { ...answers, [criterion.code]: id });
      }
    }
  }
  const found = reach.get(points);
  if (!found) throw new Error(`không ghép được ${points} điểm`);
  return found;
}

describe('who may close', () => {
  it.each(cases(import.meta.url, 'council.cases.md', 'Đóng phiên'))('%o', (row) => {
    const regulation = {
      quorumPercent: Number(cell(row, 'tỷ lệ tối thiểu')),
      chairRequired: cell(row, 'cần chủ tịch') === 'có',
    };
    const answer = mayClose(cell(row, 'ghế').split(' ').map(seat), regulation);
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
  });
});

describe('spread', () => {
  const { index } = setNo('1');

  it.each(cases(import.meta.url, 'council.cases.md', 'Chênh lệch'))('%o', (row) => {
    const result = councilOf(
      index,
      cell(row, 'điểm')
        .split(' ')
        .map((points) => sheetWorth(index, Number(points))),
    );
    const pairs = spread(result, Number(cell(row, 'giới hạn'))).map((one) => `${one.higher}-${one.lower}`);
    expect(pairs.join(' ')).toBe(cell(row, 'cặp'));
  });

  it('names the three criteria that cause most of it', () => {
    const { set, index: own } = setNo('1');
    const low = { ...bestSheet(set), '4.3': '4.3#1', '8': '8#1', '1.7': '1.7#1', '9': '9#1' };
    const [pair] = spread(councilOf(own, [low, bestSheet(set)]), 10);
    expect(pair).toEqual({
      higher: '2',
      lower: '1',
      difference: 14,
      causes: [
        { criterion: '4.3', difference: 5 },
        { criterion: '8', difference: 5 },
        { criterion: '9', difference: 3 },
      ],
    });
  });
});

describe('result', () => {
  const { set, index } = setNo('1');
  const best = bestSheet(set);

  it('89 + 90 + 91 over 3 is five stars by points, exactly', () => {
    const result = councilOf(
      index,
      [89, 90, 91].map((points) => sheetWorth(index, points)),
    );
    expect(result.mean).toEqual({ sum: 270, count: 3, text: '90,00' });
    expect(result.bandStar).toBe(5);
    expect(result.candidate).toBe(true);
  });

  it('a candidate without a five-star mark is one, and says so', () => {
    const result = councilOf(index, [{ ...best, '4.1': '4.1#3' }]);
    expect([result.candidate, result.candidateLacksGate, result.star, starWithinProvince(result)]).toEqual([
      true,
      true,
      4,
      4,
    ]);
    expect(starWithinProvince(councilOf(index, [best]))).toBe(4);
  });

  it('R3.11 an exclusion leaves no star, whatever the points', () => {
    const exclusion = { ground: 'forgery', reason: 'Giả mạo phiếu kiểm nghiệm' };
    const result = councilResult(index, [{ member: 'A', answers: best }], { gateBasis: 'mean', exclusion });
    if (!result.ok) throw new Error(result.message);
    expect([result.excluded, result.star, result.bandStar, result.candidate]).toEqual([true, null, 5, false]);
  });

  it('keeps parts and criteria as sums and counts', () => {
    const result = councilOf(index, [best, {}]);
    expect(result.parts).toEqual({ A: { sum: 40, count: 2 }, B: { sum: 25, count: 2 }, C: { sum: 35, count: 2 } });
    expect(result.criteria.find((one) => one.criterion === '9')).toEqual({
      criterion: '9',
      maxPoints: 5,
      got: [5, 0],
      sum: 5,
      count: 2,
    });
  });

  it.each([
    ['noSheets', []],
    ['repeatedMember', ['Nguyễn Văn A', 'Nguyễn  Văn A ']],
    ['repeatedMember', ['Nguyễn'.normalize('NFD'), 'Nguyễn'.normalize('NFC')]],
  ])('refuses %s', (code, members) => {
    const result = councilResult(
      index,
      members.map((member) => ({ member, answers: best })),
      { gateBasis: 'mean' },
    );
    expect(result.ok ? '' : result.code).toBe(code);
  });
});
