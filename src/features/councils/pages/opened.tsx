import { meanText, starSentence } from '#law/stars';
import type { FormSource } from '#platform/http/context';
import { Button, Form, Note, OpenedRow, StarRow, StatusTag, TextArea } from '#ui';
import { LEVELS } from '../level.ts';
import type { BoardRow } from '../queries.ts';
import { isCandidate, type StoredResult } from '../results-read.ts';
import { spreadFollows } from '../schema.ts';
import type { SessionRecord } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import type { May } from './session-parts.tsx';

/** The opened products: dots, mean, star, what lacks, and what to do about a spread. */
export function OpenedProducts({
  results,
  board,
  session,
  may,
  ctx,
}: {
  results: readonly StoredResult[];
  board: readonly BoardRow[];
  session: SessionRecord;
  may: May;
  ctx: FormSource;
}) {
  return (
    <section class="stack-5" aria-labelledby="ket-qua">
      <h2 id="ket-qua">Kết quả</h2>
      {results.map((one) => {
        const row = board.find((line) => line.dossier === one.dossier);
        const undecided =
          one.spread.length > 0 && one.spreadAccepted === null && row?.state === LEVELS[session.level].sitting;
        return (
          <div key={one.dossier} class="stack-3">
            <OpenedRow
              name={one.product}
              who={one.producer}
              href={councilPaths.result(session.id, one.dossier)}
              points={one.sheets.map((sheet) => sheet.total)}
              mean={{ sum: one.sum, count: one.count, words: meanText(one) }}
              band={one.band}
              over={one.spread.length > 0}
              result={<ResultWords of={one} />}
            />
            {one.spreadAccepted !== null && (
              <p class="sm ink2">
                Giữ kết quả dù chênh quá {session.regulation.spreadLimit} điểm: {one.spreadAccepted}{' '}
                <a href={councilPaths.spread(session.id, one.dossier)}>Xem nguyên nhân</a>
              </p>
            )}
            {undecided && session.state === 'opened' && <SpreadActs of={one} session={session} may={may} ctx={ctx} />}
          </div>
        );
      })}
    </section>
  );
}

export function ResultWords({ of }: { of: StoredResult }) {
  if (of.excluded) return <StatusTag status="dossier.excluded" />;
  return (
    <>
      <span class="row tight">
        {of.star !== null && of.star >= 3 ? <StarRow stars={of.star} /> : <StatusTag status="dossier.notRecognised" />}
        {isCandidate(of) && <StatusTag status="dossier.candidate" />}
      </span>
      {of.star !== null && of.star !== of.bandStar && (
        <span class="sm mut block">{starSentence(of.bandStar, of.star, of.gates)}</span>
      )}
    </>
  );
}

/** What to do about members who differ too much; `brief` where the pairs already stand above. */
export function SpreadActs({
  of,
  session,
  may,
  ctx,
  brief = false,
}: {
  of: StoredResult;
  session: SessionRecord;
  may: May;
  ctx: FormSource;
  brief?: boolean;
}) {
  const name = (seat: string) => of.sheets.find((one) => one.seat === seat)?.member ?? 'Thành viên';
  const path = councilPaths.session(session.id);
  return (
    <div class="box stack-4">
      {!brief && (
        <Note kind="soon" title={`${of.spread.length} cặp phiếu chênh quá ${session.regulation.spreadLimit} điểm.`}>
          <ul>
            {of.spread.slice(0, 5).map((pair) => (
              <li key={`${pair.higher}${pair.lower}`}>
                {name(pair.higher)} và {name(pair.lower)} chênh {pair.difference} điểm, nhiều nhất ở tiêu chí{' '}
                {pair.causes.map((cause) => `${cause.criterion} (${cause.difference})`).join(', ')}
              </li>
            ))}
          </ul>
          <a href={councilPaths.spread(session.id, of.dossier)}>Xem ô đã chọn, nhận xét và minh chứng của từng cặp</a>
        </Note>
      )}
      <p class="sm mut">Quy chế: {lowerFirst(spreadFollows[session.regulation.spreadFollows])}.</p>
      {may.rescore && (
        <Form
          action={`${path}/cham-lai`}
          state={ctx.form('session.rescore', session.id)}
          version={session.version}
          hidden={{ dossiers: of.dossier }}
          class="stack-3"
        >
          <TextArea name="reason" label={`Lý do chấm lại ${of.product}`} rows={2} />
          <Button>Chấm lại sản phẩm này</Button>
        </Form>
      )}
      {may.acceptSpread && (
        <Form
          action={`${path}/giu-ket-qua`}
          state={ctx.form('session.acceptSpread', session.id)}
          version={session.version}
          hidden={{ dossier: of.dossier }}
          class="stack-3"
        >
          <TextArea name="reason" label={`Lý do giữ kết quả ${of.product}`} rows={2} />
          <Button>Giữ kết quả</Button>
        </Form>
      )}
    </div>
  );
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
