import {
  citedPapers,
  dossierPath,
  getDossier,
  readWriting,
  reasonsPath,
  selfScorePath,
  setWords,
  sheetOf,
  writes,
} from '#features/dossiers';
import type { GateStar } from '#law/rulebooks';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Chips, EmptyState, Note, ScoreScale, StarRow } from '#ui';
import { type Advice, adviceOn, meanWords } from '../advice.ts';
import { adviserQuery } from '../schema.ts';
import { toldResult } from '../told.ts';
import { adviserPath } from '../urls.ts';
import { Steps, type StepsOf } from './steps.tsx';

/** What the product lacks to the next star by its self-score: gates first, then points, each with its papers. */
export const adviserPage = page({
  permission: 'adviser.read',
  params: byId,
  query: adviserQuery,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { sao }) {
    const dossier = await getDossier(ctx.db, id);
    const writer = writes(ctx.actor, dossier);
    if (!writer && dossier.state === 'draft') throw notFound();
    const may = writer ? (await readWriting(ctx, id)).may : () => false;
    const [sheet, papers] = await Promise.all([sheetOf(dossier), citedPapers(ctx.db, id)]);
    const advice = adviceOn(dossier, sheet, sao && (Number(sao) as GateStar));
    const held = new Set(papers.map(({ kind }) => kind));
    const told = (await toldResult(ctx.db, id)) !== undefined;
    return { dossier, set: sheet.set, advice, held, writer, told, open: may('answers'), attach: may('papers') };
  },
  head: ({ dossier }, ctx) => ({
    title: 'Còn thiếu gì để lên sao',
    here: ctx.actor.role === 'producer' ? '/cua-toi' : '/ho-so',
    up: { href: dossierPath(dossier.id), words: 'Về hồ sơ' },
  }),
  view: ({ dossier, set, advice, held, writer, told, open, attach }) => (
    <div class="stack-5 max-w-[44rem]">
      <div>
        <p class="sm mut">
          {dossier.product.name} · {setWords(set)}
        </p>
        <h1>{question(advice)}</h1>
      </div>
      {told && (
        <Note kind="soon" title="Hội đồng đã chấm; trang này tính theo bảng tự chấm.">
          Điểm của Hội đồng và việc cần làm để lên hạng ở trang{' '}
          <a href={reasonsPath(dossier.id)}>Vì sao được kết quả này</a>.
        </Note>
      )}
      <Answer id={dossier.id} advice={advice} held={held} writer={writer} open={open} attach={attach} />
    </div>
  ),
});

const question = (advice: Advice | undefined) =>
  advice && advice.targets.length > 0 ? `Còn thiếu gì để lên ${advice.now.target} sao?` : 'Còn thiếu gì để lên sao?';

function Answer({ advice, ...of }: StepsOf & { advice: Advice | undefined }) {
  if (!advice)
    return (
      <EmptyState
        title="Chưa có bảng tự chấm"
        {...(of.open ? { way: { href: selfScorePath(of.id), words: 'Tự chấm điểm' } } : {})}
      >
        Chọn mức đạt ở vài tiêu chí rồi mở lại trang này.
      </EmptyState>
    );
  const { now, targets, gates, points, closed } = advice;
  const total = now.mean.sum;
  return (
    <>
      <section class="box stack-3" aria-label="Đang đạt">
        <div class="row between">
          <span>Theo bảng tự chấm</span>
          {now.star >= 3 ? <StarRow stars={now.star} /> : <b>Chưa đến 3 sao</b>}
        </div>
        <ScoreScale points={total} label={`${total} điểm`} />
        {targets.length === 0 && <p>Điểm và các điều kiện đều đã ở hạng cao nhất. Giữ đủ minh chứng cho từng mục.</p>}
      </section>
      {targets.length > 1 && (
        <Chips
          label="Chọn hạng muốn đạt"
          chips={targets.map((star) => ({
            href: adviserPath(of.id, star),
            words: `Lên ${star} sao`,
            on: star === now.target,
          }))}
        />
      )}
      {targets.length > 0 && (
        <Note kind={closed ? 'stop' : 'info'} title={closed ? 'Bảng này không tới được hạng đó.' : lacks(advice)}>
          {closed
            ? 'Cộng mọi mức cao nhất của phiếu vẫn chưa đủ.'
            : `Làm đủ ${gates.length + points.length} việc dưới đây thì bảng tự chấm đạt ${now.target} sao.`}
        </Note>
      )}
      <Steps
        {...of}
        title="Điều kiện bắt buộc"
        lead="Thiếu một điều kiện thì đủ điểm cũng không lên sao."
        steps={gates}
      />
      <Steps
        {...of}
        title="Điểm còn thiếu"
        lead="Chọn những mục phải nâng ít bậc nhất. Làm mục khác cũng được, miễn đủ điểm."
        steps={points}
      />
      {targets.length > 0 && (
        <p class="sm mut">
          Gợi ý tính bằng đúng cách chấm của phiếu. Điểm tự chấm không ràng buộc Hội đồng; mức nào cũng phải có minh
          chứng.
        </p>
      )}
    </>
  );
}

/** "Còn thiếu 7 điểm và 3 điều kiện." */
export function lacks({ now, gates }: Advice): string {
  const points = now.lacking.sum > 0 ? `${meanWords(now.lacking)} điểm` : '';
  const marks = gates.length > 0 ? `${gates.length} điều kiện` : '';
  return `Còn thiếu ${[points, marks].filter((words) => words !== '').join(' và ')}.`;
}
