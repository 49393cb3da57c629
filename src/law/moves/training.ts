/** Courses of the programme: entered when they are over, put right, withdrawn when entered by mistake. */
import { refuse } from '../answers.ts';
import { TRAINING_BASIS, trainingProblem } from '../training.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { TrainingFacts } from './training-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

export const trainingStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  held: { name: 'Đã tổ chức', explain: 'Tính vào số liệu tập huấn từ ngày kết thúc.' },
  withdrawn: { name: 'Đã rút', explain: 'Ghi nhầm; không số liệu nào tính đến.', final: true },
} as const satisfies Record<string, StateWords>;

const kept = { next: null, basis: TRAINING_BASIS } as const;
export const trainingMoves = [
  { action: 'training.record', from: ['new'], to: 'held', verb: 'Ghi lớp tập huấn', ...kept },
  { action: 'training.correct', from: ['held'], to: 'same', verb: 'Sửa lớp tập huấn', ...kept },
  { action: 'training.attend', from: ['held'], to: 'same', verb: 'Ghi chủ thể đã dự', ...kept },
  { action: 'training.withdraw', from: ['held'], to: 'withdrawn', verb: 'Rút lớp tập huấn', ...kept },
] as const satisfies readonly MoveRow[];

const fits = (
  { from, to, people, turns, officers, producers, women }: Partial<TrainingFacts['training.record']>,
  day: string,
) => {
  if (from === undefined || to === undefined || people === undefined || turns === undefined)
    return refuse('people', 'Ghi ngày và số người tham gia.', TRAINING_BASIS);
  const problem = trainingProblem(
    { from, to, people, turns, officers: officers ?? null, producers: producers ?? null, women: women ?? null },
    day,
  );
  return problem === null ? undefined : refuse(problem.field, problem.message, TRAINING_BASIS);
};
const why = (reason: string | undefined) => ask(said(reason), 'reason', 'Ghi lý do.', TRAINING_BASIS);

export const trainingNeeds: NeedsTable<keyof TrainingFacts> = {
  'training.record': (facts, day) => all(fits(facts, day)),
  'training.correct': (facts, day) => all(fits(facts, day), why(facts.reason)),
  'training.attend': ({ joining, leaving }) =>
    all(
      ask(
        (joining ?? 0) + (leaving ?? 0) > 0,
        'producers',
        'Chọn chủ thể đã dự, hoặc bỏ chủ thể ghi nhầm.',
        TRAINING_BASIS,
      ),
    ),
  'training.withdraw': ({ reason }) => all(why(reason)),
};
