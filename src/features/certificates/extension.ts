/** The prolongation of a certificate by law (Art. 12.3): what officers and producer read of it, and the record of the office's notice. */
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { type Extension, extensionsOf } from '#features/registry';
import type { FactsOf } from '#law/moves';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { decisionRow, noteExtension as noteInput } from './schema.ts';

/** A notice of a prolongation as it was recorded. */
export interface ExtensionNotice {
  readonly id: string;
  readonly number: string;
  readonly dated: Day;
  readonly signatory: string | null;
  readonly file: string | null;
}

/** A certificate with its newest prolongation. */
export interface ExtensionFacts {
  readonly recognition: string;
  readonly version: number;
  readonly state: string;
  readonly province: string;
  readonly commune: string | null;
  readonly number: string | null;
  readonly code: string;
  readonly product: string;
  readonly producer: string | null;
  readonly address: string | null;
  readonly star: number | null;
  readonly decision: string | null;
  readonly expiresOn: Day;
  readonly filedOn: Day | null;
  readonly extension: Extension;
  readonly earlier: readonly Extension[];
  readonly notices: readonly ExtensionNotice[];
}

/** What is known of the prolongation of a certificate; undefined where it never had one. */
export async function extensionFacts(db: Kysely<DB>, recognition: string): Promise<ExtensionFacts | undefined> {
  const [extension, ...earlier] = await extensionsOf(db, recognition);
  if (!extension) return undefined;
  const { rows } = await sql<Omit<ExtensionFacts, 'extension' | 'earlier'>>`
    select r.id as recognition, l.version, l.state, d.province, r.certificate_number as number,
           coalesce(r.check_code, r.certificate_number, r.id::text) as code, r.product_name as product,
           coalesce(r.producer_name, m.name) as producer, coalesce(r.producer_address, m.address) as address, r.star,
           r.decision_number as decision, r.expires_latest as "expiresOn", d.submitted_on as "filedOn",
           (select v.full_name from unit_version v where v.unit = d.commune order by v.valid_from desc limit 1) as commune,
           coalesce((select json_agg(json_build_object('id', n.id, 'number', n.number, 'dated', n.dated, 'signatory', n.signatory,
               'file', n.file) order by n.dated, n.recorded_at) from extension_notice n where n.extension = ${extension.id}), '[]') as notices
      from recognition r join lifecycle l on l.id = r.id join dossier d on d.id = ${extension.dossier}
      join producer m on m.id = d.producer where r.id = ${recognition}`.execute(db);
  const found = rows[0];
  return found && { ...found, extension, earlier };
}

/** Records the office's written notice of a prolongation: number, day, who signed, the signed file. */
export const noteExtension = action({
  name: 'recognition.noteExtension',
  title: 'Ghi thông báo kéo dài hiệu lực',
  input: noteInput,
  output: decisionRow,
  subject: (given) => given.id,
  async run(ctx, given) {
    const [extension] = await extensionsOf(ctx.tx, given.id);
    const shown: FactsOf<'recognition.noteExtension'> = {
      number: given.number,
      dated: given.dated,
      running: extension !== undefined,
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'recognition.noteExtension',
      subject: given.id,
      expect: ctx.expect,
      facts: { number: given.number, dated: given.dated, extension: extension?.id ?? null },
      shown,
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], { province: ctx.actor.area });
        await tx
          .insertInto('extension_notice')
          .values({
            id: v7(),
            extension: extension?.id ?? '',
            number: given.number,
            dated: given.dated,
            signatory: given.signatory ?? null,
            file: given.file ?? null,
            recorded_by: ctx.actor.account,
          })
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** The recognition of a province that was prolonged last; null where there is none. */
export async function newestExtension(db: Kysely<DB>, province: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select e.recognition as id from certificate_extension e join lifecycle l on l.id = e.recognition
     where l.province = ${province} order by e.id desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
