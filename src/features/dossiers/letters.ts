import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import type { DossierRecord } from './record.ts';
import { dossierPath } from './urls.ts';

interface Words {
  readonly subject: string;
  readonly body: string;
}

/** Somebody who is told: a note in the product for an account, a letter where there is an e-mail address. */
interface Told {
  readonly account: string | null;
  readonly email: string | null;
}

/** A note to everybody who acts for the producer of a dossier, and a letter to them and to the producer's own address (U18). */
export async function tellProducer(tx: Tx, dossier: DossierRecord, words: Words): Promise<void> {
  const { rows } = await sql<Told>`
    select distinct p.account, a.email from appointment p join account a on a.id = p.account
     where p.producer = ${dossier.producer.id} and p.role = 'producer' and p.valid_to is null
    union all select null, m.email from producer m where m.id = ${dossier.producer.id}`.execute(tx);
  await tellAll(tx, dossier, rows, words);
}

/** A note and a letter to the officers of a dossier's commune or province, or to the Ministry's. */
export async function tellOffice(
  tx: Tx,
  dossier: DossierRecord,
  office: 'commune' | 'province' | 'ministry',
  words: Words,
): Promise<void> {
  const { rows } = await sql<Told>`
    select distinct p.account, a.email from appointment p join account a on a.id = p.account
     where (${office === 'ministry'} or p.unit = ${office === 'ministry' ? null : dossier[office].id}::uuid) and p.role = ${office} and p.valid_to is null`.execute(
    tx,
  );
  await tellAll(tx, dossier, rows, words);
}

async function tellAll(tx: Tx, { id }: DossierRecord, to: readonly Told[], words: Words): Promise<void> {
  const parts = { ...words, link: dossierPath(id), about: id };
  for (const { account } of to) if (account !== null) await tell(tx, { channel: 'app', account, ...parts });
  const addresses = new Set(to.flatMap(({ email }) => (email ? [email.toLowerCase()] : [])));
  for (const address of addresses) await tell(tx, { channel: 'email', address, ...parts });
}
