import { readUnit, type UnitItem } from '#features/units';
import { page } from '#platform/http/page';
import { countsOnMap, type MapPoint, type PlaceCount, pointsIn } from '../queries.ts';
import { type Measure, mapQuery } from '../schema.ts';
import { officeMapPath } from '../urls.ts';
import { MapBody } from './body.tsx';

interface Data {
  readonly measure: Measure;
  readonly country: readonly PlaceCount[];
  readonly province: UnitItem | null;
  readonly communes: readonly PlaceCount[];
  readonly points: readonly MapPoint[];
  readonly fixed: boolean;
}

/** The same map for an office, counting its own area alone; offices of the whole country choose a province. */
export const officeMapPage = page({
  permission: 'statistics.read',
  query: mapQuery,
  shell: 'desk',
  async load(ctx, _params, { tinh, xem: measure = 'all' }): Promise<Data> {
    const { day } = ctx;
    const reach = ctx.within('statistics.read', 'l');
    const fixed = ctx.actor.area !== null;
    const wanted = ctx.actor.area ?? tinh;
    const [country, unit] = await Promise.all([
      countsOnMap(ctx.db, { day, measure, province: null, reach, onlyUsed: fixed }),
      wanted === undefined ? null : readUnit(ctx.db, wanted, day),
    ]);
    const province = unit?.level === 'province' ? unit : null;
    if (province === null) return { measure, country, province, communes: [], points: [], fixed };
    const [communes, points] = await Promise.all([
      countsOnMap(ctx.db, { day, measure, province: province.id, reach, onlyUsed: true }),
      pointsIn(ctx.db, province.id),
    ]);
    return { measure, country, province, communes, points, fixed };
  },
  head: () => ({ title: 'Bản đồ địa bàn', here: '/so-san-pham' }),
  view: (data) => (
    <div class="stack-5">
      <h1>Bản đồ {data.fixed ? 'địa bàn' : (data.province?.name ?? 'cả nước')}</h1>
      {data.province !== null && (
        <p>
          <a href={`/don-vi/${data.province.id}`}>Số sản phẩm theo xã của {data.province.name} (Excel)</a>
        </p>
      )}
      <MapBody {...data} lang="vi" base={officeMapPath} />
    </div>
  ),
});
