import { formatNumber } from '#ui';
import type { HomeFigures } from '../detail.ts';
import { MAP_SIZE, mapShapes } from '../map-shapes.ts';
import { productsUrl } from '../urls.ts';
import type { Lang } from '../words.ts';

type Province = HomeFigures['provinces'][number];

/** Dots of an archipelago around its label point. */
const DOTS = [
  [0, 0],
  [9, -5],
  [-8, 5],
  [12, 6],
  [-3, -9],
  [4, 10],
] as const;

/**
 * Vietnam by province, tinted by how many products each has; every province leads to its list. Hoàng Sa and Trường Sa are
 * always drawn and named. The table with the same figures stands beside it.
 */
export function VietnamMap({ provinces, lang }: { provinces: readonly Province[]; lang: Lang }) {
  const en = lang === 'en';
  const { width, height } = MAP_SIZE;
  const byCode = new Map(provinces.map((province) => [province.code, province]));
  const most = Math.max(1, ...provinces.map((province) => province.products));
  const shapes = mapShapes();
  return (
    <svg class="vnmap" viewBox={`0 0 ${width} ${height}`}>
      <title>{en ? 'Products by province' : 'Sản phẩm theo tỉnh'}</title>
      {shapes.provinces.map(({ code, path }) => {
        const province = byCode.get(code);
        if (province === undefined || province.products === 0) return <path key={code} class="land" d={path} />;
        const tint = province.products > most / 3 ? 'land most' : 'land many';
        const words = en
          ? `${province.name}: ${province.products} products`
          : `${province.name}: ${formatNumber(province.products)} sản phẩm`;
        return (
          <a key={code} href={productsUrl(lang, { unit: province.unit })} aria-label={words}>
            <title>{words}</title>
            <path class={tint} d={path} />
          </a>
        );
      })}
      {shapes.isles.map(({ name, x, y }) => (
        <g key={name}>
          {DOTS.map(([dx, dy]) => (
            <circle key={`${dx}${dy}`} class="isle" cx={x + dx} cy={y + dy} r="2" />
          ))}
          <text x={x} y={y + 30} text-anchor="middle">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The figures behind the map. */
export function ProvinceRows({ provinces, lang }: { provinces: readonly Province[]; lang: Lang }) {
  return (
    <ul class="placerows">
      {provinces
        .filter((province) => province.products > 0)
        .map((province) => (
          <li key={province.code}>
            <a href={productsUrl(lang, { unit: province.unit })}>
              <span class="w" lang="vi">
                {province.name}
              </span>
              <span class="n">{formatNumber(province.products)}</span>
            </a>
          </li>
        ))}
    </ul>
  );
}
