/** Who entered a sheet from paper, when, and the scan of it: stays with the version for ever. */
import { type Kysely, sql } from 'kysely';
import type { Answers } from '#law/scoring';
import type { SheetContent } from '#law/session-record';
import type { DB } from '#platform/db/schema.generated';
import { formatMoment } from '#ui';
import { namesFor } from './blind.ts';

export interface PaperMark {
  readonly by: string;
  readonly at: string;
  /** The file of the scan. */
  readonly scan: string;
}

/** The mark of a version `v`; null for one handed in by its member. */
export const paperMark = sql<PaperMark | null>`case when v.entered_by is not null then json_build_object(
  'by', (select e.full_name from account e where e.id = v.entered_by), 'at', v.submitted_at, 'scan', v.scan) end`;

/** "Nhập từ bản giấy: Nguyễn Văn A nhập lúc 14:05 ngày 22/11/2026". */
export const paperWords = ({ by, at }: Pick<PaperMark, 'by' | 'at'>): string =>
  `Nhập từ bản giấy: ${by} nhập lúc ${formatMoment(new Date(at))}`;

/** The version `v` that a submitted sheet `s` stands by. */
const newest = sql`(select * from score_sheet_version n where n.sheet = s.id and s.hash is not null order by n.no desc limit 1) v`;

/** A sheet as whoever enters it from paper sees it: whose it is and what stands in the way, never what the member has filled in. */
export interface PaperDesk {
  readonly id: string;
  readonly state: 'open' | 'submitted';
  readonly version: number;
  readonly session: string;
  readonly sessionTitle: string;
  readonly sessionState: string;
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly productSet: string;
  readonly member: string;
  readonly absent: boolean;
  readonly recused: boolean;
  /** What stands locked from paper, if the sheet does. */
  readonly entered: (SheetContent & PaperMark & { readonly total: number; readonly hash: string }) | null;
}

/** The sheet for the one who enters it; undefined when there is none. Ask `sheet.enterPaper` on it first. */
export async function paperDesk(db: Kysely<DB>, id: string, reader: string): Promise<PaperDesk | undefined> {
  const names = namesFor(reader);
  const { rows } = await sql<PaperDesk>`
    select s.id, l.state, l.version, s.session, k.title as "sessionTitle", z.state as "sessionState", s.dossier, ${names.product} as product,
           ${names.producer} as producer, d.product_set as "productSet", a.full_name as member,
           exists (select from session_attendance t where t.session = s.session and t.seat = s.seat and not t.present) as absent,
           exists (select from recusal r where r.session = s.session and r.dossier = s.dossier and r.seat = s.seat) as recused,
           (select ${paperMark}::jsonb || jsonb_build_object('answers', v.answers, 'notes', v.notes, 'opinion', v.opinion,
               'exclusion', v.exclusion, 'total', v.total, 'hash', v.hash)
              from ${newest} where v.entered_by is not null) as entered
      from score_sheet s join lifecycle l on l.id = s.id join council_session k on k.id = s.session join lifecycle z on z.id = k.id
      join session_dossier o on o.session = s.session and o.dossier = s.dossier
      join dossier d on d.id = s.dossier join product p on p.id = d.product join producer m on m.id = d.producer
      join council_seat c on c.id = s.seat join account a on a.id = c.account where s.id = ${id}`.execute(db);
  return rows[0];
}

/** A sheet that came on paper, on the list of a session. */
export interface PaperRow extends PaperMark {
  readonly sheet: string;
  readonly member: string;
  readonly product: string;
}

/** Sheets of a session that stand as they were entered from paper; says nothing of points. */
export async function paperRows(
  db: Kysely<DB>,
  session: string,
  reader: string,
  hidden: ReadonlySet<string>,
): Promise<PaperRow[]> {
  const { rows } = await sql<PaperRow & { dossier: string }>`
    select s.id as sheet, s.dossier, a.full_name as member, ${namesFor(reader).product} as product, e.full_name as by, v.submitted_at as at, v.scan
      from score_sheet s join lateral ${newest} on v.entered_by is not null
      join account e on e.id = v.entered_by join council_seat c on c.id = s.seat join account a on a.id = c.account
      join session_dossier o on o.session = s.session and o.dossier = s.dossier
      join dossier d on d.id = s.dossier join product p on p.id = d.product
     where s.session = ${session} order by v.submitted_at desc limit 1000`.execute(db);
  return rows.filter(({ dossier }) => !hidden.has(dossier));
}

/** The answers typed into a refused form, to show what they add up to; `answers.<code>` as the form names them. */
export function typedAnswers(values: Readonly<Record<string, string | readonly string[]>>): Answers {
  const typed = Object.entries(values).filter(([name]) => name.startsWith('answers.'));
  return Object.fromEntries(typed.map(([name, value]) => [name.slice('answers.'.length), value === '' ? [] : value]));
}
