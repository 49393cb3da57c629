import { CONFLICT_KINDS } from '#law/conflicts';
import { quorum } from '#law/council';
import type { FormSource } from '#platform/http/context';
import {
  Button,
  type CellState,
  DataTable,
  Form,
  Seats,
  SelectField,
  StatusTag,
  SubmittedMatrix,
  TextArea,
  TextField,
} from '#ui';
import type { BoardRow } from '../queries.ts';
import { seatRoles, substituteRules } from '../schema.ts';
import type { SessionRecord, SessionSeat } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

export type May = Readonly<Record<string, boolean>>;

/** Seats with absence, quorum in words, and the forms to record absence or stepping back. */
export function Attendance({
  seats,
  scoring,
  session,
  may,
  ctx,
}: {
  seats: readonly SessionSeat[];
  scoring: readonly SessionSeat[];
  session: SessionRecord;
  may: May;
  ctx: FormSource;
}) {
  const lawSeats = seats
    .filter((one) => one.role !== 'substitute' || one.standsFor !== null)
    .map((one) => ({ name: one.name, role: one.role, submitted: false, absent: one.absent, recused: false }));
  const answer = quorum(lawSeats, session.regulation);
  const running = session.state === 'preparing' || session.state === 'scoring';
  const path = councilPaths.session(session.id);
  const members = seats.filter((one) => one.role !== 'secretary' && !one.absent);
  const absent = seats.filter((one) => one.absent);
  return (
    <section class="stack-4">
      <Seats
        seats={seats
          .filter((one) => one.role !== 'substitute' || one.standsFor !== null)
          .map((one) => ({
            name: `${one.name}, ${seatRoles[one.role]}`,
            present: !one.absent,
            note: one.absent ? `Vắng: ${one.absenceReason ?? ''}` : one.organisation,
          }))}
        quorum={answer.ok ? `Đủ túc số, ${scoring.length} người chấm` : answer.message}
        enough={answer.ok}
        called={session.state === 'preparing' && session.mode === 'meeting'}
        {...(session.mode === 'written' ? { present: 'Được lấy ý kiến' } : {})}
      />
      {running && may.recordAbsence && (
        <details>
          <summary>Ghi nhận vắng mặt</summary>
          <Form
            action={`${path}/vang-mat`}
            state={ctx.form('session.recordAbsence', session.id)}
            version={session.version}
            class="stack-4 mt-4"
          >
            <SelectField
              name="seat"
              label="Thành viên"
              empty="Chọn thành viên"
              choices={members.map((one) => ({ value: one.seat, label: one.name }))}
            />
            <TextField name="reason" label="Lý do vắng" />
            {session.state === 'preparing' && (
              <SelectField
                name="standsIn"
                label="Người thay"
                optional
                empty="Không có"
                choices={seats
                  .filter((one) => one.role === 'substitute')
                  .map((one) => ({ value: one.seat, label: `${one.name}, ${one.organisation}` }))}
                hint={`Quy chế: ${substituteRules[session.regulation.substitutes]}`}
              />
            )}
            <Button>Ghi nhận vắng mặt</Button>
          </Form>
        </details>
      )}
      {running && may.recordPresence && absent.length > 0 && (
        <details>
          <summary>Sửa lại thành có mặt</summary>
          <Form
            action={`${path}/co-mat`}
            state={ctx.form('session.recordPresence', session.id)}
            version={session.version}
            class="stack-4 mt-4"
          >
            <SelectField
              name="seat"
              label="Thành viên đã ghi vắng"
              choices={absent.map((one) => ({ value: one.seat, label: one.name }))}
            />
            <TextField name="reason" label="Lý do sửa lại" />
            <Button>Ghi nhận có mặt</Button>
          </Form>
        </details>
      )}
    </section>
  );
}

/** Who has handed in for which product; nothing about points. */
export function Matrix({
  board,
  scoring,
  session,
  may,
  mayReopen,
  mayWatch,
  own,
  ctx,
}: {
  board: readonly BoardRow[];
  scoring: readonly SessionSeat[];
  session: SessionRecord;
  may: May;
  mayReopen: boolean;
  /** May learn which sheets are in before the scores are opened. */
  mayWatch: boolean;
  /** The account of a member, who steps back for none but themselves; null for the offices. */
  own: string | null;
  ctx: FormSource;
}) {
  const path = councilPaths.session(session.id);
  const running = session.state === 'preparing' || session.state === 'scoring';
  return (
    <section class="stack-4" aria-labelledby="san-pham">
      <h2 id="san-pham">{board.length} sản phẩm</h2>
      {!mayWatch && <Products board={board} scoring={scoring} />}
      {mayWatch && (
        <SubmittedMatrix
          members={scoring.map((one) => one.name)}
          caption="Ai đã nộp phiếu cho sản phẩm nào"
          rows={board.map((row) => ({
            name: row.product,
            who: row.producer,
            ...(row.blind ? {} : { href: `/ho-so/${row.dossier}` }),
            cells: scoring.map((seat) => cellOf(row, seat)),
            end: standingOf(row),
          }))}
        />
      )}
      {running && may.recuse && board.length > 0 && (
        <details>
          <summary>Ghi nhận không tham gia chấm (xung đột lợi ích)</summary>
          <Form
            action={`${path}/tranh-cham`}
            state={ctx.form('session.recuse', session.id)}
            version={session.version}
            class="stack-4 mt-4"
          >
            <SelectField
              name="seat"
              label="Thành viên"
              empty={own === null ? 'Chọn thành viên' : undefined}
              choices={scoring
                .filter(({ account }) => own === null || account === own)
                .map((one) => ({ value: one.seat, label: one.name }))}
            />
            <SelectField
              name="dossier"
              label="Sản phẩm"
              empty="Chọn sản phẩm"
              choices={board.map((one) => ({ value: one.dossier, label: one.product }))}
            />
            <SelectField
              name="kind"
              label="Loại xung đột"
              value={'other' satisfies keyof typeof CONFLICT_KINDS}
              wide
              choices={Object.entries(CONFLICT_KINDS).map(([value, label]) => ({ value, label }))}
            />
            <TextArea name="reason" label="Lý do" rows={2} />
            <Button>Ghi nhận</Button>
          </Form>
        </details>
      )}
      {session.state === 'scoring' && mayReopen && <Reopen board={board} scoring={scoring} ctx={ctx} />}
    </section>
  );
}

const standingOf = (row: BoardRow) =>
  row.hasReport ? <StatusTag status={`dossier.${row.state}`} /> : 'Chưa có báo cáo Tổ tư vấn';

const productLink = (row: BoardRow) => (row.blind ? row.product : <a href={`/ho-so/${row.dossier}`}>{row.product}</a>);

/** The products for those who may not know which sheets are in; who stepped back stands beside for those who may know. */
function Products({ board, scoring }: { board: readonly BoardRow[]; scoring: readonly SessionSeat[] }) {
  const backOf = (row: BoardRow) => scoring.filter(({ seat }) => row.recused.includes(seat)).map(({ name }) => name);
  const steppedBack = { head: 'Không tham gia chấm', cell: (row: BoardRow) => backOf(row).join(', ') || 'Không có ai' };
  return (
    <DataTable
      rows={board}
      caption="Sản phẩm của phiên"
      keyOf={(row) => row.dossier}
      columns={[
        { head: 'Sản phẩm', rowHead: true, cell: productLink },
        { head: 'Chủ thể', cell: (row) => row.producer },
        { head: 'Mã số', cell: (row) => row.productCode ?? '' },
        ...(board.some((row) => row.recused.length > 0) ? [steppedBack] : []),
        { head: 'Trạng thái', cell: standingOf },
      ]}
    />
  );
}

function cellOf(row: BoardRow, seat: SessionSeat): CellState {
  if (row.recused.includes(seat.seat)) return 'recused';
  const sheet = row.sheets.find((one) => one.seat === seat.seat);
  return sheet?.submitted ? 'in' : 'out';
}

/** The chair opens a submitted sheet again, without seeing it (U32). */
function Reopen({
  board,
  scoring,
  ctx,
}: {
  board: readonly BoardRow[];
  scoring: readonly SessionSeat[];
  ctx: FormSource;
}) {
  const submitted = board.flatMap((row) =>
    row.sheets
      .filter((one) => one.submitted)
      .map((sheet) => ({ row, sheet, seat: scoring.find((s) => s.seat === sheet.seat) })),
  );
  if (submitted.length === 0) return null;
  return (
    <details>
      <summary>Mở lại phiếu đã nộp</summary>
      <ul class="stack-4 mt-4">
        {submitted.map(({ row, sheet, seat }) => (
          <li key={sheet.id}>
            <Form
              action={`/cham/${sheet.id}/mo-lai`}
              state={ctx.form('sheet.reopen', sheet.id)}
              version={sheet.version}
              class="row items-end"
            >
              <TextField name="reason" label={`Lý do mở lại phiếu của ${seat?.name ?? ''}: ${row.product}`} />
              <Button>Mở lại phiếu</Button>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  );
}
