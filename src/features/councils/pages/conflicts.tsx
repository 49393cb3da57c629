import { TIE_KINDS } from '#law/conflicts';
import { quorum } from '#law/council';
import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, Form, Icon, Note, SelectField, TextArea, TextField } from '#ui';
import { isBlindTo } from '../blind.ts';
import { type ConflictRow, sessionConflicts, sessionTies, type TieRow } from '../conflicts-read.ts';
import { type BoardRow, sessionBoard } from '../queries.ts';
import { findSession, type SessionRecord, type SessionSeat, sessionSeats, steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';

/** Conflicts of interest of a session: what was found, what to do about each, who has stepped back, the quorum a product. */
export const conflictsPage = page({
  permission: 'session.readConflicts',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = await findSession(ctx.db, id);
    // Signs of a conflict tell whose product it is.
    if (!session || (await isBlindTo(ctx.db, id, ctx.actor.account))) throw notFound();
    const hidden = await steppedBackFrom(ctx.db, id, ctx.actor.account);
    const [conflicts, ties, board, seats] = await Promise.all([
      sessionConflicts(ctx.db, id, ctx.day, ctx.actor.account),
      sessionTies(ctx.db, id),
      sessionBoard(ctx.db, id, ctx.actor.account),
      sessionSeats(ctx.db, id),
    ]);
    const shown = board.filter(({ dossier }) => !hidden.has(dossier));
    const names = new Set(shown.map(({ product }) => product));
    const running = session.state === 'preparing' || session.state === 'scoring';
    return {
      ...{ session, seats, board: shown, own: ctx.actor.account, running },
      conflicts: conflicts.filter(({ dossier }) => !hidden.has(dossier)),
      ties: ties.filter(({ product }) => names.has(product)),
      may: {
        keep: running && (await ctx.may('session.keepConflict', id)),
        recuse: running && (await ctx.may('session.recuse', id)),
        tie: running && (await ctx.may('session.recordTie', id)),
      },
    };
  },
  head: ({ session }) => ({ title: `Xung đột lợi ích: ${session.title}`, here: '/hoi-dong' }),
  view: ({ session, seats, board, conflicts, ties, own, may }, ctx) => {
    const open = conflicts.filter(({ outcome }) => outcome === 'open');
    const settled = conflicts.filter(({ outcome }) => outcome !== 'open');
    return (
      <div class="stack-7">
        <div>
          <p class="mb-1">
            <a class="crumb" href={councilPaths.session(session.id)}>
              <Icon name="left" />
              {session.title}
            </a>
          </p>
          <h1>Xung đột lợi ích</h1>
          <p class="mut">
            Hệ thống so thành viên với chủ thể, xã, người đại diện và các đơn vị đã hỗ trợ, kiểm tra sản phẩm. Đây là
            dấu hiệu; người có thẩm quyền quyết định và ghi lý do.
          </p>
        </div>
        <section class="stack-4" aria-labelledby="can-xu-ly">
          <h2 id="can-xu-ly">Cần xử lý trước khi chấm: {open.length}</h2>
          {open.length === 0 && <Note kind="good" title="Không còn dấu hiệu nào chưa xử lý." />}
          <div class="grid gap-4 tablet:grid-cols-2">
            {open.map((one) => (
              <Sign
                key={`${one.seat}${one.dossier}${one.kind}`}
                of={one}
                session={session}
                may={may}
                own={own}
                ctx={ctx}
              />
            ))}
          </div>
        </section>
        {settled.length > 0 && <Settled rows={settled} />}
        <QuorumByProduct board={board} seats={seats} session={session} />
        <Ties rows={ties} board={board} session={session} may={may.tie} ctx={ctx} />
      </div>
    );
  },
});

interface SignProps {
  of: ConflictRow;
  session: SessionRecord;
  may: { keep: boolean; recuse: boolean };
  own: string;
  ctx: FormSource;
}

/** One sign, settled in one of two ways with a reason. */
function Sign({ of, session, may, own, ctx }: SignProps) {
  const path = councilPaths.conflicts(session.id);
  const keep = may.keep && of.account !== own;
  return (
    <article class="box stack-3">
      <h3 class="text-base">
        {of.member}: {of.product}
      </h3>
      <p>{of.words}</p>
      {(keep || may.recuse) && (
        <Form
          action={keep ? `${path}/van-cham` : `${path}/rut`}
          state={ctx.form(keep ? 'session.keepConflict' : 'session.recuse', session.id)}
          version={session.version}
          hidden={{ seat: of.seat, dossier: of.dossier, kind: of.kind }}
          class="stack-3"
        >
          <TextArea name="reason" label={`Lý do, ${of.member}: ${of.product}`} rows={2} />
          <div class="row tight">
            <Button formAction={`${path}/rut`}>Không tham gia chấm</Button>
            {keep && <Button>Vẫn chấm</Button>}
          </div>
        </Form>
      )}
      {!keep && may.keep && <p class="sm mut">Xung đột của chính bạn: cơ quan OCOP tỉnh quyết có cho chấm không.</p>}
    </article>
  );
}

function Settled({ rows }: { rows: readonly ConflictRow[] }) {
  return (
    <DataTable
      rows={rows}
      caption="Dấu hiệu đã xử lý"
      showCaption
      keyOf={(row) => `${row.seat}${row.dossier}${row.kind}`}
      columns={[
        { head: 'Thành viên', rowHead: true, cell: (row) => row.member },
        { head: 'Sản phẩm', cell: (row) => row.product },
        { head: 'Dấu hiệu', cell: (row) => row.words },
        { head: 'Xử lý', cell: (row) => (row.outcome === 'kept' ? 'Vẫn chấm' : 'Không tham gia chấm') },
        { head: 'Lý do', cell: (row) => row.reason ?? '' },
      ]}
    />
  );
}

interface QuorumProps {
  board: readonly BoardRow[];
  seats: readonly SessionSeat[];
  session: SessionRecord;
}

/** Who steps back is missing from that product alone: the quorum is counted anew for each. */
function QuorumByProduct({ board, seats, session }: QuorumProps) {
  const rows = board.map((row) => {
    const lawSeats = seats
      .filter((one) => one.role !== 'substitute' || one.standsFor !== null)
      .map((one) => ({
        ...{ name: one.name, role: one.role, submitted: false, absent: one.absent },
        recused: row.recused.includes(one.seat),
      }));
    const answer = quorum(lawSeats, session.regulation);
    const back = seats.filter(({ seat }) => row.recused.includes(seat)).map(({ name }) => name);
    return { row, back, words: answer.ok ? 'Đủ túc số' : answer.message };
  });
  return (
    <DataTable
      rows={rows}
      caption="Túc số từng sản phẩm"
      showCaption
      keyOf={({ row }) => row.dossier}
      columns={[
        { head: 'Sản phẩm', rowHead: true, cell: ({ row }) => row.product },
        { head: 'Không tham gia chấm', cell: ({ back }) => back.join(', ') || 'Không có ai' },
        { head: 'Túc số', cell: ({ words }) => words },
      ]}
    />
  );
}

interface TiesProps {
  rows: readonly TieRow[];
  board: readonly BoardRow[];
  session: SessionRecord;
  may: boolean;
  ctx: FormSource;
}

/** Who advised, funded, inspected, or helped to write: the list and the form to add to it. */
function Ties({ rows, board, session, may, ctx }: TiesProps) {
  return (
    <section class="stack-4" aria-labelledby="don-vi">
      <h2 id="don-vi">Ai đã hỗ trợ, kiểm tra sản phẩm</h2>
      {rows.length === 0 ? (
        <p class="mut">Chưa ghi đơn vị, người nào.</p>
      ) : (
        <DataTable
          rows={rows}
          caption="Đơn vị, người đã hỗ trợ hoặc kiểm tra"
          keyOf={(row) => row.id}
          columns={[
            { head: 'Sản phẩm', rowHead: true, cell: (row) => row.product },
            { head: 'Việc', cell: (row) => TIE_KINDS[row.kind] },
            { head: 'Đơn vị, người', cell: (row) => [row.person, row.organisation].filter(Boolean).join(', ') },
            { head: 'Năm', cell: (row) => row.year ?? '' },
            { head: 'Ghi chú', cell: (row) => row.note ?? '' },
          ]}
        />
      )}
      {may && board.length > 0 && (
        <details>
          <summary>Ghi thêm đơn vị hoặc người</summary>
          <Form
            action={`${councilPaths.conflicts(session.id)}/don-vi`}
            state={ctx.form('session.recordTie', session.id)}
            version={session.version}
            class="stack-4 mt-4"
          >
            <SelectField
              name="dossier"
              label="Sản phẩm"
              choices={board.map((one) => ({ value: one.dossier, label: one.product }))}
            />
            <SelectField
              name="kind"
              label="Việc đã làm"
              choices={Object.entries(TIE_KINDS).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              name="organisation"
              label="Đơn vị"
              optional="sometimes"
              hint="Ghi đơn vị, hoặc người, hoặc cả hai."
            />
            <TextField name="person" label="Người" optional="sometimes" />
            <TextField name="year" label="Năm" width="num" inputMode="numeric" optional />
            <TextField name="note" label="Ghi chú" optional />
            <Button>Ghi thêm</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
