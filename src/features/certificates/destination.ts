import { type RawBuilder, sql } from 'kysely';
import type { Star } from '#law/rulebooks';
import type { Tx } from '#platform/db/database';
import type { DecisionKind } from './schema.ts';

/** A result as far as it says where its dossier goes. */
export interface Destined {
  readonly star: Star | null;
  readonly candidate: boolean;
  readonly path: 'toMinistry' | 'recogniseFour' | null;
  /** Whose council found it. */
  readonly level: 'province' | 'central';
  /** The Ministry has sent it back: the province decides on it (Art. 7.4.g). */
  readonly returned: boolean;
}

/**
 * Where a result leads: a recognition, the approval of a candidate, back to the province, no certificate, or a choice
 * still open. Art. 7.3.e, 7.4.e and g of Decision 26/2026/QĐ-TTg.
 */
export function destination(one: Destined): DecisionKind | 'none' | 'choose' | 'return' {
  if (one.star === null) return 'none';
  if (one.level === 'central' && !one.returned) return one.star === 5 ? 'recognition' : 'return';
  if (one.candidate && !one.returned) {
    if (one.path === 'recogniseFour') return 'recognition';
    return one.star === 5 || one.path === 'toMinistry' ? 'approval' : 'choose';
  }
  return one.star >= 3 ? 'recognition' : 'none';
}

/** The star an office gives: what the council found, at most what the office may recognise. */
export function starOf(one: Pick<Destined, 'star'>, office: 'province' | 'central'): number {
  const star = one.star ?? 0;
  return office === 'province' ? Math.min(star, 4) : star;
}

export interface Decidable extends Destined {
  readonly dossier: string;
}

/**
 * The condition on result `r`, dossier `l`, session `s` and council `c`: it is the dossier's newest, its minutes are final,
 * this office (a province, or the Ministry for null) has to decide on it, and no decision rests on it yet.
 */
export function waitsForDecision(province: string | null): RawBuilder<boolean> {
  const whose =
    province === null
      ? sql`c.level = 'central' and l.state = 'centralConcluded'`
      : sql`l.province = ${province} and l.state in ('concluded', 'centralReturned')`;
  return sql<boolean>`s.state = 'concluded' and ${whose}
    and not exists (select from evaluation_result n where n.dossier = r.dossier and n.computed_at > r.computed_at)
    and not exists (select from decision_item i join decision e on e.id = i.decision and e.session = r.session
                      join lifecycle k on k.id = e.id where i.dossier = r.dossier and k.state <> 'cancelled')`;
}

/** Dossiers of a session that wait for a decision of this office and stand in no other draft or issued decision. */
export async function decidable(tx: Tx, session: string, province: string | null): Promise<Decidable[]> {
  const { rows } = await sql<Decidable>`
    select r.dossier, r.star, r.candidate, r.path, c.level, l.state = 'centralReturned' as returned
      from evaluation_result r join lifecycle l on l.id = r.dossier join lifecycle s on s.id = r.session
      join council_session z on z.id = r.session join council c on c.id = z.council
     where r.session = ${session} and ${waitsForDecision(province)}`.execute(tx);
  return rows;
}
