// The totals members of a former council gave, as an officer types them from paper.
import { invalid } from '#platform/refusal';

/** One member's total on paper. */
export interface PastSheet {
  readonly member: string;
  readonly organisation: string | null;
  /** 0 to 100, whole. */
  readonly total: number;
}

const LINE = /^([^;]+)(?:;([^;]*))?;\s*(\d{1,3})\s*$/;
const MOST = 30;

/** Reads "Nguyễn Văn A; Phòng Kinh tế; 62", a line a member; the organisation may be left out. Refuses with the line's number. */
export function pastSheets(text: string | undefined): PastSheet[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MOST) throw invalid('sheets', `Nhiều nhất ${MOST} thành viên`);
  return lines.map((line, at) => {
    const [, member = '', organisation = '', total = ''] = LINE.exec(line) ?? [];
    if (member.trim() === '' || Number(total) > 100)
      throw invalid('sheets', `Dòng ${at + 1}: ghi “Họ tên; đơn vị; điểm”, điểm là số nguyên từ 0 đến 100`);
    return { member: member.trim(), organisation: organisation.trim() || null, total: Number(total) };
  });
}

/** Whether the totals have the mean that is entered (two decimals, cut or rounded); true where either is unknown. */
export function totalsFit(sheets: readonly PastSheet[], points: number | undefined): boolean {
  if (sheets.length === 0 || points === undefined) return true;
  const hundredths = (sheets.reduce((sum, one) => sum + one.total, 0) * 100) / sheets.length;
  return Math.abs(Math.round(points * 100) - hundredths) < 1;
}
