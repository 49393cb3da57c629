import { mayClose } from '#law/council';
import type { FormSource } from '#platform/http/context';
import { Button, FileField, Form, Note, TextField } from '#ui';
import { LEVELS } from '../level.ts';
import type { BoardRow } from '../queries.ts';
import type { StoredResult } from '../results-read.ts';
import type { SessionRecord, SessionSeat } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import { ReportLinks } from './report-links.tsx';
import type { May } from './session-parts.tsx';

interface Data {
  readonly session: SessionRecord;
  readonly seats: readonly SessionSeat[];
  readonly board: readonly BoardRow[];
  readonly results: readonly StoredResult[];
  readonly may: May;
}

/** The next act of the session: named, allowed now, or one sentence why not and who can (U25). */
export function SessionActs({ data, ctx, scoring }: { data: Data; ctx: FormSource; scoring: readonly SessionSeat[] }) {
  const { session, board, may } = data;
  const path = councilPaths.session(session.id);
  switch (session.state) {
    case 'preparing': {
      const missing = missingToStart(board, session);
      if (board.length === 0) {
        return (
          <Note kind="soon" title="Chưa xếp hồ sơ nào vào phiên.">
            {may.setAgenda ? (
              <a href={councilPaths.agenda(session.id)}>Chọn hồ sơ của đợt và xếp chương trình</a>
            ) : (
              'Cơ quan OCOP tỉnh xếp hồ sơ của đợt vào phiên này.'
            )}
          </Note>
        );
      }
      if (!may.start) return <Note kind="info" title="Phiên đang chuẩn bị." />;
      const meets = session.mode === 'meeting' && board.some((one) => one.kind === 'reEvaluation');
      return (
        <Form action={`${path}/bat-dau`} state={ctx.form('session.start')} version={session.version} class="stack-4">
          {missing.map((words) => (
            <Note key={words} kind="soon" title={words} />
          ))}
          {may.setAgenda && <ReportLinks rows={board} level={session.level} />}
          {meets && <TextField name="meetingReason" label="Lý do họp trực tiếp để đánh giá lại" optional />}
          <p class="mut">Mỗi người chấm nhận một phiếu cho mỗi sản phẩm. Sau khi bắt đầu không thay hồ sơ được nữa.</p>
          <Button kind="main" icon="scales" off={missing.length > 0 ? missing[0] : undefined}>
            Bắt đầu chấm
          </Button>
        </Form>
      );
    }
    case 'scoring': {
      const waiting = closeProblem(data, scoring);
      if (!may.close) return <Note kind="info" title="Đang chấm. Thư ký đóng phiếu khi đủ." />;
      return (
        <Form action={`${path}/dong-phieu`} state={ctx.form('session.close')} version={session.version} class="stack-4">
          <Button kind="main" icon="lock" off={waiting ?? undefined}>
            Đóng phiếu
          </Button>
        </Form>
      );
    }
    case 'closed':
      if (!may.open) return <Note kind="info" title="Đã đóng phiếu. Thư ký mở điểm." />;
      return (
        <Form action={`${path}/mo-diem`} state={ctx.form('session.open')} version={session.version} class="stack-4">
          <p>
            Mở điểm {board.length} sản phẩm: kiểm tra niêm phong từng phiếu, tính trung bình, điều kiện sao và chênh
            lệch. Mở rồi thì không đóng lại được.
          </p>
          <Button kind="main" icon="eye">
            Mở điểm
          </Button>
        </Form>
      );
    case 'opened':
      return may.conclude ? <Conclude data={data} ctx={ctx} path={path} /> : null;
    default:
      return (
        <Note
          kind="good"
          title={`Biên bản đã chốt. Cơ quan OCOP ${data.session.level === 'central' ? 'của Bộ' : 'tỉnh'} lập tờ trình và quyết định.`}
        />
      );
  }
}

function missingToStart(board: readonly BoardRow[], session: SessionRecord): string[] {
  const missing: string[] = [];
  const without = board.filter((one) => !one.hasReport).map((one) => one.product);
  if (without.length > 0) missing.push(`Chưa ghi báo cáo của Tổ tư vấn: ${without.join('; ')}.`);
  const mustMeet = session.mode === 'written' ? board.filter((one) => one.kind !== 'reEvaluation') : [];
  if (mustMeet.length > 0) missing.push(`Phải họp để chấm: ${mustMeet.map((one) => one.product).join('; ')}.`);
  return missing;
}

/** What keeps the session from closing, asked of the law with what the board knows. */
function closeProblem({ session, seats, board }: Data, scoring: readonly SessionSeat[]): string | null {
  for (const row of board) {
    const lawSeats = seats
      .filter((one) => one.role !== 'substitute' || one.standsFor !== null)
      .map((one) => {
        const submitted = row.sheets.some((sheet) => sheet.seat === one.seat && sheet.submitted);
        return {
          name: one.name,
          role: one.role,
          submitted,
          absent: one.absent && !submitted,
          recused: row.recused.includes(one.seat),
        };
      });
    const answer = mayClose(lawSeats, session.regulation);
    if (!answer.ok) return `${row.product}: ${answer.message}`;
  }
  return scoring.length === 0 ? 'Chưa có người chấm.' : null;
}

function Conclude({ data, ctx, path }: { data: Data; ctx: FormSource; path: string }) {
  const open = data.results.filter(
    (one) =>
      one.spread.length > 0 &&
      one.spreadAccepted === null &&
      data.board.some((row) => row.dossier === one.dossier && row.state === LEVELS[data.session.level].sitting),
  );
  return (
    <Form
      action={`${path}/chot`}
      state={ctx.form('session.conclude')}
      version={data.session.version}
      files
      class="stack-4"
    >
      {open.length > 0 && (
        <Note kind="soon" title={`${open.length} sản phẩm chênh lệch quá mức của quy chế.`}>
          Chấm lại hoặc ghi lý do giữ kết quả: {open.map((one) => one.product).join('; ')}.
        </Note>
      )}
      <TextField name="minutesNumber" label="Số biên bản" width="mid" optional />
      <FileField
        name="minutesFile"
        label="Biên bản đã ký"
        hint="PDF hoặc ảnh, tối đa 20 MB. Mất mạng thì gửi tiếp từ chỗ dừng."
        paper
        parts="evidence"
        optional
      />
      <Button kind="main" icon="stamp" off={open.length > 0 ? 'Còn chênh lệch chưa xử lý.' : undefined}>
        Chốt biên bản
      </Button>
    </Form>
  );
}
