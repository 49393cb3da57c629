import { type Lang, SECTORS } from '#features/portal';
import type { UnitItem } from '#features/units';
import { formatNumber } from '#ui';
import { tintClasses } from '../classes.ts';
import { listOf, measureWords } from '../measure.ts';
import type { MapPoint, PlaceCount } from '../queries.ts';
import { MAP_STATES, type Measure } from '../schema.ts';
import { mapUrl, overviewUrl } from '../urls.ts';
import { CountryMap, Legend, ProvinceMap } from './drawing.tsx';
import { PlaceTable } from './table.tsx';

interface BodyProps {
  readonly measure: Measure;
  readonly country: readonly PlaceCount[];
  readonly province: UnitItem | null;
  readonly communes: readonly PlaceCount[];
  readonly points: readonly MapPoint[];
  readonly lang: Lang;
  /** Address of this map without its query. */
  readonly base: string;
  /** The reader's own province: the map of the country leads nowhere else. */
  readonly fixed?: boolean | undefined;
}

/** The choice of what is counted, the map with its legend, and the table with the same numbers beside it. */
export function MapBody({ measure, country, province, communes, points, lang, base, fixed }: BodyProps) {
  const en = lang === 'en';
  const xem = measure === 'all' ? undefined : measure;
  const rows = province === null ? country : communes;
  const classes = tintClasses(country.map(({ chosen }) => chosen));
  const marked = province?.code ?? undefined;
  return (
    <>
      <Choice measure={measure} base={base} province={fixed ? null : province} lang={lang} />
      {!fixed && (
        <p class="row">
          {province !== null && <a href={mapUrl(base, { xem })}>{en ? 'The whole country' : 'Về bản đồ cả nước'}</a>}
          <a href={overviewUrl(lang, province?.id)}>
            {en ? 'Numbers by group and place' : 'Số liệu theo nhóm, theo nơi'}
          </a>
        </p>
      )}
      <div class="cols c2">
        <div class="stack-2">
          {province !== null && marked !== undefined && points.length > 0 && (
            <>
              <ProvinceMap code={marked} points={points} title={province.name} />
              <p class="sm mut">
                {en
                  ? 'Circles: craft villages. Squares: raw-material areas. Triangles: points of sale.'
                  : 'Chấm tròn: làng nghề. Ô vuông: vùng nguyên liệu. Tam giác: điểm bán.'}
              </p>
            </>
          )}
          <CountryMap
            places={country}
            classes={classes}
            title={measureWords(measure, lang)}
            hrefOf={({ unit }) => (unit === null || fixed ? null : mapUrl(base, { tinh: unit, xem }))}
            marked={marked}
            lang={lang}
          />
          {!fixed && <Legend classes={classes} lang={lang} />}
        </div>
        <PlaceTable
          rows={rows}
          measure={measure}
          lang={lang}
          level={province === null ? 'province' : 'commune'}
          hrefOf={(unit) => listOf(measure, unit, lang)}
          mapOf={province === null && !fixed ? (unit) => mapUrl(base, { tinh: unit, xem }) : undefined}
        />
      </div>
      <p class="sm mut">
        {en
          ? `${formatNumber(country.reduce((sum, { total }) => sum + total, 0))} public products, units of today. Outlines: Natural Earth.`
          : `${formatNumber(country.reduce((sum, { total }) => sum + total, 0))} sản phẩm công khai, theo đơn vị hành chính hôm nay. Đường nét: Natural Earth.`}
      </p>
    </>
  );
}

/** What is counted, as one plain select. */
function Choice({
  measure,
  base,
  province,
  lang,
}: {
  measure: Measure;
  base: string;
  province: UnitItem | null;
  lang: Lang;
}) {
  const en = lang === 'en';
  const groups: readonly { label: string; ways: readonly Measure[] }[] = [
    { label: en ? 'Stars' : 'Hạng sao', ways: ['star5', 'star4', 'star3'] },
    { label: en ? 'Group' : 'Nhóm sản phẩm', ways: SECTORS.map((one) => `sector${one}` as const) },
    { label: en ? 'Certificate' : 'Chứng nhận', ways: MAP_STATES },
  ];
  return (
    <form method="get" action={base} class="row">
      {province !== null && <input type="hidden" name="tinh" value={province.id} />}
      <label for="xem">{en ? 'Count' : 'Đếm theo'}</label>
      <span>
        <select class="inp w-mid" id="xem" name="xem">
          <option value="all">{measureWords('all', lang)}</option>
          {groups.map(({ label, ways }) => (
            <optgroup key={label} label={label}>
              {ways.map((way) => (
                <option key={way} value={way} selected={way === measure}>
                  {measureWords(way, lang)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </span>
      <button class="btn" type="submit">
        {en ? 'Show' : 'Xem'}
      </button>
    </form>
  );
}
