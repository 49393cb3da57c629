import type { FormSource } from '#platform/http/context';
import { Button, Form, Note, TextArea } from '#ui';
import { levelOf } from '../acts.ts';
import { unsettled } from '../checks.ts';
import type { Shown } from '../printing.ts';
import { reportPaths } from '../urls.ts';

/** What the reader may do with the report as it stands. */
export interface Allowed {
  readonly write: boolean;
  readonly send: boolean;
  readonly accept: boolean;
  readonly giveBack: boolean;
  readonly correct: boolean;
  readonly discard: boolean;
  readonly history: boolean;
}

/** Sending, accepting, giving back, correcting: each where it is this reader's to do. */
export function ReportActs({ data, ctx }: { data: Shown & { allowed: Allowed }; ctx: FormSource }) {
  const { report, allowed, frozen } = data;
  const { id, version } = report;
  const level = levelOf(report);
  const send = { commune: 'Gửi báo cáo lên tỉnh', province: 'Gửi báo cáo lên Bộ', country: 'Ban hành báo cáo' }[level];
  const left = unsettled(frozen.findings).length;
  return (
    <div class="stack-5">
      {allowed.send && (
        <section class="stack">
          <h2>{send}</h2>
          {left > 0 && <Note kind="soon">Còn {left} điều cần sửa hoặc ghi lý do ở mục Kiểm tra số liệu.</Note>}
          <p>
            Khi {level === 'country' ? 'ban hành' : 'gửi'}, câu hỏi, số liệu và lời văn được chốt lại; sửa sau đó là một
            bản mới có lý do.
          </p>
          <Form action={reportPaths.send(id)} state={ctx.form('report.sendUp')} version={version}>
            <Button kind="main" icon="send">
              {send}
            </Button>
          </Form>
        </section>
      )}
      {allowed.accept && (
        <section class="stack">
          <h2>Tiếp nhận</h2>
          <Form action={reportPaths.accept(id)} state={ctx.form('report.takeIn')} version={version}>
            <Button kind="main" icon="check">
              Tiếp nhận báo cáo
            </Button>
          </Form>
        </section>
      )}
      {allowed.giveBack && (
        <Reasoned
          ctx={ctx}
          form="report.handBack"
          action={reportPaths.giveBack(id)}
          version={version}
          title="Trả lại để sửa"
          words="Trả lại báo cáo"
          label="Lý do trả lại"
        />
      )}
      {allowed.correct && (
        <Reasoned
          ctx={ctx}
          form="report.amend"
          action={reportPaths.correct(id)}
          version={version}
          title="Đính chính"
          words="Mở bản đính chính"
          label="Lý do đính chính"
        />
      )}
      {allowed.discard && (
        <Form action={reportPaths.discard(id)} state={ctx.form('report.throwAway')} version={version}>
          <Button>Bỏ bản nháp này</Button>
        </Form>
      )}
    </div>
  );
}

interface ReasonedProps {
  readonly ctx: FormSource;
  readonly form: string;
  readonly action: string;
  readonly version: number;
  readonly title: string;
  readonly words: string;
  readonly label: string;
}

const Reasoned = ({ ctx, form, action, version, title, words, label }: ReasonedProps) => (
  <section class="stack">
    <h2>{title}</h2>
    <Form action={action} state={ctx.form(form)} version={version} class="stack">
      <TextArea name="reason" label={label} rows={3} maxLength={1000} />
      <Button>{words}</Button>
    </Form>
  </section>
);
