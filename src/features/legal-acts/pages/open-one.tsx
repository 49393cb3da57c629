import { byId } from '#platform/http/fields';
import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { recognisedBy } from '../governs.ts';
import { findAct, relationsOf } from '../queries.ts';
import { actPaths } from '../urls.ts';
import { actName, relationWords } from '../words.ts';
import { ActFacts, ActTag, ActTimeline } from './parts.tsx';
import { Recognised } from './recognised.tsx';

/** One act for everybody, whatever became of it since: who holds its number learns how it stands. */
export const openActPage = publicPage({
  params: byId,
  shell: 'public',
  async load(ctx, { id }) {
    const act = await findAct(ctx.db, id, ctx.day);
    if (!act?.open) throw notFound();
    const [relations, recognised] = await Promise.all([relationsOf(ctx.db, id, true), recognisedBy(ctx.db, act)]);
    return { act, relations, recognised, day: ctx.day };
  },
  head: ({ act }) => ({ title: actName(act), description: act.title }),
  view: ({ act, relations, recognised, day }) => (
    <div class="page stack-5 pt-6 pb-12">
      <p>
        <a class="inline-block py-1" href={actPaths.open}>
          Văn bản còn hiệu lực
        </a>
      </p>
      <h1>{actName(act)}</h1>
      <p>
        <ActTag act={act} />
      </p>
      <ActFacts act={act} />
      <h2>Diễn biến</h2>
      <ActTimeline act={act} relations={relations} day={day} one={actPaths.openOne} />
      <Recognised by={recognised} />
      {relations.length > 0 && (
        <>
          <h2>Văn bản liên quan</h2>
          <ul class="lines">
            {relations.map((one) => (
              <li key={one.id} class="py-2">
                {relationWords(one)}{' '}
                {one.act === null ? 'văn bản nguồn không nêu' : <a href={actPaths.openOne(one.act)}>{one.label}</a>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  ),
});
