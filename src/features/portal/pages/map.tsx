import { formatNumber } from '#ui';
import type { HomeFigures } from '../detail.ts';
import { MAP_SIZE, mapShapes } from '../map-shapes.ts';
import { productsUrl } from '../urls.ts';
import type { Lang } from '../words.ts';
import { Isles } from './isles.tsx';

type Province = HomeFigures['provinces'][number];

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
      <Isles />
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
