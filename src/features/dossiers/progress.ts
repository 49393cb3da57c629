import { EVIDENCE, type EvidenceWords, misfilled, producerFields } from '#law/dossier';
import type { Criterion, ProductSet } from '#law/rulebooks';
import type { Day } from '#platform/clock';
import type { ReturnItem } from './draft.ts';
import type { DossierRecord } from './record.ts';
import { type FormPart, formParts } from './schema.ts';
import type { WalletPaper } from './wallet.ts';

/** What a row of the task list says. */
export type WorkState = 'done' | 'work' | 'fix' | 'missing';

/** A part of Forms 01 and 02 and how far it is filled. */
export interface PartProgress {
  readonly part: FormPart;
  readonly state: WorkState;
  /** Labels of required fields still empty. */
  readonly left: readonly string[];
  /** How many filled fields cannot be meant as they stand. */
  readonly wrong: number;
  readonly reasons: readonly string[];
}

/** A kind of evidence the sheet asks for, and the papers of that kind in the dossier. */
export interface KindProgress {
  readonly words: EvidenceWords;
  readonly papers: readonly WalletPaper[];
  readonly state: WorkState;
  readonly lapsed: boolean;
  readonly reasons: readonly string[];
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === false || value === '';

/** The parts of the form, each with what is left to fill. */
export function partsOf(
  dossier: DossierRecord,
  items: readonly ReturnItem[],
  changesLeft: readonly string[] = [],
): PartProgress[] {
  const parts = (Object.keys(formParts) as FormPart[]).filter((part) => part !== 'changes' || dossier.kind !== 'first');
  return parts.map((part) => {
    if (part === 'changes') {
      const why = items.filter((one) => one.target === part).map((one) => one.reason);
      const begun = dossier.form.changes !== undefined;
      return { part, left: changesLeft, wrong: 0, reasons: why, state: stateOf(why, changesLeft.length === 0, begun) };
    }
    const kept: Readonly<Record<string, unknown>> = dossier.form[part] ?? {};
    const left = producerFields(dossier.kind)
      .filter((field) => field.required && field.name in formParts[part].shape && isEmpty(kept[field.name]))
      .map((field) => field.label);
    const reasons = items.filter((one) => one.target === part).map((one) => one.reason);
    const touched = Object.values(kept).some((value) => !isEmpty(value));
    const wrong = misfilled(kept).length;
    return { part, left, wrong, reasons, state: stateOf(reasons, left.length === 0 && wrong === 0, touched) };
  });
}

function stateOf(reasons: readonly string[], done: boolean, touched: boolean): WorkState {
  if (reasons.length > 0) return 'fix';
  if (done) return 'done';
  return touched ? 'work' : 'missing';
}

/** Kinds of evidence the sheet of a set names, with what is there; other kinds appear once a paper of them is there. */
export function kindsOf(
  set: ProductSet,
  papers: readonly WalletPaper[],
  items: readonly ReturnItem[],
  day: Day,
): KindProgress[] {
  const wanted = new Set(['E01', 'E11', ...set.parts.flatMap((part) => part.criteria.flatMap(evidenceBelow))]);
  return EVIDENCE.filter(({ id }) => wanted.has(id) || papers.some(({ kind }) => kind === id)).map((words) => {
    const ofKind = papers.filter(({ kind }) => kind === words.id);
    const lapsed = ofKind.length > 0 && ofKind.every(({ endsOn }) => endsOn !== null && endsOn < day);
    const reasons = items
      .filter((one) => ofKind.some(({ id, verdict }) => one.target === `paper:${id}` && verdict === 'fail'))
      .map((one) => one.reason);
    return { words, papers: ofKind, lapsed, reasons, state: stateOf(reasons, ofKind.length > 0 && !lapsed, lapsed) };
  });
}

/** Kinds of evidence a criterion and everything below it names. */
function evidenceBelow(node: Criterion): readonly string[] {
  return [...(node.evidence ?? []), ...(node.kind === 'group' ? node.children.flatMap(evidenceBelow) : [])];
}

/** Kinds of evidence named at a scored criterion, or else at the nearest heading above it. */
export function evidenceAt(set: ProductSet, code: string): readonly string[] {
  const below = (nodes: readonly Criterion[], above: readonly string[]): readonly string[] | undefined => {
    for (const node of nodes) {
      const own = node.evidence ?? above;
      const found = node.code === code ? own : node.kind === 'group' ? below(node.children, own) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return set.parts.map((part) => below(part.criteria, [])).find((found) => found !== undefined) ?? [];
}

/** "bộ sản phẩm" as papers and screens say it: "Bộ 6: Chế biến từ gạo, ngũ cốc". */
export function setWords(set: ProductSet): string {
  return `Bộ ${set.no}: ${set.name}`;
}
