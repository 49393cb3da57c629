import { sql } from 'kysely';
import { z } from 'zod';
import { findStep } from '#law/moves';
import { GATE_STARS } from '#law/scoring';
import { LAW_SETTINGS } from '#law/settings';
import { meanText, starSentence } from '#law/stars';
import { voteSentence } from '#law/vote';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, DataTable, FactsList, Icon, Note, ScoreScale } from '#ui';
import { criterionTitles } from '../compute.ts';
import { paperWords } from '../paper-read.ts';
import { isCandidate, type StoredResult, sessionResults } from '../results-read.ts';
import { paths } from '../schema.ts';
import { findSession, steppedBackFrom } from '../session-record.ts';
import { councilPaths } from '../urls.ts';
import { Gate } from './gate.tsx';
import { ResultWords } from './opened.tsx';

/** The result of one product: three facts, three lists of gates, every sheet; and the choice where the law leaves one. */
export const resultPage = page({
  permission: 'result.read',
  params: z.object({ id: uuid(), dossier: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, dossier }) {
    const session = await findSession(ctx.db, id);
    const [result] = await sessionResults(ctx.db, id, dossier);
    const hidden = await steppedBackFrom(ctx.db, id, ctx.actor.account);
    if (!session || !result || hidden.has(dossier)) throw notFound();
    const { rows } = await sql<{ state: string }>`select state from lifecycle where id = ${dossier}`.execute(ctx.db);
    const state = rows[0]?.state ?? '';
    const lacksGate = isCandidate(result) && result.star !== result.bandStar;
    const mayChoose = lacksGate && state === 'concluded' && (await ctx.may('dossier.choosePath', dossier));
    const mayExclude = findStep('dossier.exclude', state) !== undefined && (await ctx.may('dossier.exclude', dossier));
    const titles = await criterionTitles(result.productSet);
    const mayTell = await ctx.may('session.tellNotes', id);
    return { session, result, titles, mayTell, lacksGate, mayChoose, mayExclude };
  },
  head: ({ result }) => ({ title: `Kết quả: ${result.product}`, here: '/hoi-dong' }),
  view: ({ session, result, titles, mayTell, lacksGate, mayChoose, mayExclude }) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.session(session.id)}>
            <Icon name="left" />
            {session.title}
          </a>
        </p>
        <h1>{result.product}</h1>
        <p class="mut">{result.producer}</p>
      </div>
      <ScoreScale points={result.sum / result.count} label={`${meanText(result)} điểm`} />
      <FactsList
        facts={[
          {
            term: 'Trung bình',
            value: `${meanText(result)} điểm`,
            sub: `${result.sum} điểm của ${result.count} phiếu`,
          },
          result.vote !== null && { term: 'Cách quyết định', value: voteSentence(result.vote) },
          { term: result.vote ? 'Hạng' : 'Theo điểm', value: `${result.bandStar} sao` },
          { term: 'Kết quả', value: <ResultWords of={result} /> },
          ...(['A', 'B', 'C'] as const).map((code) => ({
            term: `Phần ${code}`,
            value: `${meanText(result.parts[code])} điểm`,
          })),
          result.spreadAccepted !== null && { term: 'Giữ kết quả dù chênh lệch', value: result.spreadAccepted },
          result.excluded !== null && { term: 'Bị loại', value: result.excluded.ground, sub: result.excluded.reason },
          result.path !== null && { term: 'Hướng xử lý đã chọn', value: paths[result.path], sub: result.pathReason },
        ]}
      />
      {lacksGate && !result.path && <BothWays result={result} mayChoose={mayChoose} />}
      <section class="stack-4" aria-labelledby="dieu-kien">
        <h2 id="dieu-kien">Điều kiện có dấu sao</h2>
        {GATE_STARS.map((star) => (
          <Gate key={star} star={star} result={result} titles={titles} />
        ))}
      </section>
      <DataTable
        rows={result.sheets}
        caption="Phiếu của từng thành viên"
        showCaption
        keyOf={(row) => row.id}
        columns={[
          {
            head: 'Thành viên',
            rowHead: true,
            cell: (row) => (
              <>
                <a href={councilPaths.versions(session.id, row.id)}>{row.member}</a>
                {row.paper && <span class="sm mut block">{paperWords(row.paper)}</span>}
              </>
            ),
          },
          { head: 'Cơ quan', cell: (row) => row.organisation },
          { head: 'Tổng điểm', number: true, cell: (row) => row.total },
          { head: 'Bản', number: true, cell: (row) => row.versions },
          {
            head: 'Ý kiến',
            cell: (row) => (
              <>
                {row.opinion}
                {row.exclusion && (
                  <span class="block">
                    Đề nghị loại: {row.exclusion.ground} ({row.exclusion.reason})
                  </span>
                )}
              </>
            ),
          },
          { head: 'Mã niêm phong', cell: (row) => <code class="xs break-all">{row.hash}</code> },
          {
            head: 'Phiếu',
            cell: (row) => (
              <a href={`${councilPaths.result(session.id, result.dossier)}/phieu/${row.id}/phieu.pdf`}>
                Tải phiếu<span class="sr"> của {row.member}</span>
              </a>
            ),
          },
        ]}
      />
      {mayTell && (
        <p>
          <a href={councilPaths.notes(session.id, result.dossier)}>Chọn nhận xét cho chủ thể xem</a>
        </p>
      )}
      {mayExclude && (
        <p>
          <a href={councilPaths.exclude(result.dossier)}>Loại hồ sơ này theo căn cứ in trên phiếu</a>
        </p>
      )}
    </div>
  ),
});

/** Points of a five-star candidate with a ***** mark missing: the law is open, the office chooses with a reason. */
function BothWays({ result, mayChoose }: { result: StoredResult; mayChoose: boolean }) {
  const within = result.star === null ? '' : starSentence(result.bandStar, result.star, result.gates);
  return (
    <section class="box stack-4" aria-labelledby="huong">
      <h2 id="huong">Hai hướng xử lý</h2>
      <p>
        Điểm trung bình đạt mức tiềm năng 5 sao nhưng còn thiếu dấu *****. {within}.{' '}
        {LAW_SETTINGS.candidateDefault.explain}
      </p>
      <ul class="stack-2">
        {Object.values(paths).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {mayChoose ? (
        <Button kind="main" href={councilPaths.choosePath(result.dossier)}>
          Chọn hướng xử lý
        </Button>
      ) : (
        <Note kind="info" title="Cơ quan OCOP tỉnh chọn hướng sau khi biên bản được chốt." />
      )}
    </section>
  );
}
