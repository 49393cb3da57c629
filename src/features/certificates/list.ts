import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { certificateRules, stateOn } from '#features/registry';
import type { DaySpan } from '#law/days';
import { inForce } from '#law/parameters';
import { WINDOW_RULES } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { choice, search } from '#platform/http/fields';

/** States of a certificate on a day, in the order of the list; `expiring`: in force and its window of re-evaluation has opened. */
export const certificateStates = {
  valid: 'Còn hiệu lực',
  expiring: 'Sắp hết hạn',
  extended: 'Được gia hạn',
  undetermined: 'Chưa rõ ngày hết hạn',
  expired: 'Đã hết hạn',
  superseded: 'Đã được thay thế',
  revoked: 'Đã thu hồi',
  annulled: 'Đã hủy bỏ',
} as const;
export type CertificateListState = keyof typeof certificateStates;

/** Where a certificate stands towards the filing window of Art. 7.6.a. */
export const windowChoices = {
  open: 'Đang trong khung nộp đánh giá lại',
  missed: 'Đã qua khung nộp, chưa hết hạn',
  month: 'Hết hạn trong 30 ngày',
} as const;

/** "Hết hạn trong 30 ngày": a filter of the desk, not a term of the law. */
const SOON_DAYS = 30;

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** Filters of the officers' list, as they stand in its address. A value that makes no sense counts as not given. */
export const certificateFilter = z.object({
  q: search().catch(undefined),
  state: z.preprocess(blankIsAbsent, choice(certificateStates).optional()).catch(undefined),
  star: z.preprocess(blankIsAbsent, choice(['3', '4', '5']).optional()).catch(undefined),
  window: z.preprocess(blankIsAbsent, choice(windowChoices).optional()).catch(undefined),
});
export type CertificateFilter = z.output<typeof certificateFilter>;

/** Where the next page begins: group, order within it, id of the last row. */
export const certificateCursor = z.tuple([z.int(), z.int(), z.uuid()]);
export type CertificateCursor = z.output<typeof certificateCursor>;

export interface CertificateListRow {
  readonly id: string;
  readonly state: CertificateListState;
  readonly product: string;
  readonly producer: string | null;
  readonly place: string | null;
  readonly star: number | null;
  readonly number: string | null;
  /** What the public page is found by. */
  readonly code: string;
  readonly decision: string | null;
  /** Certain days; null when the source does not give them. */
  readonly issuedOn: Day | null;
  readonly expiresOn: Day | null;
  readonly extendedTo: Day | null;
  /** A prolongation by law is recorded, running or over. */
  readonly extension: boolean;
  /** Entered from the papers of former years: a page shows it as it was. */
  readonly past: boolean;
  /** The end as far as the source tells it; null when it tells nothing. */
  readonly expires: DaySpan | null;
  /** The last day it may be used, by the setting of the last day; null when it is not certain. */
  readonly lastDay: Day | null;
  /** Taken back by a decision recorded here: a page shows it. */
  readonly revokedHere: boolean;
  /** Issued by this system: its paper can be printed. */
  readonly printable: boolean;
  readonly cursor: CertificateCursor;
}

export interface CertificateAsk {
  readonly filter: CertificateFilter;
  readonly reach: RawBuilder<boolean>;
  readonly day: Day;
}

/** Certificates within reach: what may be used first, the soonest end on top; what has ended after it, newest end first. */
export async function listCertificates(
  db: Kysely<DB>,
  ask: CertificateAsk,
  { limit, after }: { limit: number; after: CertificateCursor | null },
): Promise<CertificateListRow[]> {
  const from = after ? sql`where (rank, sorted, id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : sql``;
  const { rows } = await sql<CertificateListRow>`
    select id, state, product, producer, place, star, number, code, decision, "issuedOn", "expiresOn", "extendedTo", extension, past, "revokedHere", printable, expires,
           coalesce(case when state in ('extended', 'expired') then "extendedTo" end, "expiresOn" - last_day_lost) as "lastDay",
           json_build_array(rank, sorted, id) as cursor
      from (${await found(db, ask)}) f ${from} order by rank, sorted, id limit ${limit}`.execute(db);
  return rows;
}

/** How many certificates stand in each state, the other filters applied. */
export async function certificateCounts(
  db: Kysely<DB>,
  { filter: { state: _state, ...filter }, ...ask }: CertificateAsk,
): Promise<ReadonlyMap<CertificateListState, number>> {
  const { rows } = await sql<{ state: CertificateListState; count: number }>`
    select state, count(*)::int as count from (${await found(db, { ...ask, filter })}) f group by state`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** The certificates that fit, with their state on the day and what the order is by. */
async function found(db: Kysely<DB>, { filter, reach, day }: CertificateAsk): Promise<RawBuilder<unknown>> {
  const { expiryDayValid } = await certificateRules(db, day);
  const { opensDaysBefore: opens, closesDaysBefore: closes } = windowOn(day);
  const judged = stateOn('g', 'l.state', day, { expiryDayValid });
  const { q, star, state, window } = filter;
  const left = sql`f.expires_latest - ${day}::date`;
  const parts = [sql`true`];
  if (state) parts.push(sql`f.state = ${state}`);
  if (window) {
    parts.push(sql`f.state in ('valid', 'expiring') and f.expires_earliest = f.expires_latest`);
    if (window === 'open') parts.push(sql`${left} between ${closes}::int and ${opens}::int`);
    if (window === 'missed') parts.push(sql`${left} < ${closes}::int`);
    if (window === 'month') parts.push(sql`${left} <= ${SOON_DAYS}::int`);
  }
  const inner = [reach];
  if (star) inner.push(sql`g.star = ${Number(star)}`);
  if (q)
    inner.push(sql`(plain_text(g.product_name || ' ' || coalesce(g.producer_name, '')) like '%' || plain_text(${q}) || '%'
      or code_key(${q}) <> '' and code_key(${q}) in (code_key(g.certificate_number), code_key(g.check_code), code_key(g.product_code)))`);
  return sql`
    select f.*, case when f.state in ('valid', 'expiring', 'extended') then 0 when f.state = 'undetermined' then 1 else 2 end as rank,
           case when f.state in ('valid', 'expiring', 'extended') then coalesce(case when f.state = 'extended' then f."extendedTo" end, f.expires_latest) - date '2000-01-01'
                else date '2100-01-01' - coalesce(f.ended_on, f.expires_latest, f.issued_latest, date '2000-01-01') end as sorted
      from (select g.id, g.product_name as product, g.producer_name as producer, place_words(p.commune, p.former_unit, p.province, ${day}::date) as place,
                   g.star, g.certificate_number as number, coalesce(g.check_code, g.certificate_number, g.id::text) as code,
                   g.decision_number as decision, case when g.issued_earliest = g.issued_latest then g.issued_latest end as "issuedOn",
                   case when g.expires_earliest = g.expires_latest then g.expires_latest end as "expiresOn", g.extended_to as "extendedTo",
                   exists (select from certificate_extension x where x.recognition = g.id) as extension,
                   exists (select from past_evaluation e where e.recognition = g.id) as past,
                   exists (select from revocation v where v.recognition = g.id) as "revokedHere",
                   case when g.expires_latest is not null then json_build_object('earliest', g.expires_earliest, 'latest', g.expires_latest) end as expires,
                   ${expiryDayValid ? 0 : 1}::int as last_day_lost, g.decision is not null as printable, g.expires_earliest, g.expires_latest, g.issued_latest, g.ended_on,
                   case ${judged} when 'inForce' then case when g.expires_earliest - ${day}::date <= ${opens}::int then 'expiring' else 'valid' end
                        when 'notYet' then 'undetermined' else ${judged} end as state
              from recognition g join lifecycle l on l.id = g.id join product p on p.id = g.product
             where ${sql.join(inner, sql` and `)}) f
     where ${sql.join(parts, sql` and `)}`;
}

/** The filing window of the rule in force on a day; before the first rule, that one. */
function windowOn(day: Day) {
  const first = WINDOW_RULES[0]?.from ?? day;
  return inForce(WINDOW_RULES, day < first ? first : day).value;
}
