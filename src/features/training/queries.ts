/** Reads of courses. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_LABEL } from '#features/legal-acts';
import type { TrainingKind, TrainingNumbers } from '#law/training';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { ListQuery, Qualifier } from './schema.ts';

export interface Training extends TrainingNumbers {
  readonly id: string;
  readonly version: number;
  readonly state: 'held' | 'withdrawn';
  readonly kind: TrainingKind;
  readonly subject: string;
  readonly organiser: string;
  readonly venue: string | null;
  /** Its commune or province as it was called on the last day of the course. */
  readonly unitName: string;
  readonly from: Day;
  readonly to: Day;
  readonly act: string | null;
  readonly actLabel: string | null;
  readonly qualifier: Qualifier;
  readonly note: string | null;
  readonly invented: boolean;
  /** Producers known to have taken part. */
  readonly named: number;
}

const columns = sql`t.id, l.version, l.state, t.kind, t.subject, t.organiser, t.venue, place_text(coalesce(t.commune, t.province), t.to_on) as "unitName",
    t.from_on as "from", t.to_on as "to", t.act, case when a.id is not null then ${ACT_LABEL} end as "actLabel", t.qualifier, t.people, t.turns,
    t.officers, t.producers, t.women, t.note, t.invented, (select count(*)::int from training_producer x where x.training = t.id) as named
    from training t join lifecycle l on l.id = t.id left join legal_act a on a.id = t.act`;

const wanted = ({ q, kind, nam }: ListQuery, reach: RawBuilder<boolean>) => sql`${reach} and l.state = 'held'
    ${kind ? sql`and t.kind = ${kind}` : sql``}
    ${nam ? sql`and t.to_on between make_date(${nam}, 1, 1) and make_date(${nam}, 12, 31)` : sql``}
    ${q ? sql`and plain_text(concat_ws(' ', t.subject, t.organiser, t.venue)) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}`;

export interface TrainingAsk {
  readonly query: ListQuery;
  /** Rows of lifecycle `l` the reader reaches. */
  readonly reach: RawBuilder<boolean>;
}

/** Courses within reach, the newest first. */
export async function listTrainings(
  db: Kysely<DB>,
  { query, reach }: TrainingAsk,
  from: number,
  limit: number,
): Promise<Training[]> {
  const { rows } = await sql<Training>`select ${columns} where ${wanted(query, reach)}
    order by t.to_on desc, t.id offset ${from} limit ${limit}`.execute(db);
  return rows;
}

export interface TrainingSums {
  readonly trainings: number;
  readonly people: number;
  readonly turns: number;
}

/** What the list adds up to, whatever page of it is shown. */
export async function sumTrainings(db: Kysely<DB>, { query, reach }: TrainingAsk): Promise<TrainingSums> {
  const { rows } = await sql<TrainingSums>`
    select count(*)::int as trainings, coalesce(sum(t.people), 0)::float8 as people, coalesce(sum(t.turns), 0)::float8 as turns
      from training t join lifecycle l on l.id = t.id where ${wanted(query, reach)}`.execute(db);
  return rows[0] ?? { trainings: 0, people: 0, turns: 0 };
}

/** One course. Throws 404. */
export async function findTraining(db: Kysely<DB>, id: string): Promise<Training> {
  const { rows } = await sql<Training>`select ${columns} where t.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

export interface Attended {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
}

const producer = (day: Day) =>
  sql`p.id, p.name, place_words(p.commune, p.former_unit, p.province, ${day}::date) as place from producer p`;

/** Producers known to have taken part, in Vietnamese order. */
export async function attendedBy(db: Kysely<DB>, training: string, day: Day): Promise<Attended[]> {
  const { rows } = await sql<Attended>`select ${producer(day)} join training_producer x on x.producer = p.id
     where x.training = ${training}::uuid order by p.name collate "vi-x-icu", p.id limit 2000`.execute(db);
  return rows;
}

/** Producers within reach by their name that are not on the course's list yet; without words the first of them. */
export async function producersToAdd(
  db: Kysely<DB>,
  training: string,
  { q, reach, day }: { readonly q: string | undefined; readonly reach: RawBuilder<boolean>; readonly day: Day },
  limit: number,
): Promise<Attended[]> {
  const { rows } = await sql<Attended>`select ${producer(day)} join lifecycle l on l.id = p.id
     where p.joined_into is null and ${reach} and not exists (select from training_producer x where x.training = ${training}::uuid and x.producer = p.id)
       ${q ? sql`and plain_text(p.name) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}
     order by p.name collate "vi-x-icu", p.id limit ${limit}`.execute(db);
  return rows;
}

/** How many of these producers are within reach and stand for themselves. */
export async function countReached(
  db: Kysely<DB>,
  producers: readonly string[],
  reach: RawBuilder<boolean>,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from producer p join lifecycle l on l.id = p.id
     where p.id = any(${[...producers]}::uuid[]) and p.joined_into is null and ${reach}`.execute(db);
  return rows[0]?.n ?? 0;
}
