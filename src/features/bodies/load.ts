import { provinceToday } from '#features/legal-acts';
import { readCsvRows, referenceFile, stableId } from '#features/units';
import type { Tx } from '#platform/db/database';
import { beget, system } from '#platform/ledger/ledger';

type Column = 'key' | 'level' | 'province_old' | 'kind' | 'name' | 'head' | 'source' | 'note';

const orNull = (text: string) => (text === '' ? null : text);

/** Enters the bodies the seed documents name, with the positions they print; no source tells their days or members. */
export async function loadBodies(tx: Tx, day: string): Promise<number> {
  const rows = readCsvRows<Column>(referenceFile('lists/bodies.csv'));
  const hand = { actor: system('load-bodies', 'Nạp ban chỉ đạo, tổ giúp việc'), day, requestId: 'load-bodies' };
  for (const { key, level, province_old, kind, name, head, source, note } of rows) {
    const id = stableId('body', key);
    const province = province_old === '' ? null : await provinceToday(tx, province_old);
    await beget(tx, hand, {
      ...{ process: 'body', id, action: 'body.establish', reach: { province } },
      shown: { from: null, heads: head === '' ? 0 : 1 },
      facts: { kind, name, source },
      effect: async (inner) => {
        await inner
          .insertInto('body')
          .values({ id, level, unit: province, kind, name, source, note: orNull(note) })
          .execute();
        if (head !== '')
          await inner
            .insertInto('body_member')
            .values({ id: stableId('body-member', key), body: id, position: head, role: 'head', place: 1 })
            .execute();
      },
    });
  }
  return rows.length;
}
