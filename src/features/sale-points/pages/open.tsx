import { type Lang, OUTLINE_SIZE, provinceOutline, twinOf } from '#features/portal';
import { publicPage } from '#platform/http/page';
import { EmptyState, formatNumber, LoadMore } from '#ui';
import { openPoints, type Point, provincesWithPoints } from '../queries.ts';
import { type OpenQuery, openQuery } from '../schema.ts';
import { pointPaths } from '../urls.ts';
import { kindWords } from '../words.ts';

const PAGE = 50;
const MOST_DRAWN = 300;

interface Data {
  readonly query: OpenQuery;
  readonly rows: readonly Point[];
  readonly more: boolean;
  readonly provinces: readonly { readonly id: string; readonly name: string; readonly points: number }[];
  /** Points of the province chosen, for the map. */
  readonly drawn: readonly Point[];
}

/** Where OCOP products are bought: points of sale by province, with the map of the one chosen. */
export const openPointsPage = publicPage({
  query: openQuery,
  shell: 'public',
  async load(ctx, _params, query): Promise<Data> {
    const [rows, provinces, drawn] = await Promise.all([
      openPoints(ctx.db, query, ctx.day, ((query.trang ?? 1) - 1) * PAGE, PAGE + 1),
      provincesWithPoints(ctx.db, ctx.day),
      query.tinh === undefined ? [] : openPoints(ctx.db, { tinh: query.tinh }, ctx.day, 0, MOST_DRAWN),
    ]);
    return { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, provinces, drawn };
  },
  head: ({ query }, { lang }) => ({
    title: lang === 'en' ? 'Where to buy OCOP products' : 'Mua sản phẩm OCOP ở đâu',
    description:
      lang === 'en'
        ? 'Shops and counters that present and sell OCOP products, by province.'
        : 'Điểm giới thiệu và bán sản phẩm OCOP theo tỉnh: địa chỉ, sản phẩm bán ở đó.',
    noindex: query.q !== undefined,
    twin: twinOf(pointPaths.open(lang, { tinh: query.tinh })),
  }),
  view: (data, { lang }) => <Open {...data} lang={lang} />,
});

function Open({ query, rows, more, provinces, drawn, lang }: Data & { lang: Lang }) {
  const en = lang === 'en';
  const total = provinces.reduce((sum, { points }) => sum + points, 0);
  return (
    <div class="page stack-5 pt-6 pb-12">
      <h1>{en ? 'Where to buy OCOP products' : 'Mua sản phẩm OCOP ở đâu'}</h1>
      <form method="get" action={pointPaths.open(lang)} class="row">
        <label class="sr" for="q">
          {en ? 'Find a point of sale' : 'Tìm điểm bán'}
        </label>
        <input
          class="inp w-mid"
          id="q"
          name="q"
          type="search"
          value={query.q}
          placeholder={en ? 'Name or address' : 'Tên, địa chỉ'}
          maxLength={200}
        />
        <label class="sr" for="tinh">
          {en ? 'Province' : 'Tỉnh'}
        </label>
        <select class="inp w-mid" id="tinh" name="tinh">
          <option value="">
            {en ? `All provinces (${formatNumber(total)})` : `Mọi tỉnh (${formatNumber(total)})`}
          </option>
          {provinces.map(({ id, name, points }) => (
            <option key={id} value={id} selected={id === query.tinh}>
              {name} ({formatNumber(points)})
            </option>
          ))}
        </select>
        <button class="btn" type="submit">
          {en ? 'Show' : 'Xem'}
        </button>
      </form>
      {rows.length === 0 ? (
        <EmptyState print="basket" title={en ? 'No point of sale found' : 'Không thấy điểm bán nào'}>
          {en
            ? 'Try another province or a shorter name. Communes and provinces enter the points.'
            : 'Thử tỉnh khác hoặc tên ngắn hơn. Điểm bán do xã, tỉnh ghi.'}
        </EmptyState>
      ) : (
        <div class="cols c2">
          <ul class="stack" aria-label={en ? 'Points of sale' : 'Điểm bán'}>
            {rows.map((row) => (
              <li key={row.id}>
                <b lang="vi">
                  <a class="inline-block py-1" href={pointPaths.openOne(row.id, lang)}>
                    {row.name}
                  </a>
                </b>
                <span class="sm block" lang="vi">
                  {row.address}, {row.unitName}
                </span>
                <span class="sm ink2 block">
                  {kindWords(row.kind, lang)}
                  {row.invented && (en ? ', invented data' : ', dữ liệu giả định')}
                </span>
              </li>
            ))}
          </ul>
          <PointMap points={drawn} lang={lang} />
        </div>
      )}
      <LoadMore
        href={
          more ? pointPaths.open(lang, { q: query.q, tinh: query.tinh, trang: String((query.trang ?? 1) + 1) }) : null
        }
        words={en ? 'Next page' : 'Trang sau'}
      />
      <p class="sm mut">
        {en
          ? 'Points are entered by communes and provinces. Call ahead where a telephone is given.'
          : 'Điểm bán do xã, tỉnh ghi. Nên gọi trước nếu điểm bán có số điện thoại.'}
      </p>
    </div>
  );
}

/** The province chosen with its points; the list beside it says the same in words. */
function PointMap({ points, lang }: { points: readonly Point[]; lang: Lang }) {
  const placed = points.flatMap((point) =>
    point.latitude === null || point.longitude === null
      ? []
      : [{ point, at: [point.longitude, point.latitude] as const }],
  );
  const code = placed[0]?.point.provinceCode;
  const drawn = code
    ? provinceOutline(
        code,
        placed.map(({ at }) => at),
      )
    : null;
  if (drawn === null) return null;
  return (
    <div class="stack-2">
      <svg class="vnmap" viewBox={`0 0 ${OUTLINE_SIZE.width} ${OUTLINE_SIZE.height}`}>
        <title>{lang === 'en' ? 'Points of sale in the province' : 'Điểm bán trong tỉnh'}</title>
        <path class="land" d={drawn.path} />
        {placed.map(({ point }, n) => {
          const [x, y] = drawn.points[n] ?? [0, 0];
          return (
            <a key={point.id} href={pointPaths.openOne(point.id, lang)} aria-label={point.name}>
              <title>{point.name}</title>
              <circle class="hit" cx={x} cy={y} r="14" />
              <circle class="dot" cx={x} cy={y} r="6" />
            </a>
          );
        })}
      </svg>
      <p class="sm mut">{lang === 'en' ? 'Points with known coordinates.' : 'Các điểm đã ghi tọa độ.'}</p>
    </div>
  );
}
