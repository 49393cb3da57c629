import { type Kysely, sql } from 'kysely';
import type { SheetContent } from '#law/session-record';
import type { DB } from '#platform/db/schema.generated';
import { type PaperMark, paperMark } from './paper-read.ts';

/** A sheet with every version that was handed in, the first one first. */
export interface SheetVersions {
  readonly sheet: string;
  readonly dossier: string;
  readonly product: string;
  readonly productSet: string;
  readonly member: string;
  readonly versions: readonly (SheetContent & {
    readonly no: number;
    readonly total: number;
    readonly hash: string;
    readonly at: string;
    readonly reason: string | null;
    readonly paper: PaperMark | null;
  })[];
}

/** The versions of a sheet of a session, or undefined. Ask `result.read` on the session first (S14, test 24). */
export async function sheetVersions(
  db: Kysely<DB>,
  session: string,
  sheet: string,
): Promise<SheetVersions | undefined> {
  const { rows } = await sql<SheetVersions>`
    select s.id as sheet, s.dossier, p.name as product, d.product_set as "productSet", a.full_name as member,
           (select json_agg(json_build_object('no', v.no, 'answers', v.answers, 'notes', v.notes, 'opinion', v.opinion, 'exclusion', v.exclusion,
              'total', v.total, 'hash', v.hash, 'at', v.submitted_at, 'reason', v.reason, 'paper', ${paperMark}) order by v.no)
             from score_sheet_version v where v.sheet = s.id) as versions
      from score_sheet s join dossier d on d.id = s.dossier join product p on p.id = d.product
      join council_seat c on c.id = s.seat join account a on a.id = c.account
     where s.id = ${sheet} and s.session = ${session}
       and exists (select from score_sheet_version v where v.sheet = s.id)`.execute(db);
  return rows[0];
}
