import { type SavedView, Views, viewsOf } from '#features/saved-views';
import { page } from '#platform/http/page';
import { Chips, formatNumber } from '#ui';
import { type Answer, find } from '../find.ts';
import { type FindQuery, findQuery, KINDS } from '../schema.ts';
import { findPath, findUrl } from '../urls.ts';
import { AllKinds, Nothing, OneKind } from './hits.tsx';

interface Data {
  readonly query: FindQuery;
  readonly answer: Answer | null;
  readonly views: readonly SavedView[];
  readonly narrows: boolean;
}

/** One box over producers, products, dossiers, certificates, people and units, each as far as the reader reaches. */
export const findPage = page({
  permission: null,
  query: findQuery,
  shell: 'auto',
  async load(ctx, _params, query): Promise<Data> {
    const keepsViews = await ctx.may('view.save');
    const [answer, views] = await Promise.all([
      find(ctx, query),
      keepsViews ? viewsOf(ctx.db, ctx.actor.account, 'find') : [],
    ]);
    return { query, answer, views, narrows: ctx.actor.unit !== null || ctx.actor.producers.length > 0 };
  },
  head: ({ query }) => ({ title: query.q ? `Tìm: ${query.q}` : 'Tìm kiếm', here: '' }),
  view: (data, ctx) => <Find {...data} keeps={ctx.actor.role !== 'producer'} />,
});

function Find({ query, answer, views, narrows, keeps }: Data & { keeps: boolean }) {
  return (
    <div class="stack">
      <h1>Tìm kiếm</h1>
      <search>
        <form method="get" action={findPath} class="stack-2 max-w-[46rem]">
          <label class="sr" for="tim-q">
            Tìm mã, tên, chủ thể, nơi
          </label>
          {query.loai && <input type="hidden" name="loai" value={query.loai} />}
          <div class="pair">
            <input
              class="inp"
              id="tim-q"
              name="q"
              type="search"
              value={query.q}
              maxLength={200}
              autocomplete="off"
              aria-describedby="tim-cach"
              placeholder="Tên, mã sản phẩm, số giấy, số hồ sơ"
            />
            <button class="btn main" type="submit">
              Tìm
            </button>
          </div>
          <p class="sm mut" id="tim-cach">
            Không cần gõ dấu; tên cũ và mã cũ cũng tìm được.
          </p>
          {narrows && (
            <label class="row tight">
              <input class="rd" type="checkbox" name="trong" value="dia-ban" checked={query.trong !== undefined} />
              Chỉ trong địa bàn của tôi
            </label>
          )}
        </form>
      </search>
      {keeps && <Views list="find" query={new URL(findUrl(query), 'http://x').search} views={views} />}
      {answer !== null && <Answered query={query} answer={answer} />}
    </div>
  );
}

function Answered({ query, answer }: { query: FindQuery; answer: Answer }) {
  const { results, near } = answer;
  const countOf = ({ cells, total }: Answer['results'][number]) =>
    cells.length > 0 ? cells.reduce((sum, [, , count]) => sum + count, 0) : total;
  const total = results.reduce((sum, one) => sum + countOf(one), 0);
  const plain = { ...query, tt: undefined, sao: undefined, trang: undefined };
  if (total === 0) return <Nothing query={query} />;
  return (
    <>
      {near && <p role="status">Không có tên nào đúng như “{query.q}”. Dưới đây là những tên gần giống.</p>}
      <Chips
        label="Loại kết quả"
        chips={[
          { href: findUrl({ ...plain, loai: undefined }), words: 'Tất cả', count: total, on: query.loai === undefined },
          ...results
            .filter((one) => countOf(one) > 0 || one.kind === query.loai)
            .map((one) => ({
              href: findUrl({ ...plain, loai: one.kind }),
              words: KINDS[one.kind],
              count: countOf(one),
              on: query.loai === one.kind,
            })),
        ]}
      />
      {query.loai === undefined ? (
        <AllKinds query={query} results={results} />
      ) : (
        <OneKind query={query} result={results.find(({ kind }) => kind === query.loai)} />
      )}
      <p class="sr" role="status">
        {formatNumber(total)} kết quả
      </p>
    </>
  );
}
