/** Notes to the officers of an office, whoever they are now. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';

interface OfficeLetter {
  readonly subject: string;
  readonly body: string;
  /** Page it leads to, and the record it is about. */
  readonly link: string;
  readonly about: string;
}

/** A note, and a letter where an address is known, to every officer of a commune or province; null: of the Ministry. */
export async function tellOfficers(tx: Tx, unit: string | null, letter: OfficeLetter): Promise<void> {
  const { rows } = await sql<{ account: string; email: string | null }>`
    select distinct p.account, a.email from appointment p join account a on a.id = p.account
     where p.valid_to is null and case when ${unit}::uuid is null then p.role = 'ministry' else p.unit = ${unit}::uuid and p.role in ('commune', 'province') end`.execute(
    tx,
  );
  for (const { account } of rows) await tell(tx, { channel: 'app', account, ...letter });
  const addresses = new Set(rows.flatMap(({ email }) => (email ? [email.toLowerCase()] : [])));
  for (const address of addresses) await tell(tx, { channel: 'email', address, ...letter });
}
