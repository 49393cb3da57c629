import { provinceToday, referenceAct } from '#features/legal-acts';
import { readCsvRows, referenceFile, stableId } from '#features/units';
import type { Tx } from '#platform/db/database';
import { beget, system } from '#platform/ledger/ledger';

type Column =
  | ('key' | 'province_old' | 'kind' | 'act' | 'item' | 'giver' | 'owner' | 'words')
  | ('given_on' | 'due_on' | 'term' | 'source');

const orNull = (text: string) => (text === '' ? null : text);

/** Enters the tasks printed in the seed documents: the seven items of the dispatch of 2023, the roles of 843/QĐ-UBND, Art. 2. */
export async function loadTasks(tx: Tx, day: string): Promise<number> {
  const rows = readCsvRows<Column>(referenceFile('lists/tasks.csv'));
  const hand = { actor: system('load-tasks', 'Nạp việc được giao'), day, requestId: 'load-tasks' };
  for (const row of rows) {
    const id = stableId('task', row.key);
    const [given_on, due_on] = [orNull(row.given_on), orNull(row.due_on)];
    await beget(tx, hand, {
      ...{ process: 'task', id, action: 'task.give', reach: { province: await provinceToday(tx, row.province_old) } },
      next: { actor: null, dueOn: null },
      facts: {
        giver: 'province',
        owner: 'words',
        givenOn: given_on,
        dueOn: due_on,
        words: row.words,
        source: row.source,
      },
      effect: async (inner) => {
        await inner
          .insertInto('task')
          .values({
            ...{ id, kind: row.kind, by_ministry: false, giver: row.giver, owner: row.owner, words: row.words },
            ...{ act: referenceAct(row.act), item: row.item, given_on, due_on, term: row.term, source: row.source },
          })
          .execute();
      },
    });
  }
  return rows.length;
}
