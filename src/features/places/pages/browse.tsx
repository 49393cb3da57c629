import { searchUnits, type UnitHit } from '#features/units';
import { publicPage } from '#platform/http/page';
import { Button, formatDay } from '#ui';
import { countsByUnit, type UnitCount } from '../counts.ts';
import { type DaysAsked, daysAsked } from '../days.ts';
import { placeQuery } from '../schema.ts';
import { placesPath, placesSheetUrl, placesUrl, placeUrl } from '../urls.ts';
import { CountsNote, CountsTable, DaysForm } from './parts.tsx';

interface Data {
  q: string | undefined;
  hits: UnitHit[] | null;
  days: DaysAsked;
  rows: UnitCount[];
}

/** Provinces as of a day with what they count; a search over every name a unit ever had. */
export const placesPage = publicPage({
  query: placeQuery,
  shell: 'public',
  async load(ctx, _params, query): Promise<Data> {
    const days = daysAsked(query, ctx.day);
    const [hits, rows] = await Promise.all([
      query.q === undefined ? null : searchUnits(ctx.db, { q: query.q, day: ctx.day, limit: 40 }),
      countsByUnit(ctx.db, { units: days.units, valid: days.valid, by: 'province', within: null }),
    ]);
    return { q: query.q, hits, days, rows };
  },
  head: ({ q, days }) => ({
    title: 'Đơn vị hành chính',
    description: `Tỉnh, xã theo ngày ${formatDay(days.units)}, tên cũ, sáp nhập, số sản phẩm OCOP.`,
    noindex: q !== undefined,
  }),
  view: (data) => <Places {...data} />,
});

function Places({ q, hits, days, rows }: Data) {
  const asked = { ngay: days.units, hieuluc: days.valid };
  return (
    <div class="page stack-5 pt-6 pb-12">
      <h1>Đơn vị hành chính</h1>
      <form method="get" action={placesPath} class="row">
        <label class="sr" for="q">
          Tìm đơn vị
        </label>
        <input
          class="inp w-mid"
          id="q"
          name="q"
          type="search"
          value={q}
          placeholder="Tên tỉnh, huyện, xã; tên cũ cũng được"
          maxLength={200}
        />
        <button class="btn" type="submit">
          Tìm
        </button>
      </form>
      {hits !== null && <Hits q={q ?? ''} hits={hits} />}
      <DaysForm action={placesPath} days={days} linkTo={placesUrl} />
      <section class="stack-2">
        <div class="row between">
          <h2>{rows.filter(({ unit }) => unit !== null).length} tỉnh, thành phố</h2>
          <span class="row tight">
            <Button small href={placesSheetUrl(asked, 'tinh')} icon="down" download>
              Excel theo tỉnh
            </Button>
            <Button small href={placesSheetUrl(asked, 'xa')} icon="down" download>
              Excel theo xã
            </Button>
          </span>
        </div>
        <CountsTable rows={rows} days={days} caption="Số sản phẩm theo tỉnh" unknown="Chưa rõ tỉnh" />
        <CountsNote days={days} />
      </section>
    </div>
  );
}

/** Two units of one name are told apart by their parents. */
function Hits({ q, hits }: { q: string; hits: readonly UnitHit[] }) {
  if (hits.length === 0) return <p role="status">Không thấy đơn vị nào tên “{q}”. Thử tên ngắn hơn.</p>;
  return (
    <ul class="lines" aria-label={`Đơn vị tên ${q}`}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <a href={placeUrl(hit.id)}>
            <span class="grow">
              <span class="nm block">
                {hit.place}
                {hit.former && ' (cũ)'}
              </span>
              {hit.successors.length > 0 && <span class="sm ink2 block">Nay: {hit.successors.join('; ')}</span>}
            </span>
            {hit.code && <span class="sm mut num">{hit.code}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
