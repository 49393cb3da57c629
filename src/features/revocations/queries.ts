import { type Kysely, sql } from 'kysely';
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
  /** 'tỉnh Hưng Yên' or null; who gave it. */
  readonly decision: string | null;
  readonly issuedOn: Day | null;
  readonly dossier: string | null;
  readonly code: string | null;
}

/** Undefined when there is no such recognition. Ask `recognition.revoke` first. */
export async function revocable(db: Kysely<DB>, id: string): Promise<Revocable | undefined> {
  const { rows } = await sql<Revocable>`
    select g.id, l.state, l.version, g.star, coalesce(g.product_name, p.name) as product, g.producer_name as producer,
           g.decision_number as decision, g.issued_latest as "issuedOn", g.dossier, g.check_code as code
      from recognition g join lifecycle l on l.id = g.id join product p on p.id = g.product where g.id = ${id}`.execute(
    db,
  );
  return rows[0];
}
