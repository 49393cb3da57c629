/** Support: policies of a province, and what was paid to producers; entered, put right, withdrawn when entered by mistake. */
import { refuse } from '../answers.ts';
import { SUPPORT_BASIS, supportProblem } from '../support.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { SupportFacts } from './support-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

export const supportPolicyStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  set: { name: 'Trong sổ', explain: 'Khoản hỗ trợ ghi theo chính sách này trong thời gian của nó.' },
  cancelled: { name: 'Đã bỏ', explain: 'Ghi nhầm; không chọn được nữa.', final: true },
} as const satisfies Record<string, StateWords>;
export const supportStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  paid: { name: 'Đã trả', explain: 'Tính vào kinh phí hỗ trợ từ ngày trả.' },
  withdrawn: { name: 'Đã rút', explain: 'Ghi nhầm; không số liệu nào tính đến.', final: true },
} as const satisfies Record<string, StateWords>;

const kept = { next: null, basis: SUPPORT_BASIS } as const;
export const supportPolicyMoves = [
  { action: 'supportPolicy.set', from: ['new'], to: 'set', verb: 'Ghi chính sách hỗ trợ', ...kept },
  { action: 'supportPolicy.correct', from: ['set'], to: 'same', verb: 'Sửa chính sách hỗ trợ', ...kept },
  { action: 'supportPolicy.cancel', from: ['set'], to: 'cancelled', verb: 'Bỏ chính sách hỗ trợ', ...kept },
] as const satisfies readonly MoveRow[];
export const supportMoves = [
  { action: 'support.record', from: ['new'], to: 'paid', verb: 'Ghi khoản hỗ trợ', ...kept },
  { action: 'support.correct', from: ['paid'], to: 'same', verb: 'Sửa khoản hỗ trợ', ...kept },
  { action: 'support.withdraw', from: ['paid'], to: 'withdrawn', verb: 'Rút khoản hỗ trợ', ...kept },
] as const satisfies readonly MoveRow[];

const inOrder = ({ from, to }: Partial<SupportFacts['supportPolicy.set']>) =>
  ask(
    from !== undefined && to !== undefined && (to === null || to >= from),
    'to',
    'Ngày cuối của chính sách không trước ngày đầu.',
    SUPPORT_BASIS,
  );
const fits = (facts: Partial<SupportFacts['support.record']>, day: string) => {
  const { amount, paidOn, policy, paidFor, before, again } = facts;
  if (amount === undefined || paidOn === undefined) return refuse('amount', 'Ghi số tiền và ngày trả.', SUPPORT_BASIS);
  const given = { amount, paidOn, policy: policy ?? null, paidFor: paidFor ?? null, again: again ?? null };
  const problem = supportProblem({ ...given, before: before ?? true }, day);
  return problem === null ? undefined : refuse(problem.field, problem.message, SUPPORT_BASIS);
};
const why = (reason: string | undefined) => ask(said(reason), 'reason', 'Ghi lý do.', SUPPORT_BASIS);

export const supportNeeds: NeedsTable<keyof SupportFacts> = {
  'supportPolicy.set': (facts) => all(inOrder(facts)),
  'supportPolicy.correct': (facts) => all(inOrder(facts), why(facts.reason)),
  'supportPolicy.cancel': ({ payments, reason }) =>
    all(
      ask(
        payments === 0,
        'payments',
        'Đã ghi khoản hỗ trợ theo chính sách này. Rút các khoản đó trước.',
        SUPPORT_BASIS,
      ),
      why(reason),
    ),
  'support.record': (facts, day) => all(fits(facts, day)),
  'support.correct': (facts, day) => all(fits(facts, day), why(facts.reason)),
  'support.withdraw': ({ reason }) => all(why(reason)),
};
