/**
 * Leave and delegations: a colleague of the same unit acts in somebody's place, by written order, for a time. A house
 * rule of the office, no article of the programme; as with a mandate to sign, what was handed over is not handed on.
 */
import type { Basis, Day } from '../answers.ts';
import { isDay } from '../days.ts';
import { all, ask, paper, said } from './conditions.ts';
import type { OrderFacts } from './delegation-facts.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const HOUSE: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };

export const delegationStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  asked: { name: 'Chờ đồng ý', explain: 'Chưa có hiệu lực: chờ người đứng đầu cơ quan của người làm thay đồng ý.' },
  recorded: { name: 'Đã ghi', explain: 'Có hiệu lực trong những ngày đã ghi.' },
  ended: { name: 'Kết thúc sớm', explain: 'Chỉ có hiệu lực đến ngày kết thúc.', final: true },
} as const satisfies Record<string, StateWords>;

export const delegationMoves = [
  {
    action: 'delegation.record',
    from: ['new'],
    to: 'recorded',
    next: null,
    verb: 'Ghi nghỉ, giao làm thay',
    basis: HOUSE,
  },
  {
    action: 'delegation.ask',
    from: ['new'],
    to: 'asked',
    next: null,
    verb: 'Giao làm thay cho người của cơ quan khác',
    basis: HOUSE,
  },
  {
    action: 'delegation.agree',
    from: ['asked'],
    to: 'recorded',
    next: null,
    verb: 'Đồng ý cho người của cơ quan làm thay ở cơ quan khác',
    basis: HOUSE,
  },
  {
    action: 'delegation.end',
    from: ['recorded', 'asked'],
    to: 'ended',
    next: null,
    verb: 'Kết thúc sớm việc nghỉ, làm thay',
    basis: HOUSE,
  },
] as const satisfies readonly MoveRow[];

type DelegationAction = 'delegation.record' | 'delegation.ask' | 'delegation.agree' | 'delegation.end';

/** What any order says: by which paper, which days, who, which acts. */
function ordered(facts: Partial<OrderFacts>, day: Day) {
  const { from = '', to = '', deputy, acts } = facts;
  return all(
    paper(facts, 'văn bản cho nghỉ, giao làm thay', day, HOUSE),
    ask(isDay(from), 'delegationFrom', 'Ghi ngày bắt đầu.', HOUSE),
    ask(isDay(to) && to >= from, 'delegationTo', 'Ngày cuối cùng không trước ngày bắt đầu.', HOUSE),
    ask(to >= day, 'delegationPast', 'Ngày cuối cùng đã qua; việc làm thay không ghi lùi.', HOUSE),
    deputy === true
      ? all(
          ask(facts.mayTake === true, 'delegationTaker', 'Chọn người cùng đơn vị có vai được làm thay.', HOUSE),
          ask(facts.byDeputy === false, 'delegationSelf', 'Không tự ghi cho mình làm thay người khác.', HOUSE),
          ask((acts ?? []).length > 0, 'delegationActs', 'Chọn việc được làm thay.', HOUSE),
        )
      : ask(deputy === false && acts?.length === 0, 'delegationDeputy', 'Chọn người làm thay.', HOUSE),
  );
}

export const delegationNeeds: NeedsTable<DelegationAction> = {
  'delegation.record': (facts, day) =>
    all(
      ordered(facts, day),
      ask(
        facts.otherOffice === false,
        'delegationOffice',
        'Người làm thay ở cơ quan khác phải được đồng ý trước.',
        HOUSE,
      ),
    ),

  // Two offices, two heads: the one of who is away orders it, the one of the deputy agrees.
  'delegation.ask': (facts, day) =>
    all(
      ordered(facts, day),
      ask(
        facts.deputy === true && facts.otherOffice === true,
        'delegationOffice',
        'Chọn người của cơ quan khác.',
        HOUSE,
      ),
      ask(
        facts.byHead === true,
        'delegationHead',
        'Chỉ người đứng đầu cơ quan của người vắng giao việc cho người của cơ quan khác. Chọn người cùng cơ quan, hoặc nhờ người đứng đầu ghi.',
        HOUSE,
      ),
      ask(
        facts.deputyHeaded === true,
        'delegationHeadless',
        'Cơ quan của người làm thay chưa có tài khoản người đứng đầu để đồng ý. Nhờ quản trị hệ thống ghi ai đứng đầu.',
        HOUSE,
      ),
    ),

  'delegation.agree': ({ byDeputyHead, to = '' }, day) =>
    all(
      ask(
        byDeputyHead === true,
        'delegationAgreer',
        'Người đứng đầu cơ quan của người làm thay mới đồng ý được.',
        HOUSE,
      ),
      ask(to >= day, 'delegationPast', 'Thời hạn làm thay đã qua.', HOUSE),
    ),

  'delegation.end': ({ reason }) => all(ask(said(reason), 'reason', 'Ghi lý do kết thúc sớm.', HOUSE)),
};
