import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type Decidable, destination, waitsForDecision } from './destination.ts';
import type { DecisionKind } from './schema.ts';

type Db = Kysely<DB>;

export interface DecisionListRow {
  readonly id: string;
  readonly state: string;
  readonly kind: DecisionKind;
  readonly level: 'province' | 'central';
  readonly title: string;
  readonly number: string | null;
  readonly dated: Day | null;
  readonly items: number;
  /** The reader's office issues it; others read it. */
  readonly acts: boolean;
}

/** Decisions within reach: drafts first, then the newest. `acts` says which of them the reader works on. */
export async function listDecisions(
  db: Db,
  reach: RawBuilder<boolean>,
  acts: RawBuilder<boolean>,
  limit = 200,
): Promise<DecisionListRow[]> {
  const { rows } = await sql<DecisionListRow>`
    select d.id, l.state, d.kind, d.level, d.title, d.number, d.dated,
           (select count(*)::int from decision_item i where i.decision = d.id) as items, ${acts} as acts
      from decision d join lifecycle l on l.id = d.id where ${reach}
     order by array_position(array['draft','proposed','issued','cancelled'], l.state), d.dated desc nulls first, d.id desc
     limit ${limit}`.execute(db);
  return rows;
}

/** A product of a concluded session with where its result leads. */
export interface DestinedProduct extends Decidable {
  readonly product: string;
  readonly producer: string;
  readonly sum: number;
  readonly count: number;
  readonly version: number;
  readonly leads: ReturnType<typeof destination>;
}
export interface ConcludedSession {
  readonly id: string;
  readonly title: string;
  readonly heldOn: Day | null;
  /** 'đợt 03 năm 2026'; null where the session belongs to none. */
  readonly round: string | null;
  readonly products: readonly DestinedProduct[];
}

/** Sessions with products that wait for a decision or a closing by a province (null: by the Ministry). */
export async function concludedSessions(db: Db, province: string | null): Promise<ConcludedSession[]> {
  const { rows } = await sql<Omit<ConcludedSession, 'products'> & { products: Omit<DestinedProduct, 'leads'>[] }>`
    select z.id, z.title, z.held_on as "heldOn", min('đợt ' || lpad(o.no::text, 2, '0') || ' năm ' || o.year) as round, json_agg(json_build_object('dossier', r.dossier, 'star', r.star,
             'candidate', r.candidate, 'path', r.path, 'level', c.level, 'returned', l.state = 'centralReturned', 'product', p.name, 'producer', m.name, 'sum', r.point_sum,
             'count', r.sheet_count, 'version', l.version) order by r.star desc nulls last, p.name) as products
      from evaluation_result r join lifecycle l on l.id = r.dossier join council_session z on z.id = r.session
      join lifecycle s on s.id = z.id join council c on c.id = z.council join dossier d on d.id = r.dossier join product p on p.id = d.product
      join producer m on m.id = d.producer left join evaluation_round o on o.id = z.round
     where ${waitsForDecision(province)} group by z.id order by z.held_on desc nulls last limit 50`.execute(db);
  return rows.map((row) => ({
    ...row,
    products: row.products.map((one) => ({ ...one, leads: destination(one) })),
  }));
}
