import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, formatDay, formatMoment, Note, StatusTag } from '#ui';
import { type BoardRow, sessionBoard } from '../queries.ts';
import { sealNow } from '../record.ts';
import { sessionResults } from '../results-read.ts';
import { anonymousRules, sessionModes } from '../schema.ts';
import { findSession, type SessionRecord, scoringSeats, sessionSeats, steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import { OpenedProducts } from './opened.tsx';
import { SessionActs } from './session-acts.tsx';
import { SessionPapers } from './session-papers.tsx';
import { Attendance, Matrix } from './session-parts.tsx';
import { SessionCare, SessionSeal } from './session-seal.tsx';
import { WrittenOpinions } from './written-opinions.tsx';

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
    const [seats, every, opened, hidden] = await Promise.all([
      sessionSeats(ctx.db, id),
      sessionBoard(ctx.db, id, ctx.actor.account),
      mayRead ? sessionResults(ctx.db, id) : [],
      steppedBackFrom(ctx.db, id, ctx.actor.account),
    ]);
    // A product one has stepped back from is not there: neither named nor counted (R4.10).
    const board = every.filter((one) => !hidden.has(one.dossier));
    const results = opened.filter((one) => !hidden.has(one.dossier));
    const seal = mayRead && hidden.size === 0 ? await sealNow(ctx.db, session) : null;
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
      'printSheets',
      'enterPapers',
      'readConflicts',
      'readBallot',
      'showPaper',
    ];
    const may = Object.fromEntries(
      await Promise.all([
        ...verbs.map(async (verb) => [verb, await ctx.may(`session.${verb}`, id)] as const),
        ...['try', 'judging'].map(async (verb) => [verb, await ctx.may(`result.${verb}`, id)] as const),
      ]),
    );
    const blind = board.some((one) => one.blind);
    const mayReopen = await ctx.may('sheet.reopen');
    // Who scores or looks on learns nothing of other sheets before opening, not even which are in (S14, U31).
    const mayWatch = may.close === true || mayReopen;
    return {
      session,
      seats,
      board: mayWatch ? board : board.map((row) => withoutSheets(row, may.readConflicts === true)),
      results,
      may,
      mayReopen,
      mayWatch,
      own: ['councilChair', 'councilMember'].includes(ctx.actor.role) ? ctx.actor.account : null,
      seal,
      whole: hidden.size === 0,
      blind,
      mayCouncil: await ctx.may('council.read', session.council),
    };
  },
  head: ({ session }) => ({
    title: session.title,
    here: '/hoi-dong',
    up: { href: councilPaths.sessions, words: 'Phiên Hội đồng' },
  }),
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
            {session.mode === 'meeting' && session.state !== 'cancelled' && (
              <Button href={councilPaths.room(session.id)} icon="hall">
                Phiên họp
              </Button>
            )}
            {session.state === 'preparing' && may.setAgenda && (
              <Button href={councilPaths.agenda(session.id)}>Xếp chương trình, hồ sơ</Button>
            )}
            {session.state === 'preparing' && may.cancel && (
              <Button href={councilPaths.cancel(session.id)}>Hủy phiên</Button>
            )}
          </div>
        </div>
        <WrittenOpinions session={session} mayRead={may.readBallot === true} />
        {session.state === 'cancelled' && (
          <Note kind="stop" title="Phiên đã hủy trước khi chấm.">
            Lý do: {session.cancelledFor?.replace(/[.\s]+$/, '')}. Hồ sơ của phiên đã trở lại đợt.
          </Note>
        )}
        <FactsList facts={factsOf(session, data)} />
        {session.state !== 'cancelled' && <Running data={data} ctx={ctx} />}
      </div>
    );
  },
});

type Data = Parameters<typeof SessionActs>[0]['data'] &
  Pick<Parameters<typeof Matrix>[0], 'mayReopen' | 'mayWatch' | 'own'> & {
    readonly seal: string | null;
    /** The reader has stepped back from none of its products. */
    readonly whole: boolean;
    /** Names are kept from the reader until the scores are open. */
    readonly blind: boolean;
  };

/** What goes on in a session that was not cancelled. */
function Running({ data, ctx }: { data: Data; ctx: FormSource }) {
  const { session, seats, board, results, may } = data;
  const scoring = scoringSeats(seats);
  return (
    <>
      <SessionCare session={session} may={may} blind={data.blind} />
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
            own={data.own}
            ctx={ctx}
          />
        )
      )}
      {!data.whole && <OthersOnly />}
      <SessionPapers
        session={session}
        scoring={scoring}
        mayPrintSheets={may.printSheets === true}
        mayEnterPapers={may.enterPapers === true}
        whole={data.whole}
        blind={data.blind}
      />
      <SessionSeal session={session} seal={data.seal} />
    </>
  );
}

/** To a member who stepped back the papers of the whole session are closed: they speak of that product too. */
const OthersOnly = () => (
  <Note kind="info" title="Phiên có sản phẩm bạn không tham gia chấm.">
    Sản phẩm đó không hiện ở đây. Biên bản và bảng điểm chung nhận từ thư ký Hội đồng.
  </Note>
);

const withoutSheets = (row: BoardRow, knowsConflicts: boolean): BoardRow => ({
  ...row,
  sheets: [],
  recused: knowsConflicts ? row.recused : [],
});

function factsOf(session: SessionRecord, { whole, mayCouncil }: { whole: boolean; mayCouncil: boolean }) {
  const council = session.councilName;
  return [
    {
      term: 'Hội đồng',
      value: mayCouncil ? <a href={councilPaths.council(session.council)}>{council}</a> : council,
    },
    session.mode === 'meeting' && {
      term: 'Ngày họp',
      value: session.heldOn ? formatDay(session.heldOn) : 'Chưa chọn',
    },
    session.mode === 'meeting' && { term: 'Địa điểm', value: session.place ?? 'Chưa ghi' },
    session.closesAt !== null && { term: 'Hạn nộp phiếu', value: formatMoment(new Date(session.closesAt)) },
    {
      term: 'Quy chế',
      value: `Từ ${session.regulation.quorumPercent}% thành viên; chênh lệch quá ${session.regulation.spreadLimit} điểm phải xem lại`,
      sub: session.regulation.act,
    },
    session.regulation.anonymous !== 'named' && {
      term: 'Hồ sơ ẩn danh',
      value: anonymousRules[session.regulation.anonymous],
      sub: 'Mỗi hồ sơ mang một số mẫu; tên chủ thể, sản phẩm hiện lại khi mở điểm.',
    },
    whole &&
      session.agenda !== null && {
        term: 'Chương trình',
        value: <span class="whitespace-pre-line">{session.agenda}</span>,
      },
  ];
}
