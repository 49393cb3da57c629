import { dayOf } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { page, redirect } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, formatDay, Icon, TextArea } from '#ui';
import { findSheet, type SheetView } from '../member-read.ts';
import { councilPaths } from '../urls.ts';
import { isOpen } from './sheet.tsx';

/** A member's other answer to a ballot: this product must be discussed in a meeting, and why (R4.7). */
export const askMeetingPage = page({
  permission: 'sheet.askMeeting',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const sheet = await findSheet(ctx.db, id);
    if (!sheet) throw notFound();
    return sheet.mode === 'written' && isOpen(sheet) ? { sheet } : redirect(councilPaths.sheet(id));
  },
  head: ({ sheet }) => ({ title: `Đề nghị họp: ${sheet.product}`, here: councilPaths.mine }),
  view: ({ sheet }, ctx) => (
    <div class="stack-5">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.sheet(sheet.id)}>
            <Icon name="left" />
            Phiếu chấm: {sheet.product}
          </a>
        </p>
        <h1>Đề nghị họp thay vì lấy ý kiến bằng văn bản</h1>
        <p class="mut">{explain(sheet)}</p>
      </div>
      <Form
        action={councilPaths.askMeeting(sheet.id)}
        state={ctx.form('sheet.askMeeting')}
        version={sheet.version}
        class="stack-4"
      >
        <TextArea name="reason" label="Vì sao cần họp" rows={4} maxLength={1000} value={sheet.asked ?? undefined} />
        <Button kind="main">{sheet.asked ? 'Lưu đề nghị' : 'Gửi đề nghị họp'}</Button>
      </Form>
    </div>
  ),
});

const explain = ({ closesAt }: SheetView) =>
  `Chỉ họp khi có nhiều ý kiến khác nhau hoặc nội dung phức tạp cần thảo luận (Điều 7 khoản 6 điểm d). ${
    closesAt ? `Trả lời đến hết ngày ${formatDay(dayOf(new Date(closesAt)))}. ` : ''
  }Thư ký và Chủ tịch đọc được lý do. Nếu sau đó bạn nộp phiếu thì đề nghị này thôi.`;
