import { sql } from 'kysely';
import { getDossier, tellOffice, tellProducer } from '#features/dossiers';
import { endExtension } from '#features/registry';
import { exclusionGrounds } from '#law/dossier';
import type { FactsOf } from '#law/moves';
import type { Star } from '#law/rulebooks';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { setIndexOf } from './compute.ts';
import { choosePath as chooseInput, excludeDossier as excludeInput, movedRow } from './schema.ts';

/**
 * A five-star candidate by points that lacks a ***** mark: the office sends it to the Ministry or recognises 4 stars,
 * with its reason. The law leaves it open (Art. 7.3.e); the choice is a stored fact.
 */
export const choosePath = action({
  name: 'dossier.choosePath',
  title: 'Chọn hướng xử lý sản phẩm từ 90 điểm',
  input: chooseInput,
  output: movedRow,
  subject: (given) => given.id,
  async run(ctx, given) {
    const result = await latestResult(ctx.tx, given.id);
    const shown: FactsOf<'dossier.choosePath'> = {
      bandStar: result.bandStar,
      star: result.star,
      candidate: result.candidate,
      candidateLacksGate: result.candidate && result.star !== result.bandStar,
      path: given.path,
      reason: given.reason,
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.choosePath',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { path: given.path },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('evaluation_result')
          .set({ path: given.path, path_reason: given.reason })
          .where('session', '=', result.session)
          .where('dossier', '=', given.id)
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

interface LatestResult {
  readonly session: string;
  readonly bandStar: Star;
  readonly star: Star | null;
  readonly candidate: boolean;
}

async function latestResult(tx: Tx, dossier: string): Promise<LatestResult> {
  const { rows } = await sql<LatestResult>`
    select session, band_star as "bandStar", star, candidate from evaluation_result
     where dossier = ${dossier} order by computed_at desc limit 1`.execute(tx);
  if (!rows[0]) throw refused('Hồ sơ này chưa có kết quả chấm.');
  return rows[0];
}

/** States in which the dossier's last session belongs to the evaluation under way. */
const JUDGED: ReadonlySet<string> = new Set([
  'inSession',
  'concluded',
  'centralSession',
  'centralConcluded',
  'centralReturned',
]);

/** The session the dossier was given to last; null where there is none. */
async function lastSession(tx: Tx, dossier: string): Promise<string | null> {
  const { rows } = await sql<{ session: string }>`
    select o.session from session_dossier o join lifecycle z on z.id = o.session
     where o.dossier = ${dossier} and z.state <> 'cancelled' order by o.session desc limit 1`.execute(tx);
  return rows[0]?.session ?? null;
}

/** Excludes a dossier whatever its points, on a ground printed on the sheet of its set (R3.11), with the reason. */
export const excludeDossier = action({
  name: 'dossier.exclude',
  title: 'Loại hồ sơ',
  input: excludeInput,
  output: movedRow,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given) {
    const dossier = await getDossier(ctx.tx, given.id);
    const { set } = await setIndexOf(dossier.productSet);
    const grounds = exclusionGrounds(set).map((one) => one.text);
    const shown: FactsOf<'dossier.exclude'> = { ground: given.ground, grounds, reason: given.reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.exclude',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { ground: given.ground },
      shown,
      effect: async (tx) => {
        // Results of former evaluations stay: decisions may rest on them, and the other level's are its own.
        const sitting = JUDGED.has(dossier.state) ? await lastSession(tx, given.id) : null;
        if (sitting !== null)
          await tx
            .updateTable('evaluation_result')
            .set({
              excluded: JSON.stringify({ ground: given.ground, reason: given.reason }),
              star: null,
              candidate: false,
            })
            .where('dossier', '=', given.id)
            .where('session', '=', sitting)
            .execute();
        await endExtension(ctx, given.id, 'excluded', ctx.day);
        const words = {
          subject: `Hồ sơ ${dossier.product.name} bị loại`,
          body: `Căn cứ: ${given.ground}\nLý do: ${given.reason}`,
        };
        await tellProducer(tx, dossier, words);
        await tellOffice(tx, dossier, 'commune', words);
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});
