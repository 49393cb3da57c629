import { type Kysely, sql } from 'kysely';
import { certificateRules } from '#features/registry';
import type { CertificateRules, CertificateStatus } from '#law/certificate';
import { statusOn } from '#law/validity';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type ApplicationKind, type DossierState, ENDED_STATES } from './schema.ts';

/** A dossier in the producer's lists. */
export interface OwnDossier {
  readonly id: string;
  readonly kind: ApplicationKind;
  readonly state: DossierState;
  readonly product: string;
  readonly productName: string;
  readonly productSet: string;
  readonly dueOn: Day | null;
  readonly movedAt: Date;
  readonly submittedOn: Day | null;
  /** Number of the newest slip, "0007-X/PĐK-33-11977-2026"; null before the first submission. */
  readonly slip: string | null;
  /** The earliest day by which the advisory team waits for papers it asked for; null where it waits for none. */
  readonly askedBy: Day | null;
}

/** All dossiers of these producers, the ones moved last first. */
export async function ownDossiers(db: Kysely<DB>, producers: readonly string[]): Promise<OwnDossier[]> {
  const { rows } = await sql<OwnDossier>`
    select d.id, d.kind, l.state, d.product, p.name as "productName", d.product_set as "productSet", l.due_on as "dueOn",
           l.moved_at as "movedAt", d.submitted_on as "submittedOn",
           (select s.text from receipt_slip s where s.dossier = d.id and s.body = 'commune'
             order by s.year desc, s.number desc limit 1) as slip,
           (select min(r.due_on) from advice_request r where r.dossier = d.id and r.answered_on is null
               and l.state in ('inRound', 'central')) as "askedBy"
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product
     where d.producer = any(${producers}::uuid[]) order by l.moved_at desc, d.id limit 300`.execute(db);
  return rows;
}

/** A product of the producer with its newest certificate. */
export interface OwnProduct {
  readonly id: string;
  readonly producer: string;
  readonly name: string;
  /** Set id of the taxonomy it is classified under, '26-2026/06'; null when nobody has classified it. */
  readonly productSet: string | null;
  readonly invented: boolean;
  readonly certificate: OwnCertificate | null;
  /** A dossier not yet at its end. */
  readonly openDossier: { readonly id: string; readonly state: DossierState } | null;
  /** Its newest dossier with a self-score: what it lacks to the next star is told from there. */
  readonly scoredDossier: string | null;
}
export interface OwnCertificate {
  readonly id: string;
  readonly star: number | null;
  readonly code: string | null;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  /** Certain last day; null when the source does not give it. */
  readonly expiresOn: Day | null;
  readonly status: CertificateStatus;
  /** A prolongation by law (Art. 12.3), running, planned or over. */
  readonly extension: { readonly from: Day | null; readonly to: Day; readonly reason: string | null } | null;
}

interface ProductRow extends Omit<OwnProduct, 'certificate' | 'openDossier'> {
  readonly open: OwnProduct['openDossier'];
  readonly recognition: string | null;
  readonly life: string;
  readonly star: number | null;
  readonly code: string | null;
  readonly number: string | null;
  readonly issuedEarliest: Day | null;
  readonly issuedLatest: Day | null;
  readonly expiresEarliest: Day | null;
  readonly expiresLatest: Day | null;
  readonly extendedTo: Day | null;
  readonly extendedFrom: Day | null;
  readonly extensionReason: string | null;
  readonly endedOn: Day | null;
  readonly aside: string | null;
}

/** Products of these producers with certificate and open dossier, by name. */
export async function ownProducts(db: Kysely<DB>, producers: readonly string[], day: Day): Promise<OwnProduct[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<ProductRow>`
    select p.id, p.producer, p.name, p.product_set as "productSet", p.invented, o.open, q.id as "scoredDossier",
           r.id as recognition, l.state as life, r.star, coalesce(r.check_code, r.certificate_number) as code,
           r.certificate_number as number, r.issued_earliest as "issuedEarliest", r.issued_latest as "issuedLatest",
           r.expires_earliest as "expiresEarliest", r.expires_latest as "expiresLatest", r.extended_to as "extendedTo",
           r.extended_from as "extendedFrom", r.extension_reason as "extensionReason", r.ended_on as "endedOn", r.aside::text as aside
      from product p
      left join recognition r on r.id = recognition_on(p.id, ${day}::date, ${rules.expiryDayValid})
      left join lifecycle l on l.id = r.id
      left join lateral (
        select jsonb_build_object('id', d.id, 'state', s.state) as open from dossier d join lifecycle s on s.id = d.id
         where d.product = p.id and s.state <> all(${[...ENDED_STATES]}::text[]) limit 1) o on true
      left join lateral (select d.id from dossier d where d.product = p.id and d.answers <> '{}' order by d.created_at desc limit 1) q on true
     where p.producer = any(${producers}::uuid[]) and p.joined_into is null order by p.name, p.id limit 300`.execute(
    db,
  );
  return rows.map(({ id, producer, name, productSet, invented, open, scoredDossier, ...row }) => {
    const openDossier = open ?? null;
    const certificate = row.recognition === null ? null : certificateOf(row, row.recognition, day, rules);
    return { id, producer, name, productSet, invented, certificate, openDossier, scoredDossier };
  });
}

type CertificatePart = Omit<
  ProductRow,
  'id' | 'producer' | 'name' | 'productSet' | 'invented' | 'open' | 'scoredDossier'
>;

function certificateOf(row: CertificatePart, id: string, day: Day, rules: CertificateRules): OwnCertificate {
  return {
    id,
    star: row.star,
    code: row.code,
    number: row.number,
    issuedOn: row.issuedEarliest === row.issuedLatest ? row.issuedLatest : null,
    expiresOn: row.expiresEarliest === row.expiresLatest ? row.expiresLatest : null,
    status: statusOn(row, day, rules),
    extension:
      row.extendedTo === null ? null : { from: row.extendedFrom, to: row.extendedTo, reason: row.extensionReason },
  };
}

/** Who helps: an officer of the commune, by name and office telephone. */
export interface Helper {
  readonly name: string;
  readonly phone: string | null;
  readonly commune: string;
}

/** The officers of the producers' communes today. */
export async function helpers(db: Kysely<DB>, producers: readonly string[], day: Day): Promise<Helper[]> {
  const { rows } = await sql<Helper>`
    select distinct a.full_name as name, a.phone, v.full_name as commune
      from producer m join appointment t on t.unit = m.commune and t.role = 'commune'
       and t.valid_from <= ${day} and (t.valid_to is null or t.valid_to >= ${day})
      join account a on a.id = t.account join lifecycle l on l.id = a.id and l.state = 'active'
      join lateral (select w.full_name from unit_version w where w.unit = m.commune order by w.valid_from desc limit 1) v on true
     where m.id = any(${producers}::uuid[]) order by name limit 3`.execute(db);
  return rows;
}

/** The producers an account acts for, by name. */
export function namesOf(db: Kysely<DB>, producers: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (producers.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('producer')
    .select(['id', 'name'])
    .where('id', 'in', [...producers])
    .orderBy('name')
    .execute();
}

/** A numbered receipt slip. */
export interface SlipRow {
  readonly body: 'commune' | 'province';
  readonly text: string;
  readonly receivedOn: Day;
  readonly receiverName: string;
}

/** The slips of a dossier, newest first. */
export async function slipsOf(db: Kysely<DB>, dossier: string): Promise<SlipRow[]> {
  const { rows } = await sql<SlipRow>`
    select body, text, received_on as "receivedOn", receiver_name as "receiverName" from receipt_slip
     where dossier = ${dossier} order by received_on desc, year desc, number desc`.execute(db);
  return rows;
}
