/** The register of producers: each part of a record is changed by its own dated move; two records of one producer are joined. Art. 2 of Decision 26/2026/QĐ-TTg. */
import { article26, type Basis, refuse } from '../answers.ts';
import { isDay } from '../days.ts';
import { all, ask, said } from './conditions.ts';
import type { Needs, NeedsTable } from './facts.ts';
import { TAKEN_BACK } from './list-imports.ts';
import type { ProducerFacts } from './producer-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

export const producerStates = {
  new: { name: 'Mới', explain: 'Chưa đăng ký.' },
  active: { name: 'Đang hoạt động', explain: 'Chủ thể có trong danh bạ.', final: true },
  joined: { name: 'Đã nhập', explain: 'Hồ sơ này là một với một chủ thể khác và đã nhập vào đó.', final: true },
  takenBack: TAKEN_BACK,
} as const satisfies Record<string, StateWords>;

const WHO = article26('Điều 2');
const REGISTER: Basis = { act: 'Quy chế quản lý danh bạ của đơn vị vận hành', article: '' };

const stays = { from: ['active'], to: 'same', next: 'same', basis: WHO } as const;
const apart = { from: ['active'], to: 'same', next: 'same', basis: REGISTER } as const;

export const producerMoves = [
  { action: 'producer.register', from: ['new'], to: 'active', next: null, verb: 'Ghi chủ thể vào danh bạ', basis: WHO },
  {
    action: 'producer.takeBack',
    from: ['active'],
    to: 'takenBack',
    next: null,
    verb: 'Rút do hoàn tác danh sách',
    basis: WHO,
  },
  { action: 'producer.correct', ...stays, verb: 'Sửa thông tin chủ thể' },
  { action: 'producer.describe', ...stays, verb: 'Sửa phần giới thiệu chủ thể' },
  { action: 'producer.rename', ...stays, verb: 'Đổi tên chủ thể' },
  { action: 'producer.changeKind', ...stays, verb: 'Đổi loại hình chủ thể' },
  { action: 'producer.changeRegistration', ...stays, verb: 'Đổi đăng ký kinh doanh, mã số thuế' },
  { action: 'producer.changeRepresentative', ...stays, verb: 'Đổi người đại diện' },
  { action: 'producer.changeAddress', ...stays, verb: 'Đổi địa chỉ chủ thể' },
  { action: 'producer.changeContact', ...stays, verb: 'Đổi liên hệ của chủ thể' },
  { action: 'producer.changeBank', ...stays, verb: 'Đổi tài khoản ngân hàng' },
  { action: 'producer.keepContract', ...stays, verb: 'Ghi hợp đồng liên kết' },
  { action: 'producer.keepCertification', ...stays, verb: 'Ghi chứng nhận khác' },
  { action: 'producer.keepChain', ...stays, verb: 'Ghi chuỗi tuần hoàn, OCOP xanh' },
  { action: 'producer.keepConsent', ...stays, verb: 'Ghi đồng ý dùng thông tin' },
  { action: 'producer.join', ...apart, verb: 'Nhập hồ sơ trùng vào chủ thể này' },
  {
    action: 'producer.joinInto',
    from: ['active'],
    to: 'joined',
    next: null,
    verb: 'Nhập vào chủ thể khác',
    basis: REGISTER,
  },
  { action: 'producer.unjoin', ...apart, verb: 'Tách lại hồ sơ đã nhập' },
  {
    action: 'producer.standAgain',
    from: ['joined'],
    to: 'active',
    next: null,
    verb: 'Tách ra khỏi chủ thể khác',
    basis: REGISTER,
  },
  { action: 'producer.keepApart', ...apart, verb: 'Ghi là không trùng' },
] as const satisfies readonly MoveRow[];

/** What was so before stays on record; whoever replaces it says why, and from which day, not later than today. */
export const changeNeeds: Needs<'producer.describe'> = ({ from, replaces, reason }, day) =>
  all(
    ask(from === null || isDay(from ?? ''), 'from', 'Ghi ngày bắt đầu.', REGISTER),
    ask(from === null || (from ?? '') <= day, 'fromAhead', 'Ghi ngày bắt đầu không sau hôm nay.', REGISTER),
    ask(replaces === false || said(reason), 'reason', 'Ghi lý do thay nội dung đang có.', REGISTER),
  );

export const producerNeeds: NeedsTable<keyof ProducerFacts> = {
  'producer.describe': changeNeeds,
  'producer.rename': changeNeeds,
  'producer.changeKind': changeNeeds,
  'producer.changeRegistration': changeNeeds,
  'producer.changeRepresentative': changeNeeds,
  'producer.changeAddress': changeNeeds,
  'producer.changeContact': changeNeeds,
  'producer.changeBank': changeNeeds,
  'producer.keepContract': changeNeeds,
  'producer.keepCertification': changeNeeds,
  'producer.keepChain': changeNeeds,
  'producer.keepConsent': changeNeeds,
  'producer.join': ({ sameRecord, sameProvince, sessions, reason }) =>
    all(
      ask(sameRecord === false, 'sameRecord', 'Chọn hai hồ sơ khác nhau.', REGISTER),
      ask(sameProvince === true, 'otherProvince', 'Chỉ nhập hai hồ sơ trong cùng một tỉnh.', REGISTER),
      sessions?.length === 0
        ? undefined
        : refuse(
            'inSession',
            `Chờ kết luận phiên đang chấm sản phẩm của cả hai: ${(sessions ?? []).join('; ')}.`,
            REGISTER,
          ),
      ask(said(reason), 'reason', 'Ghi vì sao hai hồ sơ là một chủ thể.', REGISTER),
    ),
  'producer.unjoin': ({ since, reason }) =>
    all(
      since?.length === 0
        ? undefined
        : {
            ...refuse('newSince', 'Không tách được nữa: sau khi nhập đã có việc mới ở chủ thể này.', REGISTER),
            missing: since ?? [],
          },
      ask(said(reason), 'reason', 'Ghi lý do tách lại.', REGISTER),
    ),
  'producer.keepApart': ({ reason }) =>
    ask(said(reason), 'reason', 'Ghi vì sao hai hồ sơ không trùng.', REGISTER) ?? { ok: true },
};
