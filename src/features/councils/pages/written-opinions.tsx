import { formatDay, Note } from '#ui';
import type { SessionRecord } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** On the page of a session: that it goes by written opinions or came to meet, and the way to who has answered. */
export function WrittenOpinions({ session, mayRead }: { session: SessionRecord; mayRead: boolean }) {
  const { mode, metInstead, sentOn } = session;
  if (mode !== 'written' && metInstead === null) return null;
  const way = mayRead && sentOn !== null && (
    <>
      {' '}
      <a href={councilPaths.ballot(session.id)}>Ai đã trả lời, nhắc và chuyển sang họp</a>
    </>
  );
  if (metInstead)
    return (
      <Note kind="info" title={`Lấy ý kiến bằng văn bản, chuyển sang họp từ ngày ${formatDay(metInstead.on)}.`}>
        Lý do: {metInstead.reason}.{way}
      </Note>
    );
  return (
    <Note kind="info" title="Lấy ý kiến bằng văn bản, không họp.">
      Đánh giá lại được chấm trên cùng mẫu phiếu (Điều 7 khoản 6 điểm d).{way}
    </Note>
  );
}
