import { sql } from 'kysely';
import { TWO_LEVELS_FROM } from '#features/units';
import type { Tx } from '#platform/db/database';
import { type ListRow, rowKey } from './list-rows.ts';
import type { Place } from './real-records.ts';

/**
 * Finds the units of each row. A former commune with exactly one whole successor gives today's commune; a divided one
 * (R12.4) or one whose successor is unknown gives none and is placed by hand.
 */
export async function placesOf(tx: Tx, rows: readonly ListRow[]): Promise<Map<string, Place>> {
  const asked = rows.map((row) => {
    const oldSystem = row.register_date < TWO_LEVELS_FROM;
    const successors = row.new_commune_codes.split('|').filter((code) => code !== '');
    const [only] = row.new_commune_part === 'full' && successors.length === 1 ? successors : [];
    return {
      key: rowKey(row.list_id, row.row_no),
      day: row.register_date || null,
      former: oldSystem ? row.commune_code || row.district_code || row.province_code : null,
      level: row.commune_code ? 'commune' : row.district_code ? 'district' : 'province',
      commune: oldSystem ? (only ?? null) : row.commune_code || null,
      province: row.new_province_code || null,
    };
  });
  const found = await sql<Place & { key: string }>`
    select r.key, c.unit as commune, p.unit as province, f.unit as former
    from json_to_recordset(${JSON.stringify(asked)}::json) as r(key text, day date, former text, level text, commune text, province text)
    left join lateral (select v.unit from unit_version v join unit u on u.id = v.unit where v.code = r.former and u.level = r.level
        and v.valid_from <= r.day and coalesce(v.valid_to, 'infinity') >= r.day limit 1) f on true
    left join lateral (select v.unit from unit_version v join unit u on u.id = v.unit where v.code = r.commune and u.level = 'commune'
        and v.valid_to is null limit 1) c on true
    left join lateral (select v.unit from unit_version v join unit u on u.id = v.unit where v.code = r.province and u.level = 'province'
        and v.valid_to is null limit 1) p on true`.execute(tx);
  return new Map(found.rows.map(({ key, ...place }) => [key, place]));
}

/** Ids of units by their codes on a day; communes have five digits, provinces two. Throws for an unknown code. */
export async function unitIds(tx: Tx, day: string, codes: readonly string[]): Promise<(code: string) => string> {
  const { rows } = await sql<{ code: string; unit: string }>`
    select code, unit from unit_version where code = any(${codes}) and valid_from <= ${day}::date and coalesce(valid_to, 'infinity') >= ${day}::date`.execute(
    tx,
  );
  const ids = new Map(rows.map((row) => [row.code, row.unit]));
  return (code) => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`no unit with code ${code} on ${day}`);
    return id;
  };
}
