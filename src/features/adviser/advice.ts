import { type DossierRecord, type DossierSheet, evidenceAt } from '#features/dossiers';
import { type AdviceStep, type StarAdvice, starAdvice } from '#law/adviser';
import { type EvidenceWords, evidenceWords } from '#law/dossier';
import { type GateStar, optionsOf, type ScoredCriterion, scoredCriteria } from '#law/rulebooks';
import { GATE_STARS, scoreSheet } from '#law/scoring';

/** One step in the printed words of the sheet, with the papers its criterion asks for. */
export interface StepWords {
  readonly criterion: string;
  readonly title: string;
  readonly gate: AdviceStep['gate'];
  /** What is chosen now; null where nothing is. */
  readonly from: string | null;
  readonly to: string;
  readonly gain: number;
  readonly papers: readonly EvidenceWords[];
}

/** What a self-score lacks to a star, in words. */
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
  { set, index }: DossierSheet,
  wanted: GateStar | undefined,
): Advice | undefined {
  const scored = scoreSheet(index, answers);
  if (!scored.ok || Object.keys(answers).length === 0) return undefined;
  const advised = { points: [scored.points], chosen: answers, basis: 'mean' as const };
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
    gain: gain.sum,
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
