/** What is said and what is proposed, product by product: the minutes are written from it. */
import { conclusionOf, holdSession, type SessionRow, sessionResults, sessionRow } from '#features/councils';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { ledRow, noteDiscussion as noteInput, proposeProduct as proposeInput } from './schema.ts';

async function noteVersion(tx: Tx, session: string, dossier: string): Promise<number> {
  const row = await tx
    .selectFrom('discussion_note')
    .select('version')
    .where('session', '=', session)
    .where('dossier', '=', dossier)
    .forUpdate()
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Saves what the secretary writes down while a product is discussed; a draft until the minutes are final. */
export const noteDiscussion = action({
  name: 'session.noteDiscussion',
  title: 'Ghi ý kiến thảo luận',
  input: noteInput,
  output: ledRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => noteVersion(tx, given.id, given.dossier),
  async run(ctx, given) {
    const session = await holdSession(ctx.tx, given.id);
    if (session.state === 'concluded') throw refused('Biên bản đã chốt nên không ghi thêm được.');
    if (session.state === 'cancelled') throw refused('Phiên đã hủy.');
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một sản phẩm của phiên này');
    const { id, dossier, body } = given;
    const { version } = await ctx.tx
      .insertInto('discussion_note')
      .values({ session: id, dossier, body, saved_at: ctx.now })
      .onConflict((on) =>
        on.columns(['session', 'dossier']).doUpdateSet((eb) => ({
          body,
          saved_at: ctx.now,
          version: eb('discussion_note.version', '+', 1),
        })),
      )
      .returning('version')
      .executeTakeFirstOrThrow();
    return { id, dossier, version };
  },
});

/** Records what the council proposes for a product: what its stored result leads to, with a remark where there is one. */
export const proposeProduct = action({
  name: 'session.propose',
  title: 'Ghi đề xuất của Hội đồng',
  input: proposeInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một sản phẩm của phiên này');
    const [result] = await sessionResults(ctx.tx, given.id, given.dossier);
    const stored = await ctx.tx
      .selectFrom('evaluation_result')
      .select('computed_at')
      .where('session', '=', given.id)
      .where('dossier', '=', given.dossier)
      .executeTakeFirst();
    const proposal = result ? conclusionOf(result) : '';
    const openPairs = result && result.spreadAccepted === null && result.excluded === null ? result.spread.length : 0;
    const shown: FactsOf<'session.propose'> = { dossier: given.dossier, proposal, openPairs };
    const remark = given.remark ?? null;
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.propose',
      subject: given.id,
      expect: ctx.expect,
      facts: { dossier: given.dossier, proposal, remark },
      shown,
      effect: async (tx) => {
        const row = { proposal, remark, result_at: stored?.computed_at ?? ctx.now, recorded_at: ctx.now };
        await tx
          .insertInto('council_proposal')
          .values({ session: given.id, dossier: given.dossier, ...row })
          .onConflict((on) => on.columns(['session', 'dossier']).doUpdateSet(row))
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});
