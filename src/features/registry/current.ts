/** Which recognition a product shows in the register: one function, for lists brought in and records joined alike. */
import { sql } from 'kysely';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';

const BATCH = 5000;

/**
 * Lets products show their newest recognition; of those of one day the one in force, then the one shown before. An older
 * recognition that comes to a product later never lowers its star (issue 3, test 22). A product without any shows none.
 */
export async function showNewest(tx: Tx, products: readonly string[]): Promise<void> {
  await inBatches(
    products,
    (batch) =>
      sql`update product p set current_recognition = newest.id
      from (select w.id as product, (select r.id from recognition r join lifecycle l on l.id = r.id and l.state <> 'takenBack'
                    where r.product = w.id order by r.issued_latest desc nulls last, (l.state = 'inForce') desc, (r.id = o.current_recognition) desc nulls last, r.id limit 1) as id
              from (select value::uuid as id from json_array_elements_text(${batch}::json)) w join product o on o.id = w.id) newest
      where newest.product = p.id and p.current_recognition is distinct from newest.id`.execute(tx),
    BATCH,
  );
}
