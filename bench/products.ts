/** Invented products for measuring, in a database of the bench's own. */
import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { withClient } from '../src/platform/db/connect.ts';

const INVENTED = new URL('./invented.sql', import.meta.url);
const TABLES = ['lifecycle', 'producer', 'product', 'recognition', 'product_search'];
const AT_ONCE = 10_000;

/** Adds the invented products numbered `first` to `last` with producers and recognitions, as the owner. */
export async function inventProducts(ownerUrl: string, first: number, last: number): Promise<void> {
  const statement = await readFile(INVENTED, 'utf8');
  await withClient(ownerUrl, async (client) => {
    await switchTriggers(client, 'disable');
    for (let from = first; from <= last; from += AT_ONCE) {
      await client.query(statement, [from, Math.min(last, from + AT_ONCE - 1)]);
    }
    await client.query(
      'update product p set current_recognition = r.id from recognition r where r.product = p.id and p.current_recognition is null',
    );
    await switchTriggers(client, 'enable');
    for (const table of TABLES) await client.query(`analyze ${table}`);
    await fillSearch(client);
    for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`);
  });
}

async function switchTriggers(client: Client, how: 'enable' | 'disable'): Promise<void> {
  for (const table of ['lifecycle', 'producer', 'product', 'recognition']) {
    await client.query(`alter table ${table} ${how} trigger user`);
  }
}

/** The rows of the search for products that have none yet, some thousands a statement. */
async function fillSearch(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ wanted: string[] }>(
      `select array_agg(id) as wanted from (select id from product p
        where not exists (select from product_search s where s.product = p.id) order by commune limit ${AT_ONCE}) missing`,
    );
    if (!rows[0]?.wanted) return;
    await client.query('select refresh_product_search($1)', [rows[0].wanted]);
  }
}
