import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { Answers, ApplicationKind, DossierForm, DossierState } from './schema.ts';

/** A dossier with the names that stand around it on every page, as they are on `day`. */
export interface DossierRecord {
  readonly id: string;
  readonly state: DossierState;
  /** Moves so far (lifecycle.version); what a move is asked with. */
  readonly version: number;
  /** Version of form, self-score and papers while the producer may write. */
  readonly draftVersion: number;
  readonly nextActor: string | null;
  readonly dueOn: Day | null;
  readonly movedAt: Date;
  readonly kind: ApplicationKind;
  readonly product: { readonly id: string; readonly name: string; readonly invented: boolean };
  readonly producer: { readonly id: string; readonly name: string; readonly type: string | null };
  readonly commune: { readonly id: string; readonly name: string; readonly code: string };
  readonly province: { readonly id: string; readonly name: string; readonly code: string };
  /** Set id of the rulebook, '26-2026/06': decides the sheet, never recomputed (R1.1). */
  readonly productSet: string;
  readonly rulebook: string;
  readonly formerRecognition: string | null;
  readonly form: DossierForm;
  readonly answers: Answers;
  readonly answerNotes: Readonly<Record<string, string>>;
  readonly enteredBy: string;
  readonly onBehalf: boolean;
  readonly signedForm: string | null;
  readonly contentHash: string | null;
  readonly submittedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly proposedOn: Day | null;
  readonly samplesReceived: number | null;
  readonly paperSetReceived: boolean;
  readonly productCode: string | null;
  readonly round: string | null;
  readonly createdAt: Date;
}

/** Whose a dossier is: who may reach a file attached to it. */
export const reachOf = ({ producer, commune, province }: DossierRecord) => ({
  producer: producer.id,
  commune: commune.id,
  province: province.id,
});

/** The dossier, or undefined. Permission is not asked here: pages and actions ask it on the lifecycle row. */
async function findDossier(db: Kysely<DB> | Tx, id: string): Promise<DossierRecord | undefined> {
  const { rows } = await sql<DossierRecord>`
    select d.id, l.state, l.version, d.draft_version as "draftVersion", l.next_actor as "nextActor", l.due_on as "dueOn",
           l.moved_at as "movedAt", d.kind,
           jsonb_build_object('id', p.id, 'name', p.name, 'invented', p.invented) as product,
           jsonb_build_object('id', m.id, 'name', m.name, 'type', m.type) as producer,
           ${unitJson('d.commune')} as commune, ${unitJson('d.province')} as province,
           d.product_set as "productSet", d.rulebook, d.former_recognition as "formerRecognition",
           d.form, d.answers, d.answer_notes as "answerNotes", d.entered_by as "enteredBy", d.on_behalf as "onBehalf",
           d.signed_form as "signedForm", d.content_hash as "contentHash", d.submitted_on as "submittedOn",
           d.received_on as "receivedOn", d.proposed_on as "proposedOn", d.samples_received as "samplesReceived",
           d.paper_set_received as "paperSetReceived", d.product_code as "productCode", d.round, d.created_at as "createdAt"
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
     where d.id = ${id}`.execute(db);
  return rows[0];
}

/** The dossier. Throws notFound. */
export async function getDossier(db: Kysely<DB> | Tx, id: string): Promise<DossierRecord> {
  const found = await findDossier(db, id);
  if (found === undefined) throw notFound('Không tìm thấy hồ sơ này. Kiểm tra lại địa chỉ hoặc mở từ danh sách hồ sơ.');
  return found;
}

/** Newest name and code of a unit: the name papers of today carry. */
function unitJson(column: string) {
  return sql`(select jsonb_build_object('id', v.unit, 'name', v.full_name, 'code', v.code)
                from unit_version v where v.unit = ${sql.ref(column)} order by v.valid_from desc limit 1)`;
}

/** The dossier, its lifecycle row locked first: nobody moves it meanwhile. Throws notFound. */
export async function holdDossier(tx: Tx, id: string): Promise<DossierRecord> {
  await sql`select hold_subject(${id})`.execute(tx);
  return getDossier(tx, id);
}
