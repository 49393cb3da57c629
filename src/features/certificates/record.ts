import { type Kysely, sql } from 'kysely';
import type { State } from '#law/moves';
import type { Star } from '#law/rulebooks';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { DecisionContent, DecisionKind } from './schema.ts';

export interface DecisionRecord {
  readonly id: string;
  readonly state: State<'decision'>;
  readonly version: number;
  /** Version of the texts officials edit. */
  readonly draftVersion: number;
  readonly kind: DecisionKind;
  readonly level: 'province' | 'central';
  /** Null for a decision of the Ministry. */
  readonly province: string | null;
  readonly session: string;
  readonly title: string;
  readonly submissionNumber: string | null;
  readonly submissionDate: Day | null;
  readonly number: string | null;
  readonly dated: Day | null;
  readonly signatory: string | null;
  readonly signingCapacity: string | null;
  /** Under which mandate: its number with day, and the position printed under the capacity. */
  readonly mandate: { readonly id: string; readonly act: string; readonly position: string } | null;
  readonly signedFile: string | null;
  readonly content: DecisionContent;
  readonly items: readonly DecisionItem[];
}

/** One line of the annex: what the council found, and what the decision makes of it. */
export interface DecisionItem {
  readonly dossier: string;
  readonly dossierState: State<'dossier'>;
  readonly kind: 'first' | 'upgrade' | 'reEvaluation';
  readonly rulebook: string;
  readonly productSet: string;
  readonly productCode: string | null;
  readonly product: string;
  readonly productName: string;
  readonly producer: string;
  readonly producerName: string;
  readonly address: string | null;
  readonly commune: string;
  readonly province: string;
  readonly sum: number;
  readonly count: number;
  readonly bandStar: Star;
  readonly resultStar: Star | null;
  readonly candidate: boolean;
  readonly path: 'toMinistry' | 'recogniseFour' | null;
  /** The star this decision gives; null in an approval of candidates. */
  readonly star: number | null;
  readonly recognition: string | null;
  /** Check code of its certificate, once issued. */
  readonly checkCode: string | null;
}

/** The decision with its annex, or undefined. Permission is not asked here. */
export async function findDecision(db: Kysely<DB> | Tx, id: string): Promise<DecisionRecord | undefined> {
  const { rows } = await sql<DecisionRecord>`
    select d.id, l.state, l.version, d.draft_version as "draftVersion", d.kind, d.level, d.province, d.session, d.title, d.submission_number as "submissionNumber",
           d.submission_date as "submissionDate", d.number, d.dated, d.signatory, d.signing_capacity as "signingCapacity",
           (select json_build_object('id', m.id, 'act', m.act, 'position', m.position) from mandate m where m.id = d.mandate) as mandate,
           d.signed_file as "signedFile", d.content, coalesce(items.list, '[]') as items
      from decision d join lifecycle l on l.id = d.id
      left join lateral (select json_agg(json_build_object(
             'dossier', i.dossier, 'dossierState', k.state, 'kind', o.kind, 'rulebook', o.rulebook, 'productSet', o.product_set,
             'productCode', o.product_code, 'product', p.id, 'productName', p.name, 'producer', m.id, 'producerName', m.name,
             'address', coalesce(o.form->'general'->>'address', m.address), 'commune', o.commune, 'province', o.province,
             'sum', r.point_sum, 'count', r.sheet_count, 'bandStar', r.band_star, 'resultStar', r.star,
             'candidate', r.candidate, 'path', r.path, 'star', i.star, 'recognition', i.recognition,
             'checkCode', (select c.check_code from recognition c where c.id = i.recognition)) order by i.position) as list
        from decision_item i join dossier o on o.id = i.dossier join lifecycle k on k.id = o.id
        join product p on p.id = o.product join producer m on m.id = o.producer
        join evaluation_result r on r.dossier = i.dossier and r.session = d.session
       where i.decision = d.id) items on true
     where d.id = ${id}`.execute(db);
  return rows[0];
}

/** The decision, its lifecycle row locked. Throws notFound. */
export async function holdDecision(tx: Tx, id: string): Promise<DecisionRecord> {
  await sql`select hold_subject(${id})`.execute(tx);
  const found = await findDecision(tx, id);
  if (!found) throw notFound('Không tìm thấy quyết định này.');
  return found;
}
