/** Whether the producer may take a dossier back: before it is scored, and, once a result was looked at again, by the setting. */
import { type Kysely, sql } from 'kysely';
import { type FactsOf, findStep, needs } from '#law/moves';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { settingsOn } from '#platform/settings';
import type { DossierRecord } from './record.ts';

/** What the law asks of a withdrawal. */
export async function withdrawalFacts(
  db: Kysely<DB> | Tx,
  dossier: Pick<DossierRecord, 'id' | 'province'>,
  day: Day,
): Promise<FactsOf<'dossier.withdraw'>> {
  const { rows } = await sql`
    select from ledger where subject = ${dossier.id} and action in ('dossier.redo', 'dossier.reopen', 'dossier.evaluateAgain') limit 1`.execute(
    db,
  );
  const { redoneWithdrawal } = lawSettings(await settingsOn(db, day, dossier.province.id));
  return { redone: rows.length > 0, allowed: redoneWithdrawal === 'allow' };
}

/** Would the law let it be withdrawn today? */
export async function mayBeWithdrawn(db: Kysely<DB>, dossier: DossierRecord, day: Day): Promise<boolean> {
  if (!findStep('dossier.withdraw', dossier.state)) return false;
  return needs('dossier.withdraw', await withdrawalFacts(db, dossier, day), day).ok;
}
