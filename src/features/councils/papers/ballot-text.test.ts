import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../session-record.ts';
import { ballotText } from './ballot-text.ts';

const written: SessionRecord = {
  ...{
    id: 's',
    state: 'opened',
    version: 3,
    council: 'c',
    councilName: 'Hội đồng',
    level: 'province',
    province: 'p',
    round: null,
    title: 'Phiên',
  },
  ...{ mode: 'written', heldOn: null, place: null, closesAt: new Date('2026-11-29T23:59:59+07:00'), agenda: null },
  ...{ metInstead: null, sentOn: '2026-11-22', cancelledFor: null, dossiers: ['d'] },
  regulation: {
    ...{ act: '02/QĐ', quorumPercent: 75, chairRequired: true, spreadLimit: 10, gateBasis: 'mean' },
    ...{ spreadFollows: 'discuss', starBy: 'mean', substitutes: 'department', reEvaluationBy: 'written' },
    ...{ ballotDays: 7, ballotAsks: 1, ballotSpread: 'meet', anonymous: 'named' },
  },
};

describe('Art. 7.6.d: what the papers say of written opinions', () => {
  it('tells when they were asked for and how many answered', () => {
    expect(ballotText(written, 6, 7)).toBe(
      'Phiếu lấy ý kiến gửi ngày 22/11/2026, hạn trả lời ngày 29/11/2026; 06/07 thành viên trả lời. Không có nội dung phải chuyển sang họp theo Quy chế.',
    );
  });

  it('tells why the council came to meet, and that the first versions stay', () => {
    const metInstead = {
      ...{ on: '2026-11-25', reason: 'Trà: 1 thành viên đề nghị họp', products: ['Trà'], answerBy: '2026-11-29' },
      ...{ answered: 3, members: 7 },
    };
    const text = ballotText({ ...written, mode: 'meeting', metInstead }, 7, 7);
    expect(text).toContain('đến ngày 25/11/2026 có 03/07 thành viên trả lời đủ');
    expect(text).toContain('sang họp vì: Trà: 1 thành viên đề nghị họp. Sản phẩm thảo luận và chấm lại: Trà.');
    expect(text).toContain('được giữ làm bản đầu');
  });

  it('says nothing of a meeting', () => {
    expect(ballotText({ ...written, mode: 'meeting' }, 7, 7)).toBeNull();
  });
});
