import { sql } from 'kysely';
import { readSheet } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import type { SheetContent } from '#law/session-record';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { notFound, refused, stale } from '#platform/refusal';
import { setIndexOf, sheetHash, totalOf } from './compute.ts';
import {
  reopenSheet as reopenInput,
  type SheetRow,
  saveSheet as saveInput,
  sheetRow,
  submitSheet as submitInput,
} from './schema.ts';
import { rememberSet, saveAtOnce } from './sheet-at-once.ts';
import { columnsOf } from './sheet-columns.ts';

export interface SheetRecord extends SheetContent {
  readonly id: string;
  readonly state: 'open' | 'submitted';
  readonly version: number;
  readonly draftVersion: number;
  readonly session: string;
  readonly sessionState: string;
  readonly dossier: string;
  readonly seat: string;
  readonly productSet: string;
  readonly savedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly hash: string | null;
  /** The seat is recorded absent from the session; it stepped back from the dossier. */
  readonly absent: boolean;
  readonly recused: boolean;
}

/** Saves a sheet as it stands; a draft, not a move. Options the set does not have are refused at once. */
export const saveSheet = action({
  name: 'sheet.save',
  title: 'Lưu phiếu chấm',
  input: saveInput,
  output: sheetRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => sheetDraftVersion(tx, given.id),
  atOnce: saveAtOnce,
  async run(ctx, given): Promise<SheetRow> {
    const sheet = await holdSheet(ctx.tx, given.id);
    if (sheet.state !== 'open') throw refused('Phiếu đã nộp và đã khóa. Muốn sửa, đề nghị Chủ tịch Hội đồng mở lại.');
    if (sheet.sessionState !== 'scoring') throw refused('Phiên không còn nhận phiếu. Liên hệ thư ký Hội đồng.');
    if (sheet.absent) throw refused('Thư ký đã ghi vắng mặt ở phiên này nên phiếu không nhận nữa. Liên hệ thư ký.');
    rememberSet(sheet.id, sheet.productSet);
    const answers = readSheet(await setIndexOf(sheet.productSet), given);
    const { draft_version: draftVersion } = await ctx.tx
      .updateTable('score_sheet')
      .set((eb) => ({
        ...columnsOf({ ...given, answers }),
        draft_version: eb('draft_version', '+', 1),
        saved_at: ctx.now,
      }))
      .where('id', '=', given.id)
      .returning('draft_version')
      .executeTakeFirstOrThrow();
    return { id: sheet.id, state: sheet.state, version: sheet.version, draftVersion, hash: null };
  },
});

/**
 * Submits the sheet that was seen: scored once more by the law, sealed by its hash, locked (R5.5). The version stays readable
 * for ever. Refused as stale when it was saved again meanwhile on another device.
 */
export const submitSheet = action({
  name: 'sheet.submit',
  title: 'Nộp phiếu chấm',
  input: submitInput,
  output: sheetRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SheetRow> {
    const sheet = await holdSheet(ctx.tx, given.id);
    if (sheet.state === 'open' && sheet.draftVersion !== given.draftVersion) throw stale(sheet.draftVersion);
    const total = totalOf(await setIndexOf(sheet.productSet), sheet.answers);
    const { id, dossier, seat, answers, notes, opinion, exclusion, sessionState, absent, recused } = sheet;
    const hash = sheetHash({ sheet: id, dossier, seat, total, answers, notes, opinion, exclusion });
    const shown: FactsOf<'sheet.submit'> = { sessionState, contentHash: hash, total, absent, recused };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'sheet.submit',
      subject: id,
      expect: ctx.expect,
      facts: { contentHash: hash },
      shown,
      effect: (tx) => keepVersion(tx, { ...sheet, total, hash, at: ctx.now }),
    });
    return { id, state: moved.state, version: moved.version, draftVersion: sheet.draftVersion, hash };
  },
});

/** What is kept of a sheet handed in; `paper`: who entered it from paper, and the scan. */
export interface HandedIn extends SheetContent {
  readonly id: string;
  readonly total: number;
  readonly hash: string;
  readonly at: Date;
  readonly paper?: { readonly enteredBy: string; readonly scan: string };
}

/** Locks a sheet under its seal and keeps this version for ever, with the reason it was opened again for, if it was. */
export async function keepVersion(tx: Tx, sheet: HandedIn): Promise<void> {
  const { id, answers, notes, opinion, exclusion, total, hash, at, paper } = sheet;
  await tx.updateTable('score_sheet').set({ submitted_at: at, hash }).where('id', '=', id).execute();
  await tx
    .insertInto('score_sheet_version')
    .values(({ selectFrom, fn, lit }) => ({
      sheet: id,
      no: selectFrom('score_sheet_version')
        .select((one) => one(fn.coalesce(fn.max('no'), lit(0)), '+', 1).as('no'))
        .where('sheet', '=', id),
      answers: JSON.stringify(answers),
      notes: JSON.stringify(notes),
      opinion,
      exclusion: exclusion ? JSON.stringify(exclusion) : null,
      total,
      hash,
      entered_by: paper?.enteredBy ?? null,
      scan: paper?.scan ?? null,
      reason: selectFrom('ledger')
        .select('reason')
        .where('subject', '=', id)
        .where('action', '=', 'sheet.reopen')
        .orderBy('no', 'desc')
        .limit(1),
    }))
    .execute();
}

/** The chair opens a submitted sheet again, with a reason; the version handed in before stays readable (U32). */
export const reopenSheet = action({
  name: 'sheet.reopen',
  title: 'Mở lại phiếu chấm',
  input: reopenInput,
  output: sheetRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SheetRow> {
    const sheet = await holdSheet(ctx.tx, given.id);
    const shown: FactsOf<'sheet.reopen'> = { sessionState: sheet.sessionState, reason: given.reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'sheet.reopen',
      subject: given.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { earlierHash: sheet.hash },
      shown,
      effect: (tx) => unlock(tx, given.id),
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: sheet.draftVersion, hash: null };
  },
});

/** A sheet is open again: no hash until it is submitted anew. */
export async function unlock(tx: Tx, sheet: string): Promise<void> {
  await tx.updateTable('score_sheet').set({ submitted_at: null, hash: null }).where('id', '=', sheet).execute();
}

async function sheetDraftVersion(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .selectFrom('score_sheet')
    .select('draft_version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.draft_version ?? 0;
}

/**
 * Members hold their session together while they write, the secretary holds it alone while closing and opening: sheets go
 * in side by side (Q3), and none slips in behind a closing.
 */
async function lockSessionOf(tx: Tx, sheet: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('session:' || session, 0))
              from score_sheet where id = ${sheet}`.execute(tx);
}

/** Holds a session alone against members who are saving or submitting. Ends with the transaction. */
export async function lockSessionAlone(tx: Tx, session: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('session:' || ${session}::text, 0))`.execute(tx);
}

/** The sheet with its row locked. */
export async function holdSheet(tx: Tx, id: string): Promise<SheetRecord> {
  await lockSessionOf(tx, id);
  await sheetDraftVersion(tx, id);
  const { rows } = await sql<SheetRecord>`
    select s.id, l.state, l.version, s.draft_version as "draftVersion", s.session, k.state as "sessionState", s.dossier, s.seat,
           d.product_set as "productSet", s.answers, s.notes, s.opinion, s.exclusion, s.saved_at as "savedAt",
           s.submitted_at as "submittedAt", s.hash,
           exists (select from session_attendance t where t.session = s.session and t.seat = s.seat and not t.present) as absent,
           exists (select from recusal r where r.session = s.session and r.dossier = s.dossier and r.seat = s.seat) as recused
      from score_sheet s join lifecycle l on l.id = s.id join lifecycle k on k.id = s.session
      join dossier d on d.id = s.dossier where s.id = ${id}`.execute(tx);
  if (!rows[0]) throw notFound('Không tìm thấy phiếu chấm này.');
  return rows[0];
}
