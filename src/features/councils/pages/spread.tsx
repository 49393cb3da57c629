import { z } from 'zod';
import { citedPapers, type WalletPaper } from '#features/dossiers';
import { meanText } from '#law/stars';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Icon, Note } from '#ui';
import { LEVELS } from '../level.ts';
import { sessionResults } from '../results-read.ts';
import { findSession, steppedBackFrom } from '../session-record.ts';
import { spreadRounds, type TracedCause, type TracedMark, type TracedPair, tracedPairs } from '../spread-read.ts';
import { councilPaths } from '../urls.ts';
import { SpreadActs } from './opened.tsx';
import { PaperPages, wholeFile } from './paper-pages.tsx';

/** Why members differ on one product: each pair, the criteria that cause most of it, both notes, the evidence beside. */
export const spreadPage = page({
  permission: 'result.read',
  params: z.object({ id: uuid(), dossier: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, dossier }) {
    const [session, [result], pairs, rounds, papers, hidden, claims] = await Promise.all([
      findSession(ctx.db, id),
      sessionResults(ctx.db, id, dossier),
      tracedPairs(ctx.db, id, dossier),
      spreadRounds(ctx.db, id),
      citedPapers(ctx.db, dossier),
      steppedBackFrom(ctx.db, id, ctx.actor.account),
      ctx.db.selectFrom('dossier').select('answer_notes').where('id', '=', dossier).executeTakeFirst(),
    ]);
    if (!session || !result || hidden.has(dossier)) throw notFound();
    const state = await ctx.db.selectFrom('lifecycle').select('state').where('id', '=', dossier).executeTakeFirst();
    const [rescore, acceptSpread] = await Promise.all([
      ctx.may('session.rescore', id),
      ctx.may('session.acceptSpread', id),
    ]);
    const open =
      session.state === 'opened' && result.spreadAccepted === null && state?.state === LEVELS[session.level].sitting;
    return {
      ...{ session, result, pairs, papers, may: { rescore, acceptSpread }, open: open && pairs.length > 0 },
      rounds: rounds.filter((one) => one.dossier === dossier),
      claims: claimsOf(claims?.answer_notes),
    };
  },
  head: ({ result }) => ({ title: `Chênh lệch điểm: ${result.product}`, here: '/hoi-dong' }),
  view: ({ session, result, pairs, rounds, papers, may, open, claims }, ctx) => (
    <div class="stack-7">
      <div>
        <p class="mb-1">
          <a class="crumb" href={councilPaths.session(session.id)}>
            <Icon name="left" />
            {session.title}
          </a>
        </p>
        <h1>Chênh lệch điểm: {result.product}</h1>
        <p class="mut">
          {result.producer}. Trung bình {meanText(result)} điểm của {result.count} phiếu. Quy chế: quá{' '}
          {session.regulation.spreadLimit} điểm phải xem lại.
        </p>
      </div>
      {rounds.map((one) => (
        <Note
          key={one.no}
          kind="info"
          title={`Lần ${one.no}, trung bình ${one.mean} điểm: ${one.outcome === 'rescored' ? 'chấm lại' : 'giữ kết quả'}.`}
        >
          {one.reason}
        </Note>
      ))}
      {pairs.length === 0 && <Note kind="good" title="Không có cặp phiếu nào chênh quá mức của quy chế." />}
      {pairs.slice(0, 1).map((pair) => (
        <Pair key={keyOf(pair)} pair={pair} papers={papers} claims={claims} />
      ))}
      {pairs.length > 1 && (
        <section class="stack-3" aria-labelledby="cap-khac">
          <h2 id="cap-khac">Các cặp khác</h2>
          {pairs.slice(1).map((pair) => (
            <details key={keyOf(pair)}>
              <summary>{pairWords(pair)}</summary>
              <div class="mt-4">
                <Pair pair={pair} papers={papers} claims={claims} brief />
              </div>
            </details>
          ))}
        </section>
      )}
      {open && <SpreadActs of={result} session={session} may={may} ctx={ctx} brief />}
    </div>
  ),
});

const keyOf = (pair: TracedPair) => `${pair.higher.seat}${pair.lower.seat}`;
const pairWords = ({ higher, lower, difference }: TracedPair) =>
  `${higher.name} ${higher.total} điểm, ${lower.name} ${lower.total} điểm: chênh ${difference}`;

type Claims = Readonly<Record<string, string>>;
const claimsOf = (value: unknown): Claims => (value !== null && typeof value === 'object' ? (value as Claims) : {});

interface PairProps {
  pair: TracedPair;
  papers: readonly WalletPaper[];
  claims: Claims;
  /** Its names already stand above. */
  brief?: boolean;
}

function Pair({ pair, papers, claims, brief = false }: PairProps) {
  const { causes } = pair;
  const explained = causes.reduce((sum, one) => sum + one.difference, 0);
  return (
    <section class="stack-4" aria-label={pairWords(pair)}>
      {!brief && <h2>{pairWords(pair)}</h2>}
      <p class="mut">
        {causes.length} tiêu chí dưới đây làm nên {explained} điểm.
      </p>
      {causes.map((cause) => (
        <Cause key={cause.criterion} cause={cause} pair={pair} papers={papers} claim={claims[cause.criterion]} />
      ))}
    </section>
  );
}

interface CauseProps {
  cause: TracedCause;
  pair: TracedPair;
  papers: readonly WalletPaper[];
  claim: string | undefined;
}

function Cause({ cause, pair, papers, claim }: CauseProps) {
  const cited = papers.filter((one) => one.criteria.includes(cause.criterion));
  return (
    <article class="box stack-4">
      <div class="row between line">
        <h3 class="text-base">
          {cause.criterion} {cause.title}
        </h3>
        <b class="num">chênh {cause.difference} điểm</b>
      </div>
      <div class="grid gap-4 tablet:grid-cols-2">
        <Mark name={pair.higher.name} mark={cause.higher} most={cause.maxPoints} />
        <Mark name={pair.lower.name} mark={cause.lower} most={cause.maxPoints} />
      </div>
      <div class="stack-2">
        <p class="sm font-semibold">Minh chứng của chủ thể</p>
        {claim && <p class="sm">Chủ thể ghi: “{claim}”</p>}
        {cited.length === 0 && <p class="sm mut">Không có giấy tờ gắn với tiêu chí này.</p>}
        {cited.map((one) => (
          <details key={one.id}>
            <summary>{one.title}</summary>
            <PaperPages title={one.title} {...wholeFile(one.file)} />
          </details>
        ))}
      </div>
    </article>
  );
}

function Mark({ name, mark, most }: { name: string; mark: TracedMark; most: number }) {
  return (
    <div class="stack-2">
      <p class="font-semibold">
        {name}: <span class="num">{mark.points}</span>/{most} điểm
      </p>
      {mark.chosen.length === 0 ? (
        <p class="sm mut">Không chọn ô nào.</p>
      ) : (
        mark.chosen.map((words) => (
          <p key={words} class="sm">
            {words}
          </p>
        ))
      )}
      <p class={mark.note ? 'sm ink2' : 'sm mut'}>{mark.note ? `Nhận xét: ${mark.note}` : 'Không ghi nhận xét.'}</p>
    </div>
  );
}
