/** Sheets filled in by hand (Annex II), entered by the secretary in the member's name and marked so for ever. */
import { sql } from 'kysely';
import { readSheet } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { setIndexOf, sheetHash, totalOf } from './compute.ts';
import { enterPaper as input, type SheetRow, sheetRow } from './schema.ts';
import { holdSheet, keepVersion, type SheetRecord } from './sheet.ts';
import { columnsOf } from './sheet-columns.ts';

/**
 * Enters a sheet from paper: scored by the law like any other, sealed and locked at once. The ledger names the secretary who
 * entered it and the member whose it is. What the member had begun on the device gives way to the signed paper.
 */
export const enterPaper = action({
  name: 'sheet.enterPaper',
  title: 'Nhập phiếu từ bản giấy',
  input,
  output: sheetRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SheetRow> {
    const sheet = await holdSheet(ctx.tx, given.id);
    const { id, dossier, seat, sessionState, absent, recused } = sheet;
    const index = await setIndexOf(sheet.productSet);
    const answers = readSheet(index, given);
    const total = totalOf(index, answers);
    if (given.paperTotal !== undefined && given.paperTotal !== total)
      throw invalid('paperTotal', `Các ô đã chọn cộng thành ${total} điểm. Soát lại từng ô theo phiếu giấy`);
    const content = { answers, notes: given.notes, opinion: given.opinion ?? null, exclusion: given.exclusion ?? null };
    const hash = sheetHash({ sheet: id, dossier, seat, total, ...content });
    const { member, scan } = await namesOf(ctx.tx, sheet, given.scan);
    const answered = Object.keys(answers).length;
    const shown: FactsOf<'sheet.enterPaper'> = { sessionState, contentHash: hash, answered, scan, absent, recused };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'sheet.enterPaper',
      subject: id,
      expect: ctx.expect,
      facts: { contentHash: hash, scan, member, enteredBy: ctx.actor.name },
      shown,
      effect: async (tx) => {
        await attachFiles(ctx, [given.scan], {}, 'scan');
        await tx
          .updateTable('score_sheet')
          .set((eb) => ({
            ...columnsOf({ ...given, answers }),
            draft_version: eb('draft_version', '+', 1),
            saved_at: ctx.now,
          }))
          .where('id', '=', id)
          .execute();
        const paper = { enteredBy: ctx.actor.account, scan: given.scan };
        await keepVersion(tx, { id, ...content, total, hash, at: ctx.now, paper });
      },
    });
    return { id, state: moved.state, version: moved.version, draftVersion: sheet.draftVersion + 1, hash };
  },
});

/** The member whose sheet it is, and the hash of the scan: what the ledger keeps. */
async function namesOf(tx: Tx, { seat }: SheetRecord, file: string): Promise<{ member: string; scan: string }> {
  const { rows } = await sql<{ member: string; scan: string | null }>`
    select a.full_name as member, (select f.sha256 from file f where f.id = ${file}) as scan
      from council_seat c join account a on a.id = c.account where c.id = ${seat}`.execute(tx);
  return { member: rows[0]?.member ?? '', scan: rows[0]?.scan ?? '' };
}
