import { findSet, isRulebookId, loadRulebook, type ProductSet, type Rulebook, setKey } from '#law/rulebooks';
import { indexSet, type SetIndex } from '#law/scoring';
import { type SheetStanding, sheetStanding } from '#law/sheet-state';
import type { DossierRecord } from './record.ts';

/** The sheet a dossier is scored on: decided when it was started, never recomputed (R1.1). */
export interface DossierSheet {
  readonly rulebook: Rulebook;
  readonly set: ProductSet;
  readonly index: SetIndex;
}

/** The sheet of a dossier. Throws when its rulebook or set is not among the product's data. */
export async function sheetOf(dossier: Pick<DossierRecord, 'rulebook' | 'productSet'>): Promise<DossierSheet> {
  if (!isRulebookId(dossier.rulebook)) throw new Error(`no rulebook ${dossier.rulebook}`);
  const rulebook = await loadRulebook(dossier.rulebook);
  const set = findSet(rulebook, setKey({ id: dossier.productSet }));
  if (!set) throw new Error(`no product set ${dossier.productSet}`);
  return { rulebook, set, index: indexSet(set, rulebook.starBands) };
}

/** How the self-score stands; an answer that does not fit the sheet (a rulebook corrected meanwhile) counts as none. */
export function standingOf(dossier: Pick<DossierRecord, 'answers'>, { index }: DossierSheet): SheetStanding {
  const standing = sheetStanding(index, dossier.answers);
  const shown = standing.ok ? standing : sheetStanding(index, {});
  if (!shown.ok) throw new Error(shown.message);
  return shown;
}
