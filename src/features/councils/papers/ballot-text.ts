import { dayText } from '#law/days';
import { count } from '#platform/documents/words';
import { lastDayOf } from '../ballot-letters.ts';
import type { SessionRecord } from '../session-record.ts';

/**
 * What minutes, report and table say of written opinions: when they were asked for and how many answered, or why the
 * council came to meet. Null for a session that was a meeting from the beginning.
 */
export function ballotText(session: SessionRecord, answered: number, members: number): string | null {
  const { mode, metInstead, sentOn } = session;
  const sent = sentOn === null ? 'Phiếu lấy ý kiến' : `Phiếu lấy ý kiến gửi ngày ${dayText(sentOn)}`;
  if (metInstead)
    return `${sent}; đến ngày ${dayText(metInstead.on)} có ${count(metInstead.answered)}/${count(metInstead.members)} thành viên trả lời đủ. Hội đồng chuyển từ lấy ý kiến bằng văn bản sang họp vì: ${metInstead.reason}. Sản phẩm thảo luận và chấm lại: ${metInstead.products.join('; ')}. Phiếu nộp trước khi họp được giữ làm bản đầu; ý kiến về các sản phẩm khác giữ nguyên.`;
  if (mode !== 'written') return null;
  const until = sentOn === null ? '' : `, hạn trả lời ngày ${dayText(lastDayOf(session, sentOn))}`;
  return `${sent}${until}; ${count(answered)}/${count(members)} thành viên trả lời. Không có nội dung phải chuyển sang họp theo Quy chế.`;
}
