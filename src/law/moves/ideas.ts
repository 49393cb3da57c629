/** Potential products on their way to a first dossier. Art. 10 of Decision 26/2026/QĐ-TTg gives communes and provinces the help of producers; how is the office's. */
import { article26, type Basis } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { IdeaFacts } from './idea-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const HELP = article26('Điều 10');
const REGISTER: Basis = { act: 'Quy chế quản lý danh bạ của đơn vị vận hành', article: '' };

export const ideaStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  idea: { name: 'Ý tưởng', explain: 'Có sản phẩm có thể thành sản phẩm OCOP.' },
  advised: { name: 'Đang hỗ trợ', explain: 'Đã có người hướng dẫn, biết còn thiếu gì.' },
  ready: { name: 'Sẵn sàng', explain: 'Đủ điều kiện để lập hồ sơ.' },
  dossier: { name: 'Đã lập hồ sơ', explain: 'Đã có hồ sơ đánh giá.', final: true },
  dropped: { name: 'Đã dừng', explain: 'Không làm nữa, có lý do; mở lại được.' },
} as const satisfies Record<string, StateWords>;

const open = ['idea', 'advised', 'ready'] as const;
export const ideaMoves = [
  { action: 'idea.enter', from: ['new'], to: 'idea', next: null, verb: 'Ghi ý tưởng sản phẩm', basis: HELP },
  { action: 'idea.correct', from: open, to: 'same', next: 'same', verb: 'Sửa ý tưởng sản phẩm', basis: HELP },
  { action: 'idea.advise', from: ['idea', 'ready'], to: 'advised', next: null, verb: 'Ghi đang hỗ trợ', basis: HELP },
  {
    action: 'idea.makeReady',
    from: ['idea', 'advised'],
    to: 'ready',
    next: null,
    verb: 'Ghi đã sẵn sàng',
    basis: HELP,
  },
  { action: 'idea.file', from: open, to: 'dossier', next: null, verb: 'Lập hồ sơ từ ý tưởng', basis: HELP },
  { action: 'idea.drop', from: open, to: 'dropped', next: null, verb: 'Dừng ý tưởng', basis: REGISTER },
  { action: 'idea.reopen', from: ['dropped'], to: 'idea', next: null, verb: 'Mở lại ý tưởng', basis: REGISTER },
] as const satisfies readonly MoveRow[];

const SET = 'Chọn bộ sản phẩm của Bộ tiêu chí đang áp dụng.';

export const ideaNeeds: NeedsTable<keyof IdeaFacts> = {
  'idea.advise': ({ supporter }) =>
    all(ask(supporter === true, 'supporter', 'Ghi ai đang hỗ trợ ý tưởng này.', REGISTER)),
  'idea.makeReady': ({ productSet }) => all(ask(productSet === true, 'productSet', SET, HELP)),
  'idea.file': ({ producer, productSet }) =>
    all(
      ask(producer === true, 'producer', 'Ghi chủ thể vào danh bạ trước khi lập hồ sơ.', article26('Điều 2')),
      ask(productSet === true, 'productSet', SET, HELP),
    ),
  'idea.drop': ({ reason }) => all(ask(said(reason), 'reason', 'Ghi lý do dừng.', REGISTER)),
  'idea.reopen': ({ reason }) => all(ask(said(reason), 'reason', 'Ghi lý do mở lại.', REGISTER)),
};
