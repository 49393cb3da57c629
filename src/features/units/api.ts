import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { publicList, publicRead } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { readUnit, searchUnits, unitsIn } from './queries.ts';
import { unitFilters, unitHit, unitItem } from './schema.ts';

/** Units by name (today's and former), or without `q` the units directly in `within` (provinces when left out). */
export const listUnits = publicList({
  name: 'unit.list',
  title: 'Tìm đơn vị hành chính',
  query: unitFilters,
  item: unitHit,
  cursor: z.tuple([]),
  async run(ctx, _params, { q, level, day, within }, { limit }) {
    const onDay = day ?? ctx.day;
    if (q !== undefined) {
      return { items: await searchUnits(ctx.db, { q, level, within, day: onDay, limit }), next: null };
    }
    const units = await unitsIn(ctx.db, within ?? null, onDay);
    return { items: units.map((unit) => ({ ...unit, successors: [] })), next: null };
  },
});

/** One unit as it is called today. */
export const readUnitApi = publicRead({
  name: 'unit.read',
  title: 'Đơn vị hành chính',
  params: byId,
  output: unitItem,
  async run(ctx, { id }) {
    const unit = await readUnit(ctx.db, id, ctx.day);
    if (unit === null) throw notFound();
    return unit;
  },
});
