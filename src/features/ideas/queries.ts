/** Reads of potential products. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { IdeaState, ListQuery } from './schema.ts';

export interface Idea {
  readonly id: string;
  readonly version: number;
  readonly state: IdeaState;
  readonly name: string;
  readonly producer: string | null;
  readonly producerName: string | null;
  readonly producerType: string | null;
  /** Who will make it, while no producer of the register is named. */
  readonly person: string | null;
  readonly commune: string;
  readonly province: string;
  readonly place: string | null;
  readonly productSet: string | null;
  readonly missing: string | null;
  readonly supporter: string | null;
  readonly round: string | null;
  readonly roundName: string | null;
  readonly dossier: string | null;
  readonly invented: boolean;
  readonly enteredOn: Day;
}

const columns = (
  day: Day,
) => sql`i.id, l.version, l.state, i.name, i.producer, r.name as "producerName", r.type as "producerType", i.person, i.commune, i.province,
  place_words(i.commune, null, i.province, ${day}::date) as place, i.product_set as "productSet", i.missing, i.supporter, i.round,
  'Đợt ' || e.no || ' năm ' || e.year as "roundName", i.dossier, i.invented, i.entered_on as "enteredOn"
  from product_idea i join lifecycle l on l.id = i.id left join producer r on r.id = i.producer left join evaluation_round e on e.id = i.round`;

/** One of them. Throws 404. */
export async function findIdea(db: Kysely<DB>, id: string, day: Day): Promise<Idea> {
  const { rows } = await sql<Idea>`select ${columns(day)} where i.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

interface ListAsk extends Pick<ListQuery, 'q' | 'tinhTrang' | 'xa'> {
  readonly day: Day;
  /** Rows of lifecycle `l` the reader reaches. */
  readonly reach: RawBuilder<boolean>;
}

const wanted = ({ q, xa, reach }: ListAsk) => sql`${reach} ${xa ? sql`and i.commune = ${xa}::uuid` : sql``}
  ${q ? sql`and plain_text(i.name || ' ' || coalesce(r.name, i.person, '')) like '%' || plain_text(${q}) || '%'` : sql``}`;

/** A page of ideas, the newest first. */
export async function ideaRows(db: Kysely<DB>, ask: ListAsk, after: string | null, limit: number): Promise<Idea[]> {
  const { rows } = await sql<Idea>`
    select ${columns(ask.day)} where ${wanted(ask)} ${ask.tinhTrang ? sql`and l.state = ${ask.tinhTrang}` : sql``}
      ${after ? sql`and i.id < ${after}::uuid` : sql``} order by i.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many stand in each state. */
export async function ideaCounts(db: Kysely<DB>, ask: ListAsk): Promise<Readonly<Partial<Record<IdeaState, number>>>> {
  const { rows } = await sql<{ state: IdeaState; n: number }>`
    select l.state, count(*)::int as n from product_idea i join lifecycle l on l.id = i.id left join producer r on r.id = i.producer
    where ${wanted(ask)} group by l.state`.execute(db);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Communes of the reader's ideas with their number by state, for the board of a province; at most 300. */
export async function ideaBoard(db: Kysely<DB>, ask: ListAsk): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    select * from (select i.commune, place_text(i.commune, ${ask.day}::date) as place, count(*) filter (where l.state = 'idea')::int as idea,
      count(*) filter (where l.state = 'advised')::int as advised, count(*) filter (where l.state = 'ready')::int as ready,
      count(*) filter (where l.state = 'dossier')::int as dossier, count(*) filter (where l.state = 'dropped')::int as dropped
    from product_idea i join lifecycle l on l.id = i.id left join producer r on r.id = i.producer where ${wanted(ask)}
    group by i.commune) b order by place collate "vi-x-icu", commune limit 300`.execute(db);
  return rows;
}
export interface BoardRow extends Readonly<Record<IdeaState, number>> {
  readonly commune: string;
  readonly place: string | null;
}

/** Producers that may be named: of a commune, or those the reader acts for; at most 300. */
export async function producersToName(
  db: Kysely<DB>,
  { commune, producers }: { commune: string | null; producers: readonly string[] },
): Promise<{ id: string; name: string; commune: string | null; province: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; commune: string | null; province: string | null }>`
    select id, name, commune, province from producer where joined_into is null
      and (commune = ${commune}::uuid or id = any(${[...producers]}::uuid[])) order by name collate "vi-x-icu", id limit 300`.execute(
    db,
  );
  return rows;
}
