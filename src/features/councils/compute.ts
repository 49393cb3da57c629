/** From sheets to the three stored facts: points, gates, star. The law computes; nothing comes from the browser. */
import { createHash } from 'node:crypto';
import { type CouncilResult, councilResult, type Exclusion, spread } from '#law/council';
import { findSet, isRulebookId, loadRulebook, setKey } from '#law/rulebooks';
import { type Answers, indexSet, type SetIndex, scoreSheet } from '#law/scoring';
import { type SheetContent, sheetText } from '#law/session-record';
import { refused } from '#platform/refusal';
import type { Regulation } from './schema.ts';

const indexes = new Map<string, SetIndex>();

/** The product set of an id such as '26-2026/06', ready for scoring. Throws for an id no rulebook has. */
export async function setIndexOf(productSet: string): Promise<SetIndex> {
  const kept = indexes.get(productSet);
  if (kept) return kept;
  const id = productSet.slice(0, productSet.indexOf('/'));
  if (!isRulebookId(id)) throw new Error(`no rulebook ${id}`);
  const rulebook = await loadRulebook(id);
  const set = findSet(rulebook, setKey({ id: productSet }));
  if (!set) throw new Error(`no product set ${productSet}`);
  const index = indexSet(set, rulebook.starBands);
  indexes.set(productSet, index);
  return index;
}

/** What each criterion of a product set is called, by its code. */
export async function criterionTitles(productSet: string): Promise<ReadonlyMap<string, string>> {
  const { criteria } = await setIndexOf(productSet);
  return new Map(criteria.map(({ code, title }) => [code, title]));
}

/** Total points of a sheet. Refuses a sheet the set does not allow, naming the criterion. */
export function totalOf(index: SetIndex, answers: Answers): number {
  const scored = scoreSheet(index, answers);
  if (!scored.ok) throw refused(scored.message);
  return scored.total;
}

/** The seal of a sheet: SHA-256 of who scored what, in one fixed order of letters. */
export function sheetHash(of: { sheet: string; dossier: string; seat: string; total: number } & SheetContent): string {
  return createHash('sha256').update(sheetText(of)).digest('hex');
}

export interface MemberSheetOf {
  /** The seat's id: names may repeat, seats do not. */
  readonly seat: string;
  readonly answers: Answers;
}

/** One row of evaluation_result, as the law gives it. */
export interface ComputedResult {
  readonly law: CouncilResult;
  readonly spread: ReturnType<typeof spread>;
}

/** The council's result on one dossier from its submitted sheets, by the regulation of the session. */
export async function computeResult(
  productSet: string,
  sheets: readonly MemberSheetOf[],
  regulation: Regulation,
  exclusion: Exclusion | null,
): Promise<ComputedResult> {
  const index = await setIndexOf(productSet);
  const members = sheets.map((one) => ({ member: one.seat, answers: one.answers }));
  const { gateBasis, starBy } = regulation;
  const rules = { gateBasis, starBy, ...(exclusion ? { exclusion } : {}) };
  const law = councilResult(index, members, rules);
  if (!law.ok) throw refused(law.message);
  return { law, spread: spread(law, regulation.spreadLimit) };
}
