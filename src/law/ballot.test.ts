import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { answerBy, type BallotAnswer, ballotStanding, causeToMeet } from './ballot.ts';

const ANSWERS: Readonly<Record<string, BallotAnswer>> = { N: 'in', H: 'asks', '-': 'open' };

describe('R4.7 written opinions', () => {
  it.each(cases(import.meta.url, 'ballot.cases.md', 'Hạn trả lời'))('%o', (row) => {
    expect(answerBy(cell(row, 'gửi'), { ballotDays: Number(cell(row, 'số ngày')) })).toBe(cell(row, 'hạn'));
  });

  it.each(cases(import.meta.url, 'ballot.cases.md', 'Đã trả lời chưa'))('%o', (row) => {
    const answers = cell(row, 'phiếu')
      .split(' ')
      .flatMap((letter) => ANSWERS[letter] ?? []);
    const { kind, open, left } = ballotStanding(answers, cell(row, 'hạn'), cell(row, 'hôm nay'));
    expect([kind, String(open), String(left)]).toEqual([
      ...[cell(row, 'tình trạng'), cell(row, 'còn phiếu'), cell(row, 'còn ngày')],
    ]);
  });

  it.each(cases(import.meta.url, 'ballot.cases.md', 'Chuyển sang họp'))('%o', (row) => {
    const widest = cell(row, 'chênh lệch');
    const cause = causeToMeet(
      { name: 'Trà', askers: Number(cell(row, 'đề nghị họp')), widest: widest === 'chưa mở' ? null : Number(widest) },
      {
        ballotDays: 7,
        ballotAsks: Number(cell(row, 'quy chế: số người')),
        ballotSpread: cell(row, 'quy chế: chênh lệch') === 'họp' ? 'meet' : 'settle',
        spreadLimit: Number(cell(row, 'giới hạn')),
      },
    );
    expect(cause ?? '').toBe(cell(row, 'vì sao'));
  });
});
