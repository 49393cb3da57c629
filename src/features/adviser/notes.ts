import { holdSession, type SessionRow, sessionRow, steppedBackFrom } from '#features/councils';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { tellNotes as tellInput } from './schema.ts';
import { type Note, notesOf } from './told.ts';

/** Chooses which notes of a product's sheets its producer reads once the result is told; the others stay, with a reason. */
export const tellNotes = action({
  name: 'session.tellNotes',
  title: 'Chọn nhận xét cho chủ thể xem',
  input: tellInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const hidden = await steppedBackFrom(ctx.tx, session.id, ctx.actor.account);
    if (hidden.has(given.dossier) || !session.dossiers.includes(given.dossier)) throw notFound();
    const notes = await notesOf(ctx.tx, session.id, given.dossier);
    const chosen = notes.filter(({ key }) => given.published.includes(key));
    if (chosen.length !== new Set(given.published).size)
      throw invalid('published', 'Có nhận xét vừa được nộp lại. Tải lại trang rồi chọn lại.');
    // The same words of several members stand once on the page: what is chosen holds for all of them.
    const isTold = (note: Note) => chosen.some((one) => one.criterion === note.criterion && one.text === note.text);
    const published = notes.filter(isTold);
    const withheld = notes.length - published.length;
    const reason = given.reason ?? '';
    const shown: FactsOf<'session.tellNotes'> = { published: published.length, withheld, reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.tellNotes',
      subject: session.id,
      expect: ctx.expect,
      ...(reason === '' ? {} : { reason }),
      facts: { dossier: given.dossier, published: published.length, withheld },
      shown,
      effect: async (tx) => {
        for (const note of notes) {
          const { sheet, version, criterion } = note;
          const told = isTold(note);
          const row = { told, reason: told ? null : reason, decided_by: ctx.actor.account, decided_at: ctx.now };
          await tx
            .insertInto('note_told')
            .values({ sheet, version, criterion, ...row })
            .onConflict((on) => on.columns(['sheet', 'version', 'criterion']).doUpdateSet(row))
            .execute();
        }
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});
