import { type Kysely, sql } from 'kysely';
import type { Level } from '#law/competence';
import type { Actor } from '#platform/actor';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** A certificate as its revocation names it. */
export interface Revocable {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly star: number | null;
  readonly product: string;
  readonly producer: string | null;
  readonly address: string | null;
  /** The province the product lies in. */
  readonly province: string;
  /** Number of the certificate. */
  readonly number: string | null;
  /** Number of the decision that gave it. */
  readonly decision: string | null;
  /** Its day, where the source tells it certainly, and the earliest it can have been. */
  readonly issuedOn: Day | null;
  readonly issuedEarliest: Day | null;
  readonly dossier: string | null;
  readonly code: string | null;
}

/** Undefined when there is no such recognition. Ask the permission first. */
export async function revocable(db: Kysely<DB>, id: string): Promise<Revocable | undefined> {
  const { rows } = await sql<Revocable>`
    select g.id, l.state, l.version, g.star, coalesce(g.product_name, p.name) as product, g.producer_name as producer,
           g.producer_address as address, p.province, g.certificate_number as number, g.decision_number as decision,
           case when g.issued_earliest = g.issued_latest then g.issued_latest end as "issuedOn",
           g.issued_earliest as "issuedEarliest", g.dossier, g.check_code as code
      from recognition g join lifecycle l on l.id = g.id join product p on p.id = g.product where g.id = ${id}`.execute(
    db,
  );
  return rows[0];
}

/** The decision that took a certificate back, as it was recorded here. */
export interface Revocation {
  readonly level: RevokingLevel;
  readonly ground: string;
  readonly proofNumber: string;
  readonly proofDated: Day;
  readonly proofBy: string | null;
  readonly number: string;
  readonly dated: Day;
  readonly signatory: string;
  readonly file: string;
  readonly recordedAt: Date;
}

/** Undefined when none was recorded here (a list of former years tells only its number). */
export async function revocationOf(db: Kysely<DB>, recognition: string): Promise<Revocation | undefined> {
  const { rows } = await sql<Revocation>`
    select level, ground, proof_number as "proofNumber", proof_dated as "proofDated", proof_by as "proofBy", number, dated,
           signatory, file, recorded_at as "recordedAt" from revocation where recognition = ${recognition}`.execute(db);
  return rows[0];
}

export type RevokingLevel = Extract<Level, 'province' | 'central'>;

/** For which authority somebody records a revocation: the Minister for five stars, the Chairperson for the others (Art. 8.2). */
export const revokingLevel = ({ role }: Pick<Actor, 'role'>): RevokingLevel =>
  role === 'ministry' ? 'central' : 'province';
