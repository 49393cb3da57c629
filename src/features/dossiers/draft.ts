import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { refused } from '#platform/refusal';
import { type DossierRecord, getDossier } from './record.ts';
import {
  type DossierForm,
  type DossierRow,
  dossierRow,
  type FormPart,
  saveAnswers as saveAnswersInput,
  saveGeneral as saveGeneralInput,
  savePlan as savePlanInput,
  saveResults as saveResultsInput,
} from './schema.ts';
import { sheetOf } from './sheet.ts';
import { askCriterion, readSheet } from './sheet-input.ts';

/** What of a returned dossier may be changed: 'general', 'results', 'plan', 'answers', 'papers', 'paper:<id>' (U19). */
export type EditTarget = FormPart | 'answers' | 'papers' | `paper:${string}`;

/** Saves Form 01 and Form 02 part I. Not a move: a draft has a version and no row in the ledger. */
export const saveGeneral = savePart('general', 'Lưu thông tin chung', saveGeneralInput);
/** Saves Form 02 part II. */
export const saveResults = savePart('results', 'Lưu kết quả sản xuất, kinh doanh', saveResultsInput);
/** Saves Form 02 part IV. */
export const savePlan = savePart('plan', 'Lưu kế hoạch', savePlanInput);

function savePart<In extends typeof saveGeneralInput | typeof saveResultsInput | typeof savePlanInput>(
  part: Exclude<FormPart, 'changes'>,
  title: string,
  input: In,
) {
  const names = { general: 'dossier.saveGeneral', results: 'dossier.saveResults', plan: 'dossier.savePlan' } as const;
  return action({
    name: names[part],
    permission: 'dossier.saveDraft',
    title,
    input: input as z.ZodObject,
    output: dossierRow,
    publicData: false,
    subject: (given) => String(given.id),
    version: (tx, given) => draftVersion(tx, String(given.id)),
    async run(ctx, { id, ...fields }): Promise<DossierRow> {
      const dossier = await holdDraft(ctx, String(id), part);
      const form = { ...dossier.form, [part]: fields } as DossierForm;
      return writeDraft(ctx.tx, dossier, { form: JSON.stringify(form) });
    },
  });
}

/** Saves the self-score: the whole sheet as it stands. Criteria and options the set does not have are refused (S18). */
export const saveAnswers = action({
  name: 'dossier.saveAnswers',
  permission: 'dossier.saveDraft',
  title: 'Lưu bảng tự chấm',
  input: saveAnswersInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given) {
    const dossier = await holdDraft(ctx, given.id, 'answers');
    const { index } = await sheetOf(dossier);
    if (given.attach !== undefined) askCriterion(index, given.attach, 'attach');
    return writeDraft(ctx.tx, dossier, {
      answers: JSON.stringify(readSheet(index, given)),
      answer_notes: JSON.stringify(given.notes),
    });
  },
});

/** Version of the draft, its row locked until the transaction ends (Q5). */
export async function draftVersion(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .selectFrom('dossier')
    .select('draft_version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.draft_version ?? 0;
}

/**
 * The dossier, held for writing by whoever writes it: the producer, or the officer who enters it from paper (R3.9).
 * Refuses when it is not a draft, or was returned and this part is not among what must change (U19).
 */
export async function holdDraft(ctx: ActionContext, id: string, target: EditTarget): Promise<DossierRecord> {
  await draftVersion(ctx.tx, id);
  const dossier = await getDossier(ctx.tx, id);
  if (ctx.actor.role !== 'producer' && !dossier.onBehalf)
    throw refused('Hồ sơ này do chủ thể tự soạn. Cán bộ chỉ sửa hồ sơ nhập hộ từ bản giấy.');
  if (dossier.state !== 'draft' && dossier.state !== 'returned')
    throw refused('Hồ sơ đã nộp nên không sửa được nữa. Chờ xã trả lại hoặc rút hồ sơ.');
  if (dossier.state === 'returned' && !mayEdit(await editTargets(ctx.tx, id), target))
    throw refused('Xã không yêu cầu sửa phần này. Chỉ sửa những chỗ được nêu trong lý do trả lại.');
  return dossier;
}

/** What a returned dossier must change, with the reasons; empty: everything may be changed. */
async function editTargets(db: Kysely<DB> | Tx, id: string): Promise<readonly ReturnItem[]> {
  return (await lastReturn(db, id))?.items ?? [];
}

/** The newest return in the ledger: what must change, what the office wrote besides, and by when. */
export async function lastReturn(db: Kysely<DB> | Tx, id: string): Promise<Return | undefined> {
  const { rows } = await sql<Return>`
    select coalesce(facts->'items', '[]') as items, facts->>'note' as note, action, day from ledger
     where subject = ${id} and action in ('dossier.return', 'dossier.sendBack') order by no desc limit 1`.execute(db);
  return rows[0];
}
export interface Return {
  readonly items: readonly ReturnItem[];
  readonly note: string | null;
  readonly action: 'dossier.return' | 'dossier.sendBack';
  readonly day: string;
}

/** One thing that must change: where, and why. */
export interface ReturnItem {
  readonly target: EditTarget;
  readonly reason: string;
}

/** True when this part may be changed: it was named, or nothing was named in particular. A named paper opens the adding of papers. */
export function mayEdit(items: readonly ReturnItem[], target: EditTarget): boolean {
  if (items.length === 0) return true;
  const named = (one: string) => items.some((item) => item.target === one);
  if (target === 'papers') return named('papers') || items.some((item) => item.target.startsWith('paper:'));
  return named(target) || (target.startsWith('paper:') && named('papers'));
}

/** Writes the draft and counts its version. */
export async function writeDraft(
  tx: Tx,
  dossier: DossierRecord,
  change: { form?: string; answers?: string; answer_notes?: string },
): Promise<DossierRow> {
  const { draft_version: draftVersionNow } = await tx
    .updateTable('dossier')
    .set((eb) => ({ ...change, draft_version: eb('draft_version', '+', 1) }))
    .where('id', '=', dossier.id)
    .returning('draft_version')
    .executeTakeFirstOrThrow();
  return { id: dossier.id, state: dossier.state, version: dossier.version, draftVersion: draftVersionNow };
}
