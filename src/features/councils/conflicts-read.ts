/** Conflicts of interest of a session: what is found from the records, and what was done about each. */
import { type Kysely, sql } from 'kysely';
import {
  type ConflictKind,
  type FoundConflict,
  findConflicts,
  type MemberFacts,
  type ProductFacts,
} from '#law/conflicts';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { namesFor } from './blind.ts';
import type { TeamMember } from './team-read.ts';

type Db = Kysely<DB> | Tx;

/** A sign of a conflict with what was done: stepped back, kept with a reason, or nothing yet. */
export interface ConflictRow {
  readonly seat: string;
  readonly account: string;
  readonly member: string;
  readonly dossier: string;
  readonly product: string;
  readonly kind: ConflictKind;
  readonly words: string;
  readonly outcome: 'open' | 'steppedBack' | 'kept';
  readonly reason: string | null;
}

/** Signs found between the scoring seats of a session and its products, with what was done about each. */
export async function sessionConflicts(db: Db, session: string, day: Day, reader: string): Promise<ConflictRow[]> {
  const [members, products, settled] = await Promise.all([
    memberFacts(db, session, day),
    productFacts(db, session, reader),
    settledOf(db, session),
  ]);
  return findConflicts(members, products).map((one) => {
    const member = members.find(({ seat }) => seat === one.seat);
    const back = settled.back.find(({ seat, dossier }) => seat === one.seat && dossier === one.dossier);
    const kept = settled.kept.find(
      ({ seat, dossier, kind }) => seat === one.seat && dossier === one.dossier && kind === one.kind,
    );
    return {
      ...one,
      account: member?.account ?? '',
      member: member?.name ?? '',
      product: products.find(({ dossier }) => dossier === one.dossier)?.product ?? '',
      outcome: back ? 'steppedBack' : kept ? 'kept' : 'open',
      reason: back?.reason ?? kept?.reason ?? null,
    };
  });
}

async function memberFacts(db: Db, session: string, day: Day): Promise<MemberFacts[]> {
  const { rows } = await sql<MemberFacts>`
    select s.id as seat, s.account, a.full_name as name, s.organisation, s.home,
           array(select p.unit from appointment p where p.account = s.account and p.role = 'commune' and p.unit is not null
              and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})) as communes,
           array(select p.producer from appointment p where p.account = s.account and p.producer is not null
              and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})) as producers
      from seat_reach r join council_seat s on s.id = r.seat join account a on a.id = s.account
     where r.subject = ${session} and r.seat_role = s.role and s.role <> 'secretary'
     order by array_position(array['chair','viceChair','member','substitute'], s.role), a.full_name`.execute(db);
  return rows;
}

async function productFacts(db: Db, session: string, reader: string): Promise<ProductFacts[]> {
  const { rows } = await sql<FoundFacts>`
    select ${namesFor(reader).product} as product, ${PRODUCT_FACTS}
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where o.session = ${session} order by o.position`.execute(db);
  return rows.map(withHelper);
}

/** What is compared with members; the query knows `d` dossier and `m` producer, and says itself what the product is called. */
const PRODUCT_FACTS = sql`d.id as dossier, d.producer, d.commune, d.form->'general'->>'writer' as writer,
           coalesce(d.form->'general'->>'representative', m.representative->>'name') as representative,
           coalesce(d.form->'general'->>'permanentAddress', m.representative->>'permanentAddress', m.address) as address,
           coalesce((select json_agg(json_build_object('kind', t.kind, 'organisation', t.organisation, 'person', t.person, 'year', t.year)
               order by t.recorded_at) from product_tie t where t.product = d.product), '[]') as ties,
           array(select d.received_by where d.received_by is not null union select x.verdict_by from dossier_paper x
              where x.dossier = d.id and x.verdict_by is not null union select d.entered_by where d.on_behalf) as "handledBy"`;
type FoundFacts = ProductFacts & { readonly writer: string | null };
const withHelper = ({ writer, ...one }: FoundFacts): ProductFacts => ({
  ...one,
  ties: [...one.ties, ...helperOf(writer)],
});

/**
 * Signs found between members of an advisory team and dossiers, `seat` naming the member: by their account where there is
 * one, by name and organisation for everybody.
 */
export async function teamConflicts(
  db: Db,
  members: readonly TeamMember[],
  dossiers: readonly string[],
  day: Day,
): Promise<(FoundConflict & { readonly product: string })[]> {
  if (members.length === 0 || dossiers.length === 0) return [];
  const accounts = members.flatMap(({ account }) => account ?? []);
  const [products, { rows: places }] = await Promise.all([
    sql<FoundFacts>`
      select p.name as product, ${PRODUCT_FACTS} from dossier d join product p on p.id = d.product join producer m on m.id = d.producer
       where d.id = any(${dossiers}::uuid[]) order by p.name, d.id`.execute(db),
    sql<{ account: string; commune: string | null; producer: string | null }>`
      select p.account, case p.role when 'commune' then p.unit end as commune, p.producer from appointment p
       where p.account = any(${accounts}::uuid[]) and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})`.execute(
      db,
    ),
  ]);
  const facts = members.map(({ id, account, name, organisation }): MemberFacts => {
    const own = places.filter((one) => one.account === account);
    const [communes, producers] = [
      own.flatMap(({ commune }) => commune ?? []),
      own.flatMap((one) => one.producer ?? []),
    ];
    return { seat: id, account: account ?? '', name, organisation, home: null, communes, producers };
  });
  const names = new Map(products.rows.map(({ dossier, product }) => [dossier, product]));
  return findConflicts(facts, products.rows.map(withHelper)).map((one) => ({
    ...one,
    product: names.get(one.dossier) ?? '',
  }));
}

/** Who helped to write the dossier, as the producer says: a person, an organisation, or both in one line. */
const helperOf = (writer: string | null): ProductFacts['ties'] =>
  writer ? [{ kind: 'wrote', organisation: writer, person: writer, year: null }] : [];

interface Settled {
  readonly seat: string;
  readonly dossier: string;
  readonly kind: string | null;
  readonly reason: string;
}

async function settledOf(db: Db, session: string): Promise<{ back: readonly Settled[]; kept: readonly Settled[] }> {
  const columns = ['seat', 'dossier', 'kind', 'reason'] as const;
  const [back, kept] = await Promise.all([
    db.selectFrom('recusal').select(columns).where('session', '=', session).execute(),
    db.selectFrom('conflict_kept').select(columns).where('session', '=', session).execute(),
  ]);
  return { back, kept };
}

/** Who advised, funded or inspected the products of a session, or helped to write a dossier. */
export interface TieRow {
  readonly id: string;
  readonly product: string;
  readonly kind: 'advised' | 'funded' | 'inspected' | 'wrote';
  readonly organisation: string | null;
  readonly person: string | null;
  readonly year: number | null;
  readonly note: string | null;
}
export async function sessionTies(db: Db, session: string): Promise<TieRow[]> {
  const { rows } = await sql<TieRow>`
    select t.id, p.name as product, t.kind, t.organisation, t.person, t.year, t.note
      from session_dossier o join dossier d on d.id = o.dossier join product p on p.id = d.product
      join product_tie t on t.product = d.product where o.session = ${session} order by o.position, t.recorded_at`.execute(
    db,
  );
  return rows;
}
