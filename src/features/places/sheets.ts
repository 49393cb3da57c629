import type { Day } from '#platform/clock';
import { listFile } from '#platform/documents/list-file';
import { byId } from '#platform/http/fields';
import { publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { countsByUnit, type UnitCount } from './counts.ts';
import { daysAsked, dayWithin } from './days.ts';
import { unitStory } from './queries.ts';
import { placeQuery, sheetQuery } from './schema.ts';
import { childLevel } from './words.ts';

/** Figures of all provinces, or of all communes of the country, as a workbook. */
export const placesSheet = publicDownload({
  name: 'place.exportAll',
  title: 'Số sản phẩm theo đơn vị (Excel)',
  query: sheetQuery,
  async run(ctx, _params, query) {
    const { units, valid } = daysAsked(query, ctx.day);
    const by = query.cap === 'xa' ? 'commune' : 'province';
    const rows = await countsByUnit(ctx.db, { units, valid, by, within: null });
    return sheet(`so-san-pham-theo-${query.cap === 'xa' ? 'xa' : 'tinh'}-${units}`, rows, units, valid);
  },
});

/** Figures of what lies directly in one unit, as a workbook. */
export const placeSheet = publicDownload({
  name: 'place.export',
  title: 'Số sản phẩm theo đơn vị của một tỉnh (Excel)',
  params: byId,
  query: placeQuery.omit({ q: true }),
  async run(ctx, { id }, query) {
    const story = await unitStory(ctx.db, id, ctx.day);
    if (story === null) throw notFound();
    const { units: asked, valid } = daysAsked(query, ctx.day);
    const units = dayWithin(asked, story);
    const by = childLevel(story.level, units) ?? story.level;
    const rows = await countsByUnit(ctx.db, { units, valid, by, within: { unit: id, level: story.level } });
    return sheet(`so-san-pham-${story.code ?? 'don-vi'}-${units}`, rows, units, valid);
  },
});

const sheet = (name: string, rows: readonly UnitCount[], units: Day, valid: Day) =>
  listFile(name, 'Số sản phẩm', rows, [
    ['Mã đơn vị', 'text', 10, (row) => row.code],
    ['Đơn vị', 'text', 36, (row) => row.name ?? 'Chưa rõ đơn vị'],
    ['Sản phẩm', 'integer', 12, (row) => row.products],
    ['Còn hiệu lực', 'integer', 14, (row) => row.valid],
    ['3 sao', 'integer', 10, (row) => row.three],
    ['4 sao', 'integer', 10, (row) => row.four],
    ['5 sao', 'integer', 10, (row) => row.five],
    ['Nguồn không ghi sao', 'integer', 18, (row) => row.unstarred],
    ['Theo đơn vị ngày', 'date', 16, () => units],
    ['Còn hiệu lực ngày', 'date', 16, () => valid],
  ]);
