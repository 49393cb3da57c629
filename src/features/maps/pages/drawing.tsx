import { Isles, type Lang, MAP_SIZE, mapShapes, OUTLINE_SIZE, provinceOutline } from '#features/portal';
import { formatNumber } from '#ui';
import { type TintClass, tintOf } from '../classes.ts';
import type { MapPoint, PlaceCount } from '../queries.ts';

interface CountryMapProps {
  readonly places: readonly PlaceCount[];
  readonly classes: readonly TintClass[];
  readonly title: string;
  readonly hrefOf: (place: PlaceCount) => string | null;
  /** Code of the province the page is about. */
  readonly marked?: string | undefined;
  readonly lang: Lang;
}

/** The country by province, tinted by number; Hoàng Sa and Trường Sa are always drawn and named. */
export function CountryMap({ places, classes, title, hrefOf, marked, lang }: CountryMapProps) {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const shapes = mapShapes();
  return (
    <svg class="vnmap" viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`}>
      <title>{title}</title>
      {shapes.provinces.map(({ code, path }) => {
        const place = byCode.get(code);
        const look = `land t${tintOf(place?.chosen ?? 0, classes)}${code === marked ? ' marked' : ''}`;
        const href = place === undefined ? null : hrefOf(place);
        if (place === undefined || href === null) return <path key={code} class={look} d={path} />;
        const words = `${place.name}: ${formatNumber(place.chosen)} ${lang === 'en' ? 'products' : 'sản phẩm'}`;
        return (
          <a key={code} href={href} aria-label={words}>
            <title>{words}</title>
            <path class={look} d={path} />
          </a>
        );
      })}
      <Isles />
    </svg>
  );
}

/** One province with the points offices entered; null when nothing can be drawn. */
export function ProvinceMap({ code, points, title }: { code: string; points: readonly MapPoint[]; title: string }) {
  const drawn = provinceOutline(
    code,
    points.map(({ longitude, latitude }) => [longitude, latitude]),
  );
  if (drawn === null) return null;
  return (
    <svg class="vnmap" viewBox={`0 0 ${OUTLINE_SIZE.width} ${OUTLINE_SIZE.height}`}>
      <title>{title}</title>
      <path class="land" d={drawn.path} />
      {points.map(({ id, name, kind }, at) => {
        const [x, y] = drawn.points[at] ?? [0, 0];
        return (
          <a key={id} href={kind === 'salePoint' ? `/mua-o-dau/${id}` : `/lang-nghe/${id}`} aria-label={name}>
            <title>{name}</title>
            <circle class="hit" cx={x} cy={y} r="14" />
            {kind === 'craftVillage' ? (
              <circle class="dot" cx={x} cy={y} r="6" />
            ) : kind === 'materialArea' ? (
              <rect class="dot" x={x - 5} y={y - 5} width="10" height="10" />
            ) : (
              <path class="dot" d={`M${x} ${y - 8}L${x + 8} ${y + 6}H${x - 8}Z`} />
            )}
          </a>
        );
      })}
    </svg>
  );
}

/** A number with its point. */
export interface SizedPoint {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  /** 'Xã Văn Giang: 12 sản phẩm' */
  readonly words: string;
  readonly value: number;
  /** The list behind the number. */
  readonly href: string | null;
}

const LARGEST = 26;

/** One province with points as large as their numbers (by area); null when nothing can be drawn. Large ones lie below small ones. */
export function SizedMap({ code, points, title }: { code: string; points: readonly SizedPoint[]; title: string }) {
  const shown = points.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value);
  const drawn = provinceOutline(
    code,
    shown.map(({ longitude, latitude }) => [longitude, latitude]),
  );
  if (drawn === null || shown.length === 0) return null;
  const most = shown[0]?.value ?? 1;
  return (
    <svg class="vnmap" viewBox={`0 0 ${OUTLINE_SIZE.width} ${OUTLINE_SIZE.height}`}>
      <title>{title}</title>
      <path class="land" d={drawn.path} />
      {shown.map(({ code: place, words, value, href }, at) => {
        const [x, y] = drawn.points[at] ?? [0, 0];
        const dot = (
          <>
            <title>{words}</title>
            <circle class="hit" cx={x} cy={y} r="14" />
            <circle class="dot" cx={x} cy={y} r={Math.max(5, Math.sqrt(value / most) * LARGEST).toFixed(1)} />
          </>
        );
        return href === null ? (
          <g key={place}>{dot}</g>
        ) : (
          <a key={place} href={href} aria-label={words}>
            {dot}
          </a>
        );
      })}
    </svg>
  );
}

/** What the tints mean. */
export function Legend({ classes, lang }: { classes: readonly TintClass[]; lang: Lang }) {
  const none = lang === 'en' ? 'None' : 'Chưa có';
  const words = ({ from, to }: TintClass) =>
    from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
  return (
    <ul class="maplegend" aria-label={lang === 'en' ? 'Number of products' : 'Số sản phẩm'}>
      <li>
        <Swatch tint={0} />
        {none}
      </li>
      {classes.map((one) => (
        <li key={one.to}>
          <Swatch tint={tintOf(one.to, classes)} />
          {words(one)}
        </li>
      ))}
    </ul>
  );
}

const Swatch = ({ tint }: { tint: number }) => (
  <svg class="vnmap swatch" viewBox="0 0 24 16" aria-hidden="true">
    <rect class={`land t${tint}`} x="1" y="1" width="22" height="14" />
  </svg>
);
