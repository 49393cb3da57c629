import { type DossierRecord, type DossierSheet, evidenceAt } from '#features/dossiers';
import { type AdviceStep, type Advised, type StarAdvice, starAdvice } from '#law/adviser';
import { type EvidenceWords, evidenceWords } from '#law/dossier';
import { type GateStar, optionsOf, type ScoredCriterion, scoredCriteria } from '#law/rulebooks';
import { GATE_STARS, scoreSheet } from '#law/scoring';
import { type Mean, meanText } from '#law/stars';

/** One step in the printed words of the sheet, with the papers its criterion asks for. */
export interface StepWords {
  readonly criterion: string;
  readonly title: string;
  readonly gate: AdviceStep['gate'];
  /** What is chosen now; null where nothing is. */
  readonly from: string | null;
  readonly to: string;
  /** "3", or of several sheets the mean "1,33". */
  readonly gain: string;
  readonly papers: readonly EvidenceWords[];
}

/** What stands between a product and a star, in words. */
export interface Advice {
  readonly now: StarAdvice;
  /** Stars above the present one: those that can be asked for. */
  readonly targets: readonly GateStar[];
  readonly gates: readonly StepWords[];
  readonly points: readonly StepWords[];
  /** The sheet cannot reach the star. */
  readonly closed: boolean;
}

/** Advice from the self-score of a dossier; undefined before anything is scored. `wanted`: a star above the present one. */
export function adviceOn(
  { answers }: Pick<DossierRecord, 'answers'>,
  sheet: DossierSheet,
  wanted: GateStar | undefined,
): Advice | undefined {
  const scored = scoreSheet(sheet.index, answers);
  if (!scored.ok || Object.keys(answers).length === 0) return undefined;
  return adviceFrom({ points: [scored.points], chosen: answers, basis: 'mean' }, sheet, wanted);
}

/** Advice from one row of points a sheet, the council's too: what is chosen is then told as its mean. */
export function adviceFrom(advised: Advised, { set, index }: DossierSheet, wanted: GateStar | undefined): Advice {
  const { star } = starAdvice(index, advised, 5);
  const targets = GATE_STARS.filter((one) => one > star);
  const target = targets.find((one) => one === wanted) ?? targets[0] ?? 5;
  const now = starAdvice(index, advised, target);
  const criteria = new Map(scoredCriteria(set).map((one) => [one.code, one]));
  const steps = (now.steps ?? []).flatMap((step) => {
    const criterion = criteria.get(step.criterion);
    return criterion ? [inWords(step, criterion, evidenceAt(set, step.criterion))] : [];
  });
  return {
    now,
    targets,
    gates: steps.filter(({ gate }) => gate !== null),
    points: steps.filter(({ gate }) => gate === null),
    closed: now.steps === null,
  };
}

function inWords(step: AdviceStep, criterion: ScoredCriterion, kinds: readonly string[]): StepWords {
  const { gate, gain } = step;
  return {
    criterion: step.criterion,
    title: criterion.title,
    gate,
    from: optionWords(criterion, step.from),
    to: optionWords(criterion, step.to) ?? '',
    gain: meanWords(gain),
    papers: kinds.flatMap((kind) => evidenceWords(kind) ?? []),
  };
}

/** Options as they are printed: with their case, where the criterion has cases. Null for none. */
function optionWords(criterion: ScoredCriterion, ids: readonly string[]): string | null {
  const words = optionsOf(criterion)
    .filter(({ id }) => ids.includes(id))
    .map((option) => {
      const inCase = criterion.cases?.find(({ options }) => options.includes(option));
      return `${inCase ? `${inCase.title}: ` : ''}${option.label} (${option.points} điểm)`;
    });
  return words.length === 0 ? null : words.join('; ');
}

/** Points as a person writes them: whole ones without decimals. */
export const meanWords = (mean: Mean) => meanText(mean).replace(/,00$/, '');
