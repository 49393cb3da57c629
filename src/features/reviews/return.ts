/** The certificate that a withdrawn recognition had replaced: whether it stands again (Art. 10.1.b, setting). */
import { type Kysely, sql } from 'kysely';
import { certificateRules } from '#features/registry';
import { type ReturnRule, returnsOn } from '#law/return';
import { LAW_SETTINGS } from '#law/settings';
import type { RecordedCertificate } from '#law/validity';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { setting } from '#platform/settings';

/** A certificate that was replaced, and what becomes of it. */
export interface Former {
  readonly id: string;
  readonly code: string;
  readonly star: number | null;
  readonly stands: boolean;
  /** One sentence: it speaks again, it has ended since, or why it stays replaced. */
  readonly words: string;
}

type FormerRow = RecordedCertificate & Pick<Former, 'id' | 'code' | 'star'>;

/** What becomes of the certificate that `later` had replaced, if `later` is withdrawn on a day; null when it had replaced none. */
export async function formerOf(
  db: Kysely<DB> | Tx,
  later: { readonly id: string; readonly province: string | null },
  day: Day,
): Promise<Former | null> {
  const { rows } = await sql<FormerRow>`
    select g.id, coalesce(g.certificate_number, g.check_code, g.id::text) as code, g.star, l.state as life, g.issued_earliest as "issuedEarliest",
           g.issued_latest as "issuedLatest", g.expires_earliest as "expiresEarliest", g.expires_latest as "expiresLatest",
           g.extended_from as "extendedFrom", g.extended_to as "extendedTo", g.ended_on as "endedOn", g.aside::text as aside
      from recognition g join lifecycle l on l.id = g.id where g.superseded_by = ${later.id} and l.state = 'superseded'
     order by g.issued_latest desc nulls last, g.id limit 1`.execute(db);
  const [former] = rows;
  if (!former) return null;
  const set = await setting(db, 'annulledReturns', { scope: later.province, day });
  const rule: ReturnRule = (set ?? LAW_SETTINGS.annulledReturns.initial) === 'stays' ? 'stays' : 'speaks';
  const told = returnsOn({ end: 'annulled', rule, former }, day, await certificateRules(db, day));
  const { id, code, star } = former;
  return { id, code, star, stands: told.ok, words: told.ok ? told.value.words : told.message };
}

/** Puts the former certificate back into the register from the day of the decision; the days between stay replaced. */
export async function giveBack(
  ctx: ActionContext,
  former: Former,
  { later, product, number, dated }: { later: string; product: string; number: string; dated: Day },
): Promise<void> {
  await carryOut(ctx.tx, ctx, {
    action: 'recognition.resume',
    subject: former.id,
    reason: former.words,
    facts: { withdrawn: later, number, dated },
    effect: async (tx) => {
      await sql`
        update recognition set aside = coalesce(aside, '{}') + datemultirange(daterange(coalesce(ended_on, ${dated}::date), greatest(ended_on, ${dated}::date))),
               returned_by = ${later}, ended_on = null, superseded_by = null where id = ${former.id}`.execute(tx);
      await sql`update product set current_recognition = ${former.id} where id = ${product} and current_recognition = ${later}`.execute(
        tx,
      );
    },
  });
}
