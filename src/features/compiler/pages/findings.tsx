import type { FormSource } from '#platform/http/context';
import { Button, Form, Note, StatusTag, TextField } from '#ui';
import type { Finding } from '../checks.ts';
import { reportPaths } from '../urls.ts';

interface Props {
  readonly report: { readonly id: string; readonly draftVersion: number };
  readonly findings: readonly Finding[];
  /** The office may mend and give reasons. */
  readonly open: boolean;
  readonly ctx: FormSource;
}

/** What does not fit in the report: what to do about each, and the reason where it is left so. */
export function Findings({ report, findings, open, ctx }: Props) {
  if (findings.length === 0) return <Note kind="good">Các tổng, tỷ lệ và số viết tay đều khớp.</Note>;
  return (
    <ul class="stack" aria-label="Điều chưa khớp">
      {findings.map((one) => (
        <li key={one.key} class="stack-2 line pb-4">
          <p class="row">
            <StatusTag
              status={one.kept === null ? 'paper.fix' : 'paper.present'}
              words={one.kept === null ? 'Cần xử lý' : 'Đã ghi lý do'}
            />
            <b>{one.message}</b>
          </p>
          <p class="ink2">
            {one.advice}
            {open && one.place !== null && (
              <>
                {' '}
                <a href={`${reportPaths.write(report.id)}#paragraphs.${one.place}`}>Sửa mục này</a>
              </>
            )}
          </p>
          {one.kept !== null && <p>Lý do giữ: {one.kept}</p>}
          {open && one.keepable && (
            <details>
              <summary>{one.kept === null ? 'Ghi lý do giữ' : 'Sửa lý do'}</summary>
              <Form
                action={reportPaths.keep(report.id)}
                state={ctx.form('report.keep', one.key)}
                version={report.draftVersion}
                hidden={{ finding: one.key }}
                class="stack-2"
              >
                <TextField
                  name="reason"
                  label="Lý do giữ"
                  hint="Để trống là bỏ lý do đã ghi"
                  value={one.kept}
                  optional
                />
                <Button small>Lưu lý do</Button>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
