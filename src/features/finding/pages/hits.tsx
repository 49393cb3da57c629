import { Chips, EmptyState, formatNumber, LoadMore, type QueueRow, QueueTable, StarRow } from '#ui';
import { PAGE, type Result } from '../find.ts';
import { type Hit, MOST_HITS } from '../hits.ts';
import { type FindQuery, KINDS, type Kind } from '../schema.ts';
import { findUrl } from '../urls.ts';
import { hitPath, hitStatus, stateWords } from '../words.ts';

const HEADS: Readonly<Record<Kind, string>> = {
  product: 'Sản phẩm, chủ thể',
  producer: 'Chủ thể, địa bàn',
  dossier: 'Sản phẩm, chủ thể',
  certificate: 'Sản phẩm, chủ thể',
  account: 'Người dùng',
  unit: 'Đơn vị',
};

/** The first few of every kind that has any, each group leading to all of it. */
export function AllKinds({ query, results }: { query: FindQuery; results: readonly Result[] }) {
  const shown = results.filter(({ rows }) => rows.length > 0);
  return (
    <>
      {shown.map((result, at) => (
        <section key={result.kind} class="stack-2">
          <div class="row between">
            <h2>{KINDS[result.kind]}</h2>
            {result.total > result.rows.length && (
              <a href={findUrl({ ...query, loai: result.kind })}>Xem cả {formatNumber(result.total)}</a>
            )}
          </div>
          <Table result={result} keys={at === shown.length - 1} />
        </section>
      ))}
    </>
  );
}

/** One kind alone: narrowed by state and star, page by page. */
export function OneKind({ query, result }: { query: FindQuery; result: Result | undefined }) {
  if (result === undefined) return null;
  const { kind, rows, total } = result;
  const place = query.trang ?? 1;
  const before = (place - 1) * PAGE;
  const more = before + rows.length < total;
  return (
    <section class="stack-2">
      <h2 class="sr">{KINDS[kind]}</h2>
      <Narrowing query={query} result={result} />
      {rows.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <>
          <Table result={result} keys />
          <LoadMore
            said={`${formatNumber(before + 1)}–${formatNumber(before + rows.length)} trong ${total >= MOST_HITS ? 'hơn ' : ''}${formatNumber(total)}`}
            href={more ? findUrl({ ...query, trang: place + 1 }) : null}
            words="Trang sau"
          />
        </>
      )}
    </section>
  );
}

/** How many of each state and star there are: each counted within the other. */
function Narrowing({ query, result: { kind, cells } }: { query: FindQuery; result: Result }) {
  const first = { ...query, trang: undefined };
  const sum = (fits: (state: string | null, star: number | null) => boolean) =>
    cells.reduce((all, [state, star, count]) => (fits(state, star) ? all + count : all), 0);
  const star = query.sao === undefined ? null : Number(query.sao);
  const states = [...new Set(cells.flatMap(([state]) => (state === null ? [] : [state])))].toSorted();
  const stars = [5, 4, 3].filter((one) => cells.some(([, has]) => has === one));
  const isState = (state: string | null) => query.tt === undefined || state === query.tt;
  const isStar = (has: number | null) => star === null || has === star;
  return (
    <>
      {states.length > 1 || query.tt !== undefined ? (
        <Chips
          label={kind === 'producer' ? 'Loại hình' : 'Tình trạng'}
          chips={states.map((state) => ({
            href: findUrl({ ...first, tt: query.tt === state ? undefined : state }),
            words: stateWords(kind, state),
            count: sum((one, has) => one === state && isStar(has)),
            ...(query.tt === state ? { removes: true } : {}),
          }))}
        />
      ) : null}
      {stars.length > 1 || star !== null ? (
        <Chips
          label="Hạng sao"
          chips={stars.map((one) => ({
            href: findUrl({ ...first, sao: star === one ? undefined : (String(one) as '3' | '4' | '5') }),
            words: `${one} sao`,
            count: sum((state, has) => has === one && isState(state)),
            ...(star === one ? { removes: true } : {}),
          }))}
        />
      ) : null}
    </>
  );
}

function Table({ result: { kind, rows }, keys }: { result: Result; keys: boolean }) {
  return (
    <QueueTable
      rows={rows.map((row) => rowOf(kind, row))}
      caption={KINDS[kind]}
      heads={{ name: HEADS[kind], act: 'Hạng', code: 'Số, mã' }}
      keys={keys}
    />
  );
}

function rowOf(kind: Kind, hit: Hit): QueueRow {
  const { name, who, place, code, state, star, invented } = hit;
  const known = kind === 'producer' ? [code, who, place] : [who, place];
  const type = kind === 'producer' && state !== null ? stateWords(kind, state) : null;
  return {
    ...{ href: hitPath(kind, hit), name },
    who: [type, ...known, invented ? 'Dữ liệu giả định' : null].filter(Boolean).join(' · '),
    ...(kind === 'producer' || kind === 'product' ? {} : { code: isNumber(code) ? code : '' }),
    ...(star === null ? {} : { act: <StarRow stars={star} /> }),
    status: hitStatus(kind, state),
  };
}

/** An id stands in for a number the source does not give: nobody reads it. */
const isNumber = (code: string | null): code is string => code !== null && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(code);

/** Nothing fits; what one may try. */
export function Nothing({ query }: { query: FindQuery }) {
  const narrowed = query.loai !== undefined || query.trong !== undefined || query.tt !== undefined;
  return (
    <EmptyState
      title={`Không thấy “${query.q}”`}
      {...(narrowed ? { way: { href: findUrl({ q: query.q }), words: 'Tìm ở mọi nơi bạn được xem' } } : {})}
    >
      Thử ít chữ hơn, hoặc tìm bằng mã số, tên xã.
    </EmptyState>
  );
}
