/** Invented products for measuring, in a database of the bench's own. */
import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { withClient } from '../src/platform/db/connect.ts';

const INVENTED = new URL('./invented.sql', import.meta.url);
const EARLIER = new URL('./earlier.sql', import.meta.url);
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

/** Adds nine earlier recognitions to each invented product, as the owner: a register of many years. */
export async function inventEarlier(ownerUrl: string, products: number): Promise<void> {
  const statement = await readFile(EARLIER, 'utf8');
  await withClient(ownerUrl, async (client) => {
    await switchTriggers(client, 'disable');
    for (let from = 1; from <= products; from += AT_ONCE)
      await client.query(statement, [from, Math.min(products, from + AT_ONCE - 1)]);
    await switchTriggers(client, 'enable');
    await countAll(client);
  });
}

/** What is counted by place, for everything invented so far. */
export const countInvented = (ownerUrl: string): Promise<void> => withClient(ownerUrl, countAll);

async function countAll(client: Client): Promise<void> {
  await client.query(PLACES);
  await client.query(
    'select refresh_places(array(select id from place p where not exists (select from place_span s where s.place = p.id)))',
  );
  await client.query(COUNTED);
  for (const table of [...TABLES, 'counted_recognition', 'counted_product'])
    await client.query(`vacuum (analyze) ${table}`);
}

/** What triggers keep row by row, here at once. */
const PLACES = `insert into place (id, commune, former_unit, province, earlier_units)
  select distinct on (place) place, commune, former_unit, province, earlier_units from product on conflict do nothing`;
const COUNTED = `insert into counted_recognition (recognition, product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_to, ended_on)
  select g.id, g.product, p.place, g.star, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_to, g.ended_on
  from recognition g join product p on p.id = g.product join lifecycle l on l.id = g.id on conflict do nothing`;

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
