import { type Kysely, sql } from 'kysely';
import type { SessionFile } from '#law/session-record';
import { verifyRecord } from '#law/session-verify';
import type { DB } from '#platform/db/schema.generated';
import { setIndexOf } from './compute.ts';
import { sha256 } from './record.ts';

/** Every kept record of a session: it fits its seal and the law, and the versions in the tables are those it holds. */
export async function auditRecords(db: Kysely<DB>): Promise<{ looked: number; faults: string[] }> {
  const { rows } = await sql<{ seal: string; record: string; title: string; hashes: string[] }>`
    select r.seal, r.record, s.title, array(select v.hash from score_sheet h join score_sheet_version v on v.sheet = h.id
              join session_dossier o on o.session = h.session and o.dossier = h.dossier where h.session = s.id) as hashes
      from session_record r join council_session s on s.id = r.session order by r.session`.execute(db);
  const faults: string[] = [];
  for (const { seal, record, title, hashes } of rows) {
    const file: SessionFile = JSON.parse(record);
    const sets = new Map(
      await Promise.all(
        file.products.map(async ({ productSet }) => [productSet, await setIndexOf(productSet)] as const),
      ),
    );
    const wrong = verifyRecord(file, { hash: sha256, setOf: (productSet) => sets.get(productSet) });
    for (const { what } of wrong.filter(({ fits }) => !fits))
      faults.push(`Record of ${title}: ${what}: it does not fit`);
    if (file.seal !== seal) faults.push(`Record of ${title}: its seal is not the one kept beside it`);
    const kept = file.chain.map(({ hash }) => hash).toSorted();
    if (kept.join() !== hashes.toSorted().join())
      faults.push(`Record of ${title}: the sheets kept since are not those it holds`);
  }
  return { looked: rows.length, faults };
}
