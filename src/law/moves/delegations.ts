/**
 * Leave and delegations: a colleague of the same office acts in somebody's place, by written order, for a time. A house
 * rule of the office, no article of the programme; as with a mandate to sign, what was handed over is not handed on.
 */
import type { Basis } from '../answers.ts';
import { isDay } from '../days.ts';
import { all, ask, paper, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const HOUSE: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };

export const delegationStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
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
    action: 'delegation.end',
    from: ['recorded'],
    to: 'ended',
    next: null,
    verb: 'Kết thúc sớm việc nghỉ, làm thay',
    basis: HOUSE,
  },
] as const satisfies readonly MoveRow[];

export const delegationNeeds: NeedsTable<'delegation.record' | 'delegation.end'> = {
  'delegation.record': (facts, day) => {
    const { from = '', to = '', deputy, acts } = facts;
    return all(
      paper(facts, 'văn bản cho nghỉ, giao làm thay', day, HOUSE),
      ask(isDay(from), 'delegationFrom', 'Ghi ngày bắt đầu.', HOUSE),
      ask(isDay(to) && to >= from, 'delegationTo', 'Ngày cuối cùng không trước ngày bắt đầu.', HOUSE),
      ask(to >= day, 'delegationPast', 'Ngày cuối cùng đã qua; việc làm thay không ghi lùi.', HOUSE),
      deputy === true
        ? all(
            ask(facts.mayTake === true, 'delegationTaker', 'Chọn người cùng cơ quan có vai được làm thay.', HOUSE),
            ask(facts.byDeputy === false, 'delegationSelf', 'Không tự ghi cho mình làm thay người khác.', HOUSE),
            ask((acts ?? []).length > 0, 'delegationActs', 'Chọn việc được làm thay.', HOUSE),
          )
        : ask(deputy === false && acts?.length === 0, 'delegationDeputy', 'Chọn người làm thay.', HOUSE),
    );
  },

  'delegation.end': ({ reason }) => all(ask(said(reason), 'reason', 'Ghi lý do kết thúc sớm.', HOUSE)),
};
