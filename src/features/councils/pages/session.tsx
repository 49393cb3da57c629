import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, formatDay, formatMoment, Note, StatusTag } from '#ui';
import { type BoardRow, sessionBoard } from '../queries.ts';
import { sessionResults } from '../results-read.ts';
import { sessionModes } from '../schema.ts';
import { findSession, type SessionRecord, scoringSeats, sessionSeats } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import { OpenedProducts } from './opened.tsx';
import { SessionActs } from './session-acts.tsx';
import { Attendance, Matrix } from './session-parts.tsx';

/**
 * The board of a session: who is there, who has handed in, what is missing, what can be done now (U26). Before the scores
 * are opened it knows nothing of points (U31).
 */
export const sessionPage = page({
  permission: 'session.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const session = await findSession(ctx.db, id);
    if (!session) throw notFound();
    const mayRead = await ctx.may('result.read', id);
    const [seats, board, results] = await Promise.all([
      sessionSeats(ctx.db, id),
      sessionBoard(ctx.db, id),
      mayRead ? sessionResults(ctx.db, id) : [],
    ]);
    const verbs = [
      'setAgenda',
      'cancel',
      'start',
      'recordAbsence',
      'recordPresence',
      'recuse',
      'close',
      'open',
      'rescore',
      'acceptSpread',
      'conclude',
    ];
    const may = Object.fromEntries(
      await Promise.all(verbs.map(async (verb) => [verb, await ctx.may(`session.${verb}`, id)] as const)),
    );
    const mayReopen = await ctx.may('sheet.reopen');
    // Who scores or looks on learns nothing of other sheets before opening, not even which are in (S14, U31).
    const mayWatch = may.close === true || mayReopen;
    return { session, seats, board: mayWatch ? board : board.map(withoutSheets), results, may, mayReopen, mayWatch };
  },
  head: ({ session }) => ({ title: session.title, here: '/hoi-dong' }),
  view: (data, ctx) => {
    const { session, may } = data;
    return (
      <div class="stack-7">
        <div class="row between">
          <div>
            <h1>{session.title}</h1>
            <p class="mut">{sessionModes[session.mode]}</p>
          </div>
          <div class="row tight">
            <StatusTag status={`session.${session.state}`} />
            {session.state === 'preparing' && may.setAgenda && (
              <Button href={councilPaths.agenda(session.id)}>Xếp chương trình, hồ sơ</Button>
            )}
            {session.state === 'preparing' && may.cancel && (
              <Button href={councilPaths.cancel(session.id)}>Hủy phiên</Button>
            )}
          </div>
        </div>
        {session.mode === 'written' && (
          <Note kind="info" title="Lấy ý kiến bằng văn bản, không họp.">
            Đánh giá lại được chấm trên cùng mẫu phiếu (Điều 7 khoản 6 điểm d).
          </Note>
        )}
        {session.state === 'cancelled' && (
          <Note kind="stop" title="Phiên đã hủy trước khi chấm.">
            Lý do: {session.cancelledFor?.replace(/[.\s]+$/, '')}. Hồ sơ của phiên đã trở lại đợt.
          </Note>
        )}
        <FactsList facts={factsOf(session)} />
        {session.state !== 'cancelled' && <Running data={data} ctx={ctx} />}
      </div>
    );
  },
});

type Data = Parameters<typeof SessionActs>[0]['data'] & Pick<Parameters<typeof Matrix>[0], 'mayReopen' | 'mayWatch'>;

/** What goes on in a session that was not cancelled. */
function Running({ data, ctx }: { data: Data; ctx: FormSource }) {
  const { session, seats, board, results, may } = data;
  const scoring = scoringSeats(seats);
  return (
    <>
      <SessionActs data={data} ctx={ctx} scoring={scoring} />
      <Attendance seats={seats} scoring={scoring} session={session} may={may} ctx={ctx} />
      {results.length > 0 ? (
        <OpenedProducts results={results} board={board} session={session} may={may} ctx={ctx} />
      ) : (
        board.length > 0 && (
          <Matrix
            board={board}
            scoring={scoring}
            session={session}
            may={may}
            mayReopen={data.mayReopen}
            mayWatch={data.mayWatch}
            ctx={ctx}
          />
        )
      )}
      <Papers session={session} />
    </>
  );
}

const withoutSheets = (row: BoardRow): BoardRow => ({ ...row, sheets: [], recused: [] });

function factsOf(session: SessionRecord) {
  return [
    { term: 'Ngày họp', value: session.heldOn ? formatDay(session.heldOn) : 'Chưa chọn' },
    { term: 'Địa điểm', value: session.place ?? 'Chưa ghi' },
    session.closesAt !== null && { term: 'Hạn nộp phiếu', value: formatMoment(new Date(session.closesAt)) },
    {
      term: 'Quy chế',
      value: `Từ ${session.regulation.quorumPercent}% thành viên; chênh lệch quá ${session.regulation.spreadLimit} điểm phải xem lại`,
      sub: session.regulation.act,
    },
    session.agenda !== null && {
      term: 'Chương trình',
      value: <span class="whitespace-pre-line">{session.agenda}</span>,
    },
  ];
}

function Papers({ session }: { session: SessionRecord }) {
  const path = councilPaths.session(session.id);
  return (
    <section class="stack-3" aria-labelledby="van-ban">
      <h2 id="van-ban">Văn bản</h2>
      <div class="row tight">
        <Button href={`${path}/giay-moi.docx`} icon="paper" download>
          Giấy mời (Word)
        </Button>
        <Button href={`${path}/to-tu-van.docx`} icon="paper" download>
          Báo cáo của Tổ tư vấn (Word)
        </Button>
        <Button href={`${path}/to-tu-van.pdf`} icon="paper" download>
          Báo cáo của Tổ tư vấn (PDF)
        </Button>
        {(session.state === 'opened' || session.state === 'concluded') && (
          <>
            <Button href={`${path}/bien-ban.docx`} icon="paper" download>
              Biên bản (Word)
            </Button>
            <Button href={`${path}/bien-ban.pdf`} icon="paper" download>
              Biên bản (PDF)
            </Button>
            <Button href={`${path}/tong-hop.pdf`} icon="table" download>
              Bảng điểm tổng hợp (PDF)
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
