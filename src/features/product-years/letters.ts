/** The producer is told that a year came back: a note to each account that acts for it. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import type { ProductYear } from './queries.ts';
import { yearPaths } from './urls.ts';

/** Tells everybody who acts for the product's producer why its year was returned. */
export async function tellReturned(tx: Tx, { id, year, product }: ProductYear, reason: string): Promise<void> {
  const { rows } = await sql<{ account: string }>`
    select distinct account from appointment where producer = ${product.producer}::uuid and role = 'producer' and valid_to is null`.execute(
    tx,
  );
  for (const { account } of rows)
    await tell(tx, {
      ...{ channel: 'app', account, link: yearPaths.one(id), about: product.id },
      subject: `Xã trả lại số liệu năm ${year}: ${product.name}`,
      body: `Lý do: ${reason}\nSửa rồi báo lại.`,
    });
}
