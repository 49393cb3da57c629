import type { Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import type { DossierRecord } from './record.ts';
import { dossierPath } from './urls.ts';

interface Words {
  readonly subject: string;
  readonly body: string;
}

/** A note to everybody who acts for the producer of a dossier (U18). */
export async function tellProducer(tx: Tx, dossier: DossierRecord, words: Words): Promise<void> {
  const accounts = await tx
    .selectFrom('appointment')
    .select('account')
    .distinct()
    .where('producer', '=', dossier.producer.id)
    .where('role', '=', 'producer')
    .where('valid_to', 'is', null)
    .execute();
  await tellAll(tx, dossier, accounts, words);
}

/** A note to the officers of a dossier's commune or province. */
export async function tellOffice(
  tx: Tx,
  dossier: DossierRecord,
  office: 'commune' | 'province',
  words: Words,
): Promise<void> {
  const accounts = await tx
    .selectFrom('appointment')
    .select('account')
    .distinct()
    .where('unit', '=', dossier[office].id)
    .where('role', '=', office)
    .where('valid_to', 'is', null)
    .execute();
  await tellAll(tx, dossier, accounts, words);
}

async function tellAll(tx: Tx, { id }: DossierRecord, to: readonly { account: string }[], words: Words): Promise<void> {
  for (const { account } of to) await tell(tx, { channel: 'app', account, ...words, link: dossierPath(id), about: id });
}
