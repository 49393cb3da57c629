import { sql } from 'kysely';
import { readCsvRows, referenceFile, stableId, TWO_LEVELS_FROM } from '#features/units';
import { addDays } from '#law/days';
import type { Tx } from '#platform/db/database';
import { beget, system } from '#platform/ledger/ledger';

type Column =
  | 'province_old'
  | 'village'
  | 'craft'
  | 'place_old'
  | 'district_old'
  | 'commune_codes_new'
  | 'recognised'
  | 'source';

/**
 * Enters the craft villages of db/reference (35 of the three worked provinces, from the press and a handbook). One whose
 * old commune was divided gets no commune: its officer places it.
 */
export async function loadCraftVillages(tx: Tx, day: string): Promise<number> {
  const rows = readCsvRows<Column>(referenceFile('lists/craft-villages.csv'));
  const hand = {
    actor: system('load-craft-villages', 'Nạp danh sách làng nghề'),
    day,
    requestId: 'load-craft-villages',
  };
  for (const [n, row] of rows.entries()) {
    const [code, ...others] = row.commune_codes_new.split('|').filter((each) => each !== '');
    const place = await placeOf(tx, others.length > 0 ? undefined : code, row.province_old);
    const id = stableId('craft-village', String(n + 1));
    const craft = row.craft || 'nghề truyền thống';
    // Some the source tells by their craft alone.
    const name = row.village.startsWith('(') ? `Làng nghề ${craft}` : row.village;
    await beget(tx, hand, {
      process: 'localPlace',
      id,
      action: 'localPlace.register',
      reach: place,
      facts: { kind: 'craftVillage', name, source: row.source },
      effect: async (inner) => {
        await inner
          .insertInto('local_place')
          .values({
            ...{ id, kind: 'craftVillage', name, craft, ...place },
            former_place: [row.place_old, row.district_old].filter(Boolean).join(', ') || null,
            ...{ recognised: row.recognised || null, source: row.source },
          })
          .execute();
      },
    });
  }
  return rows.length;
}

async function placeOf(
  tx: Tx,
  code: string | undefined,
  province: string,
): Promise<{ commune: string | null; province: string | null }> {
  const { rows } = await sql<{ commune: string | null; province: string | null }>`
    select c.unit as commune, coalesce(c.parent, s.successor, p.unit) as province
    from (select 1) one
      left join lateral (select v.unit, v.parent from unit_version v join unit u on u.id = v.unit and u.level = 'commune'
        where v.code = ${code ?? null} and v.valid_to is null limit 1) c on true
      left join lateral (select v.unit from unit_version v join unit u on u.id = v.unit and u.level = 'province'
        where v.name = ${province} and v.valid_from <= ${addDays(TWO_LEVELS_FROM, -1)}::date and coalesce(v.valid_to, 'infinity') >= ${addDays(TWO_LEVELS_FROM, -1)}::date limit 1) p on true
      left join unit_succession s on s.former = p.unit`.execute(tx);
  return rows[0] ?? { commune: null, province: null };
}
