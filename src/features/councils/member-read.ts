import { type Kysely, sql } from 'kysely';
import type { Answers } from '#law/scoring';
import type { DB } from '#platform/db/schema.generated';
import { namesFor } from './blind.ts';
import { type PaperMark, paperMark } from './paper-read.ts';

/** One sheet for its author: the dossier's identity, what is filled in, where it stands in the member's pile. */
export interface SheetView {
  readonly id: string;
  readonly state: 'open' | 'submitted';
  readonly version: number;
  readonly draftVersion: number;
  readonly session: string;
  readonly sessionTitle: string;
  readonly sessionState: string;
  readonly mode: 'meeting' | 'written';
  readonly closesAt: Date | null;
  readonly dossier: string;
  /** A number in place of the name, where names are kept from the member. */
  readonly product: string;
  readonly producer: string;
  readonly blind: boolean;
  readonly productCode: string | null;
  readonly productSet: string;
  readonly kind: string;
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly opinion: string | null;
  readonly exclusion: { readonly ground: string; readonly reason: string } | null;
  readonly savedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly hash: string | null;
  /** The secretary entered it from paper. */
  readonly paper: PaperMark | null;
  /** The secretary has recorded the member absent: the sheet takes nothing more. */
  readonly absent: boolean;
  /** Why the member asked for a meeting on this product of a ballot. */
  readonly asked: string | null;
  /** Why the sheet was opened once more after it had been handed in. */
  readonly openedAgain: string | null;
  readonly member: string;
  readonly organisation: string;
  /** The producer's own words beside each criterion. */
  readonly claims: Readonly<Record<string, string>>;
  readonly selfAnswers: Answers;
  readonly pile: readonly {
    readonly id: string;
    readonly dossier: string;
    readonly state: 'open' | 'submitted';
    readonly product: string;
  }[];
}

/** The sheet, or undefined. Ask `sheet.read` on it first: only its author may see it. */
export async function findSheet(db: Kysely<DB>, id: string): Promise<SheetView | undefined> {
  const names = namesFor(sql`c.account`);
  const { rows } = await sql<SheetView>`
    select s.id, l.state, l.version, s.draft_version as "draftVersion", s.session, k.title as "sessionTitle",
           z.state as "sessionState", k.mode, k.closes_at as "closesAt", s.dossier, ${names.product} as product,
           ${names.producer} as producer, ${names.blind} as blind, ${names.code} as "productCode", d.product_set as "productSet", d.kind, s.answers, s.notes, s.opinion, s.exclusion,
           s.saved_at as "savedAt", s.submitted_at as "submittedAt", s.hash,
           (select ${paperMark} from score_sheet_version v where v.sheet = s.id and s.hash is not null order by v.no desc limit 1) as paper,
           exists (select from session_attendance t where t.session = s.session and t.seat = s.seat and not t.present) as absent,
           (select b.reason from ballot_ask b where b.sheet = s.id) as asked,
           (select g.reason from ledger g where g.subject = s.id and g.action = 'sheet.reopen' order by g.no desc limit 1) as "openedAgain",
            a.full_name as member, c.organisation,
           case when ${names.blind} then '{}'::jsonb else d.answer_notes end as claims, d.answers as "selfAnswers",
           coalesce((select json_agg(json_build_object('id', n.id, 'dossier', n.dossier, 'state', nl.state, 'product', n.product) order by n.position)
             from (select h.id, h.dossier, o.position, ${names.product} as product
                     from score_sheet h join dossier x on x.id = h.dossier join product p on p.id = x.product
                     join session_dossier o on o.session = h.session and o.dossier = h.dossier
                    where h.session = s.session and h.seat = s.seat) n join lifecycle nl on nl.id = n.id
            where exists (select from seat_reach r where r.subject = n.id and r.seat_role = 'author')), '[]') as pile
      from score_sheet s join lifecycle l on l.id = s.id join council_session k on k.id = s.session
      join lifecycle z on z.id = k.id join session_dossier o on o.session = s.session and o.dossier = s.dossier join dossier d on d.id = s.dossier join product p on p.id = d.product
      join producer m on m.id = d.producer join council_seat c on c.id = s.seat join account a on a.id = c.account
     where s.id = ${id}`.execute(db);
  return rows[0];
}
