import { citedPapers, dossierPath, getDossier, sheetOf, writes } from '#features/dossiers';
import { starSentence } from '#law/stars';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { EmptyState, FactsList, ScoreScale, StarRow } from '#ui';
import { adviceFrom, meanWords } from '../advice.ts';
import { lossesOf } from '../losses.ts';
import { publishedNotes, type ToldResult, toldResult } from '../told.ts';
import { lacks } from './adviser.tsx';
import { Losses } from './losses.tsx';
import { Steps } from './steps.tsx';

/** Why a product got its result, once it has been told: points lost, gates missed, the published notes, never a name. */
export const reasonsPage = page({
  permission: 'adviser.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    if (!writes(ctx.actor, dossier) && dossier.state === 'draft') throw notFound();
    const told = await toldResult(ctx.db, id);
    if (!told) return { dossier, told: undefined };
    const [sheet, papers, notes] = await Promise.all([
      sheetOf(dossier),
      citedPapers(ctx.db, id),
      publishedNotes(ctx.db, told, id, ctx.day),
    ]);
    const points = Array.from({ length: told.count }, (_, i) => told.criteria.map(({ got }) => got[i] ?? 0));
    const advised = { points, chosen: {}, basis: told.gateBasis };
    const advice = told.byMean && told.star !== null ? adviceFrom(advised, sheet, undefined) : undefined;
    const held = new Set(papers.map(({ kind }) => kind));
    return { dossier, told, notes, advice, held, losses: lossesOf(told, sheet.index, notes) };
  },
  head: ({ dossier }, ctx) => ({
    title: 'Vì sao được kết quả này',
    here: ctx.actor.role === 'producer' ? '/cua-toi' : '/ho-so',
    up: { href: dossierPath(dossier.id), words: 'Về hồ sơ' },
  }),
  view: (data) => (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="sm mut">{data.dossier.product.name}</p>
        <h1>Vì sao được kết quả này</h1>
      </div>
      {data.told === undefined ? (
        <EmptyState title="Chưa có kết quả được thông báo">
          Khi có quyết định hoặc thông báo kết quả, điểm từng tiêu chí và nhận xét được công bố hiện ở đây.
        </EmptyState>
      ) : (
        <>
          <Result told={data.told} />
          <Losses losses={data.losses} />
          {data.advice && data.advice.targets.length > 0 && !data.advice.closed && (
            <>
              <div>
                <h2>Lần sau muốn lên {data.advice.now.target} sao</h2>
                <p class="ink2">{lacks(data.advice)} Tính từ điểm trung bình của các phiếu.</p>
              </div>
              {[data.advice.gates, data.advice.points].map((steps, i) => (
                <Steps
                  key={i === 0 ? 'gates' : 'points'}
                  id={data.dossier.id}
                  held={data.held}
                  writer={false}
                  open={false}
                  attach={false}
                  council
                  title={i === 0 ? 'Điều kiện bắt buộc' : 'Điểm còn thiếu'}
                  lead={
                    i === 0
                      ? 'Thiếu một điều kiện thì đủ điểm cũng không lên sao.'
                      : 'Những mục phải nâng ít bậc nhất. Làm mục khác cũng được, miễn đủ điểm.'
                  }
                  steps={steps}
                />
              ))}
            </>
          )}
        </>
      )}
    </div>
  ),
});

function Result({ told }: { told: ToldResult }) {
  const { star, bandStar, gates, sum, count, excluded } = told;
  return (
    <section class="box stack-3" aria-label="Kết quả">
      <div class="row between">
        <span>Hội đồng chấm</span>
        {excluded ? <b>Bị loại</b> : star !== null && star >= 3 ? <StarRow stars={star} /> : <b>Chưa đến 3 sao</b>}
      </div>
      {excluded ? (
        <FactsList
          facts={[
            { term: 'Căn cứ', value: excluded.ground },
            { term: 'Lý do', value: excluded.reason },
          ]}
        />
      ) : (
        <>
          <ScoreScale points={sum / count} label={`${meanWords(told)} điểm`} />
          <p>
            Điểm trung bình của {count} phiếu. {star !== null && `${starSentence(bandStar, star, gates)}.`}
          </p>
        </>
      )}
    </section>
  );
}
