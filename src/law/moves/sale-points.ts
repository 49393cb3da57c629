/** Points of sale: entered when they are open, put right, closed, withdrawn when entered by mistake. */
import { refuse } from '../answers.ts';
import { pointProblem, SALE_POINT_BASIS } from '../sale-points.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { SalePointFacts } from './sale-point-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

export const salePointStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  open: { name: 'Đang mở', explain: 'Người mua thấy ở trang Mua ở đâu.' },
  closed: { name: 'Đã đóng', explain: 'Không còn bán; vẫn tính vào số liệu của những ngày đã mở.' },
  withdrawn: { name: 'Đã rút', explain: 'Ghi nhầm; không số liệu nào tính đến.', final: true },
} as const satisfies Record<string, StateWords>;

const kept = { next: null, basis: SALE_POINT_BASIS } as const;
export const salePointMoves = [
  { action: 'salePoint.register', from: ['new'], to: 'open', verb: 'Ghi điểm bán', ...kept },
  { action: 'salePoint.correct', from: ['open'], to: 'same', verb: 'Sửa điểm bán', ...kept },
  { action: 'salePoint.offer', from: ['open'], to: 'same', verb: 'Ghi sản phẩm bán ở đây', ...kept },
  { action: 'salePoint.close', from: ['open'], to: 'closed', verb: 'Đóng điểm bán', ...kept },
  { action: 'salePoint.reopen', from: ['closed'], to: 'open', verb: 'Mở lại điểm bán', ...kept },
  { action: 'salePoint.withdraw', from: ['open', 'closed'], to: 'withdrawn', verb: 'Rút điểm bán', ...kept },
] as const satisfies readonly MoveRow[];

const fits = ({ opened, closed }: Partial<SalePointFacts['salePoint.register']>, day: string) => {
  if (opened === undefined || closed === undefined) return refuse('opened', 'Ghi ngày mở.', SALE_POINT_BASIS);
  const problem = pointProblem({ opened, closed }, day);
  return problem === null ? undefined : refuse(problem.field, problem.message, SALE_POINT_BASIS);
};
const why = (reason: string | undefined) => ask(said(reason), 'reason', 'Ghi lý do.', SALE_POINT_BASIS);

export const salePointNeeds: NeedsTable<keyof SalePointFacts> = {
  'salePoint.register': (facts, day) => all(fits(facts, day)),
  'salePoint.correct': (facts, day) => all(fits(facts, day), why(facts.reason)),
  'salePoint.offer': ({ joining, leaving }) =>
    all(
      ask(
        (joining ?? 0) + (leaving ?? 0) > 0,
        'products',
        'Chọn sản phẩm bán ở đây, hoặc bỏ sản phẩm không còn bán.',
        SALE_POINT_BASIS,
      ),
    ),
  'salePoint.close': (facts, day) => all(fits(facts, day), why(facts.reason)),
  'salePoint.reopen': ({ reason }) => all(why(reason)),
  'salePoint.withdraw': ({ reason }) => all(why(reason)),
};
