import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_HOLDS, type ActChange, type ActStanding, actState, CHANGING } from '#law/act-validity';
import { LAW_SETTINGS } from '#law/settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { setting } from '#platform/settings';
import type { ActKind, ActLevel, ListQuery } from './schema.ts';

/** A legal act as it was entered. */
export interface ActRecord {
  readonly id: string;
  readonly version: number;
  readonly kind: ActKind;
  readonly number: string | null;
  readonly issuer: string;
  readonly level: ActLevel;
  readonly title: string;
  readonly issuedOn: Day | null;
  readonly inForceFrom: Day | null;
  readonly expiresOn: Day | null;
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
  readonly signatory: string | null;
  readonly signingCapacity: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly note: string | null;
  readonly file: string | null;
  readonly open: boolean;
}
/** With its state on the day asked. */
export interface Act extends ActRecord {
  readonly standing: ActStanding;
}

/** The register is read whole to be judged by day: more acts than this are not kept by one system. */
const MOST = 5000;

const changes = sql`coalesce((select json_agg(json_build_object('kind', r.kind, 'on', r.on_day) order by r.on_day)
    from legal_act_relation r where r.other = a.id and r.kind = any(${[...CHANGING]}::text[])), '[]')`;
const columns = sql`a.id, l.version, a.kind, a.number, a.issuer, a.level, a.title, a.issued_on as "issuedOn",
    a.in_force_from as "inForceFrom", a.expires_on as "expiresOn", a.period_from as "periodFrom", a.period_to as "periodTo",
    a.signatory, a.signing_capacity as "signingCapacity", a.source, a.source_url as "sourceUrl", a.note, a.file, a.open, ${changes} as changes
    from legal_act a join lifecycle l on l.id = a.id and l.state = 'kept'`;

/** What everybody calls the act `a`: number or title, issuer, day. */
export const ACT_LABEL = sql`concat_ws(', ', coalesce(a.number, a.title), a.issuer, to_char(a.issued_on, 'DD/MM/YYYY'))`;

type Row = ActRecord & { changes: readonly ActChange[] };

async function judged(db: Kysely<DB>, rows: readonly Row[], day: Day): Promise<Act[]> {
  const value = await setting(db, 'actsEndWithPeriod', { day });
  const endsWithPeriod = typeof value === 'boolean' ? value : LAW_SETTINGS.actsEndWithPeriod.initial;
  return rows.map(({ changes: told, ...act }) => ({ ...act, standing: actState(act, told, day, { endsWithPeriod }) }));
}

/** Acts by the newest, those without a day last; found by number, title, issuer or signatory, with or without marks. */
export async function listActs(db: Kysely<DB>, { q, kind, level, state }: ListQuery, day: Day): Promise<Act[]> {
  const words = (q ?? '').split(/\s+/).filter((word) => word !== '');
  const text = sql`plain_text(concat_ws(' ', a.number, a.title, a.issuer, a.signatory))`;
  const each = words.map(
    (word) => sql`and ${text} like '%' || replace(replace(plain_text(${word}), '%', ''), '_', '') || '%'`,
  );
  const { rows } = await sql<Row>`select ${columns} where true ${sql.join(each, sql` `)}
      ${kind ? sql`and a.kind = ${kind}` : sql``} ${level ? sql`and a.level = ${level}` : sql``}
    order by a.issued_on desc nulls last, a.title collate "vi-x-icu", a.id limit ${MOST}`.execute(db);
  const acts = await judged(db, rows, day);
  return state ? acts.filter(({ standing }) => standing.state === state) : acts;
}

/** Acts whose number begins with the figures typed, when nothing was found: 919/QĐ-UBND leads to 919/QĐ-TTg. */
export async function actsOfSameFigures(db: Kysely<DB>, q: string, day: Day): Promise<Act[]> {
  const figures = /\d+/.exec(q)?.[0];
  if (figures === undefined) return [];
  const { rows } = await sql<Row>`select ${columns} where substring(a.number from '^[0-9]+') = ${figures}
    order by a.issued_on desc nulls last, a.id limit 10`.execute(db);
  return judged(db, rows, day);
}

/** Is it in force, amended or not? */
export const holds = ({ standing }: Act): boolean => ACT_HOLDS.includes(standing.state);

/** Acts a condition on `legal_act a` names; at most `limit`. */
export async function findActs(db: Kysely<DB>, where: RawBuilder<unknown>, day: Day, limit: number): Promise<Act[]> {
  const { rows } = await sql<Row>`select ${columns} where ${where} order by a.id limit ${limit}`.execute(db);
  return judged(db, rows, day);
}

/** One act; undefined when there is none, or it was removed. */
export async function findAct(db: Kysely<DB>, id: string, day: Day): Promise<Act | undefined> {
  const { rows } = await sql<Row>`select ${columns} where a.id = ${id}`.execute(db);
  return (await judged(db, rows, day))[0];
}

export interface Related {
  readonly id: string;
  readonly kind: ActChange['kind'];
  /** `act`: the other acts on this one; `other`: this one acts on the other. */
  readonly from: 'act' | 'other';
  readonly on: Day | null;
  readonly note: string | null;
  /** The other act; null when the source does not name it. */
  readonly act: string | null;
  readonly label: string | null;
}

/** What this act does to others and others to it, by day; `openOnly`: only acts everybody may see. */
export async function relationsOf(db: Kysely<DB>, id: string, openOnly = false): Promise<Related[]> {
  const { rows } = await sql<Related>`
    select r.id, r.kind, case when r.other = ${id}::uuid then 'act' else 'other' end as from, r.on_day as on, r.note, a.id as act, ${ACT_LABEL} as label
      from legal_act_relation r left join legal_act a on a.id = case when r.other = ${id}::uuid then r.act else r.other end
     where (r.act = ${id}::uuid or r.other = ${id}::uuid) and (${!openOnly} or a.open is not false)
     order by r.on_day nulls last, r.kind, label, r.id limit 300`.execute(db);
  return rows;
}

/** Acts a form offers while one types: the newest. */
export async function actOffers(db: Kysely<DB>, where: RawBuilder<boolean> = sql<boolean>`true`): Promise<string[]> {
  const { rows } = await sql<{ label: string }>`select ${ACT_LABEL} as label from legal_act a
      join lifecycle l on l.id = a.id and l.state = 'kept' where ${where}
     order by a.issued_on desc nulls last, a.id limit 300`.execute(db);
  return rows.map(({ label }) => label);
}

/** Numbers a form offers where the number alone is kept and printed; the newest first. */
export async function actNumbers(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`select a.number from legal_act a
      join lifecycle l on l.id = a.id and l.state = 'kept' where a.number is not null
     group by a.number order by max(a.issued_on) desc nulls last, a.number limit 300`.execute(db);
  return rows.map(({ number }) => number);
}

export interface Named {
  readonly id: string;
  readonly label: string;
  readonly issuedOn: Day | null;
  readonly inForceFrom: Day | null;
}

/** Acts that bear a number or are called so in full. */
export async function actsNamed(db: Kysely<DB>, words: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select a.id, ${ACT_LABEL} as label, a.issued_on as "issuedOn", a.in_force_from as "inForceFrom" from legal_act a
      join lifecycle l on l.id = a.id and l.state = 'kept'
     where code_key(a.number) = code_key(${words}) or plain_text(${ACT_LABEL}) = plain_text(${words})
     order by plain_text(${ACT_LABEL}) = plain_text(${words}) desc, a.issued_on desc nulls last, a.id limit 6`.execute(
    db,
  );
  const [first] = rows;
  return first && first.label.toLocaleLowerCase('vi') === words.toLocaleLowerCase('vi') ? [first] : rows;
}
