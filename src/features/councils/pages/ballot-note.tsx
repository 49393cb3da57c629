import { dayOf } from '#platform/clock';
import { formatDay, Note } from '#ui';
import type { SheetView } from '../member-read.ts';
import { councilPaths } from '../urls.ts';

/** On an open sheet of a ballot: until when it is answered, and the way to ask for a meeting instead. */
export function BallotNote({ sheet }: { sheet: SheetView }) {
  const until = sheet.closesAt ? ` đến hết ngày ${formatDay(dayOf(new Date(sheet.closesAt)))}` : '';
  return (
    <div class="mb-6">
      {sheet.asked === null ? (
        <Note kind="info" title={`Lấy ý kiến bằng văn bản, trả lời${until}.`}>
          Nộp phiếu là trả lời. Nếu cần thảo luận:{' '}
          <a href={councilPaths.askMeeting(sheet.id)}>đề nghị họp về sản phẩm này</a>.
        </Note>
      ) : (
        <Note kind="soon" title="Bạn đã đề nghị họp về sản phẩm này.">
          Lý do: {sheet.asked.replace(/[.\s]+$/, '')}. <a href={councilPaths.askMeeting(sheet.id)}>Sửa lý do</a>, hoặc
          chấm và nộp phiếu thì đề nghị thôi.
        </Note>
      )}
    </div>
  );
}
