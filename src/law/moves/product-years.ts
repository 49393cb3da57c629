/** The year of a product: reported by its producer (or typed in for it), accepted or returned by its commune; a correction is reported anew. Art. 10 of Decision 26/2026/QĐ-TTg. */
import type { Basis } from '../answers.ts';
import { figuresAgree, mayTellYear, YEAR_BASIS } from '../product-years.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { ProductYearFacts } from './product-year-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const REGISTER: Basis = { act: 'Quy chế quản lý danh bạ của đơn vị vận hành', article: '' };

export const productYearStates = {
  new: { name: 'Mới', explain: 'Chưa báo.' },
  reported: { name: 'Chờ xã xem', explain: 'Chủ thể đã báo số liệu của năm; chờ xã xem.' },
  returned: { name: 'Xã trả lại', explain: 'Chủ thể sửa theo lý do của xã rồi báo lại.' },
  accepted: { name: 'Xã đã nhận', explain: 'Số liệu của năm được tính vào danh bạ và báo cáo.', final: true },
  setAside: {
    name: 'Để riêng',
    explain: 'Hai hồ sơ của một sản phẩm cùng báo năm này; số liệu kia được giữ.',
    final: true,
  },
} as const satisfies Record<string, StateWords>;

export const productYearMoves = [
  {
    action: 'productYear.report',
    from: ['new'],
    to: 'reported',
    next: 'commune',
    verb: 'Báo số liệu của năm',
    basis: YEAR_BASIS,
  },
  {
    action: 'productYear.mend',
    from: ['reported', 'returned', 'accepted'],
    to: 'reported',
    next: 'commune',
    verb: 'Báo lại số liệu của năm',
    basis: YEAR_BASIS,
  },
  {
    action: 'productYear.accept',
    from: ['reported'],
    to: 'accepted',
    next: null,
    verb: 'Nhận số liệu của năm',
    basis: YEAR_BASIS,
  },
  {
    action: 'productYear.return',
    from: ['reported', 'accepted'],
    to: 'returned',
    next: 'producer',
    verb: 'Trả lại số liệu của năm',
    basis: REGISTER,
  },
  {
    action: 'productYear.setAside',
    from: ['reported', 'returned', 'accepted'],
    to: 'setAside',
    next: null,
    verb: 'Để riêng số liệu của năm vì nhập hai hồ sơ sản phẩm',
    basis: REGISTER,
  },
  {
    action: 'productYear.resume',
    from: ['setAside'],
    to: 'reported',
    next: 'commune',
    verb: 'Đưa lại số liệu của năm vì tách hai hồ sơ sản phẩm',
    basis: REGISTER,
  },
  {
    action: 'productYear.resumeAccepted',
    from: ['setAside'],
    to: 'accepted',
    next: null,
    verb: 'Đưa lại số liệu xã đã nhận vì tách hai hồ sơ sản phẩm',
    basis: REGISTER,
  },
  {
    action: 'productYear.resumeReturned',
    from: ['setAside'],
    to: 'returned',
    next: 'producer',
    verb: 'Đưa lại số liệu xã đã trả vì tách hai hồ sơ sản phẩm',
    basis: REGISTER,
  },
] as const satisfies readonly MoveRow[];

export const productYearNeeds: NeedsTable<keyof ProductYearFacts> = {
  'productYear.report': ({ year = 0, firstYear = 0, ...figures }, day) =>
    all(mayTellYear(year, firstYear, day), figuresAgree(figures)),
  'productYear.mend': ({ counted, reason, ...figures }) =>
    all(
      figuresAgree(figures),
      ask(counted === false || said(reason), 'reason', 'Ghi lý do sửa số liệu xã đã nhận.', REGISTER),
    ),
  'productYear.accept': ({ enteredBy, accepter, twoHands }) =>
    all(
      ask(said(enteredBy) && said(accepter), 'hands', 'Chưa rõ ai ghi, ai nhận số liệu này.', REGISTER),
      ask(
        twoHands === false || enteredBy !== accepter,
        'sameHand',
        'Bạn đã nhập hộ số liệu này; để người khác nhận.',
        REGISTER,
      ),
    ),
  'productYear.return': ({ reason }) =>
    all(ask(said(reason), 'reason', 'Ghi lý do trả lại để chủ thể biết sửa gì.', REGISTER)),
};
