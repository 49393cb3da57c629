/** The lists behind figures of what offices do for producers: courses, payments, points of sale. */
import { type RawBuilder, sql } from 'kysely';
import type { Behind } from './figure-kinds.ts';

interface AidList {
  /** Column of the rows that names the record. */
  readonly key: string;
  /** Who may open the list; null: everybody. */
  readonly read: string | null;
  /** Name and second words of the record `t`, and its table. */
  readonly name: RawBuilder<unknown>;
  readonly of: RawBuilder<unknown>;
  readonly table: RawBuilder<unknown>;
}

const POINTS: AidList = {
  ...{ key: 'point', read: null, name: sql`t.name`, of: sql`t.address`, table: sql`sale_point` },
};
const LISTS: Readonly<Record<string, AidList>> = {
  trainings: {
    ...{ key: 'training', read: 'training.read', name: sql`t.subject`, of: sql`t.organiser`, table: sql`training` },
  },
  points: POINTS,
  pointsOpened: POINTS,
  payments: {
    ...{ key: 'payment', read: 'support.read', table: sql`support_payment` },
    name: sql`(select m.name from producer m where m.id = t.producer)`,
    of: sql`t.decision`,
  },
};

/** How the rows are listed when they are records of help to producers; null for products and producers. */
export const aidList = ({ rows }: Behind): AidList | null => LISTS[rows] ?? null;

/** The rows with name and amount, as every list behind a figure has them. */
export function aidListed({ key, name, of, table }: AidList, { sums }: Behind, rows: RawBuilder<unknown>) {
  const id = sql.ref(`r.${key}`);
  const amount = sums === undefined ? sql`null::float8` : sql`${sql.ref(`r.${sums}`)}::float8`;
  const told = sums === undefined ? sql`true` : sql`${sql.ref(`r.${sums}`)} is not null`;
  return sql`select t.id, ${name} as name, ${of} as producer, null::integer as star, ${amount} as amount, t.id as row
    from ${rows} r join ${table} t on t.id = ${id} where ${told}`;
}
