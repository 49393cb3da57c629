import { type Lang, twinOf } from '#features/portal';
import { readUnit, type UnitItem } from '#features/units';
import { publicPage } from '#platform/http/page';
import { measureWords } from '../measure.ts';
import { countsOnMap, type MapPoint, type PlaceCount, pointsIn } from '../queries.ts';
import { type Measure, mapQuery } from '../schema.ts';
import { publicMap } from '../urls.ts';
import { MapBody } from './body.tsx';

interface Data {
  readonly measure: Measure;
  readonly country: readonly PlaceCount[];
  readonly province: UnitItem | null;
  readonly communes: readonly PlaceCount[];
  readonly points: readonly MapPoint[];
}

/** Products by province, or by commune of one province: number, star, group, state of the certificate. */
export const mapPage = publicPage({
  query: mapQuery,
  shell: 'public',
  async load(ctx, _params, { tinh, xem: measure = 'all' }): Promise<Data> {
    const { day } = ctx;
    const [country, unit] = await Promise.all([
      ctx.kept(`map ${measure} ${day}`, () => countsOnMap(ctx.db, { day, measure, province: null })),
      tinh === undefined ? null : readUnit(ctx.db, tinh, day),
    ]);
    const province = unit?.level === 'province' && !unit.former ? unit : null;
    if (province === null) return { measure, country, province, communes: [], points: [] };
    const [communes, points] = await Promise.all([
      countsOnMap(ctx.db, { day, measure, province: province.id, onlyUsed: true }),
      pointsIn(ctx.db, province.id),
    ]);
    return { measure, country, province, communes, points };
  },
  head: ({ measure, province }, { lang }) => ({
    title: titleOf(measure, province, lang),
    description:
      lang === 'en'
        ? 'OCOP products of Viet Nam by province and commune.'
        : 'Sản phẩm OCOP theo tỉnh, theo xã trên bản đồ Việt Nam.',
    twin: twinOf(publicMap(lang, { tinh: province?.id, xem: measure === 'all' ? undefined : measure })),
  }),
  view: (data, { lang }) => (
    <div class="page stack-5 pt-6 pb-12">
      <h1>{titleOf(data.measure, data.province, lang)}</h1>
      <MapBody {...data} lang={lang} base={publicMap(lang)} />
    </div>
  ),
});

function titleOf(measure: Measure, province: UnitItem | null, lang: Lang): string {
  const place = province?.name ?? (lang === 'en' ? 'Viet Nam' : 'cả nước');
  const what = measure === 'all' ? '' : `: ${measureWords(measure, lang)}`;
  return lang === 'en' ? `Map of ${place}${what}` : `Bản đồ ${place}${what}`;
}
