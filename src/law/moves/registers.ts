/** Registers that the work rests on: products, accounts, units, settings. */
import { article26, type Basis } from '../answers.ts';
import { TAKEN_BACK } from './list-imports.ts';
import type { MoveRow, StateWords } from './types.ts';

export const productStates = {
  new: { name: 'Mới', explain: 'Chưa đăng ký.' },
  active: { name: 'Đang theo dõi', explain: 'Sản phẩm có trong danh bạ.', final: true },
  joined: { name: 'Đã nhập', explain: 'Hồ sơ này là một với một sản phẩm khác và đã nhập vào đó.', final: true },
  takenBack: TAKEN_BACK,
} as const satisfies Record<string, StateWords>;

export const accountStates = {
  new: { name: 'Mới', explain: 'Chưa mời.' },
  invited: { name: 'Đã mời', explain: 'Chờ người dùng nhận lời mời và đặt mật khẩu.' },
  active: { name: 'Đang dùng', explain: 'Đăng nhập được.' },
  disabled: { name: 'Đã khóa', explain: 'Không đăng nhập được.' },
} as const satisfies Record<string, StateWords>;

export const keptStates = {
  new: { name: 'Mới', explain: 'Chưa có.' },
  kept: { name: 'Đang dùng', explain: 'Mỗi lần đổi được ghi lại.', final: true },
} as const satisfies Record<string, StateWords>;

const WHO = article26('Điều 2');
const UNITS: Basis = { act: 'Quyết định số 19/2025/QĐ-TTg', article: '' };
const HOUSE: Basis = { act: 'Quy chế quản lý tài khoản của đơn vị vận hành', article: '' };
const REGULATION: Basis = { act: 'Quy chế hoạt động của Hội đồng và văn bản của địa phương', article: '' };

export const productMoves = [
  { action: 'product.register', from: ['new'], to: 'active', next: null, verb: 'Ghi sản phẩm vào danh bạ', basis: WHO },
  { action: 'product.correct', from: ['active'], to: 'same', next: 'same', verb: 'Sửa thông tin sản phẩm', basis: WHO },
  {
    action: 'product.transfer',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Ghi mã và ngày chuyển hệ thống quốc gia',
    basis: { act: 'Quyết định số 5277/QĐ-BNNMT', article: 'bảng PTNT_OCOP (theo nguồn thứ cấp)' },
  },
  {
    action: 'product.declareSelling',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Ghi nơi bán, mùa vụ',
    basis: WHO,
  },
  {
    action: 'product.takeBack',
    from: ['active'],
    to: 'takenBack',
    next: null,
    verb: 'Rút do hoàn tác danh sách',
    basis: WHO,
  },
] as const satisfies readonly MoveRow[];

export const accountMoves = [
  { action: 'account.invite', from: ['new'], to: 'invited', next: null, verb: 'Mời dùng hệ thống', basis: HOUSE },
  { action: 'account.activate', from: ['invited'], to: 'active', next: null, verb: 'Nhận lời mời', basis: HOUSE },
  { action: 'account.disable', from: ['active'], to: 'disabled', next: null, verb: 'Khóa tài khoản', basis: HOUSE },
  { action: 'account.enable', from: ['disabled'], to: 'active', next: null, verb: 'Mở lại tài khoản', basis: HOUSE },
  {
    action: 'account.changeRoles',
    from: ['invited', 'active', 'disabled'],
    to: 'same',
    next: 'same',
    verb: 'Đổi vai trò',
    basis: HOUSE,
  },
  {
    action: 'account.changeContact',
    from: ['invited', 'active'],
    to: 'same',
    next: 'same',
    verb: 'Đổi liên hệ',
    basis: HOUSE,
  },
  { action: 'account.changePassword', from: ['active'], to: 'same', next: 'same', verb: 'Đổi mật khẩu', basis: HOUSE },
  {
    action: 'account.resetFactor',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Đặt lại mã xác thực',
    basis: HOUSE,
  },
  {
    action: 'account.endSessions',
    from: ['active', 'disabled'],
    to: 'same',
    next: 'same',
    verb: 'Kết thúc các phiên đăng nhập',
    basis: HOUSE,
  },
  {
    action: 'account.openCalendar',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Tạo địa chỉ đăng ký lịch',
    basis: HOUSE,
  },
  {
    action: 'account.closeCalendar',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Hủy địa chỉ đăng ký lịch',
    basis: HOUSE,
  },
] as const satisfies readonly MoveRow[];

export const settingsMoves = [
  { action: 'settings.change', from: ['new'], to: 'kept', next: null, verb: 'Ghi thiết lập', basis: REGULATION },
  { action: 'settings.change', from: ['kept'], to: 'kept', next: null, verb: 'Đổi thiết lập', basis: REGULATION },
] as const satisfies readonly MoveRow[];

export const localPlaceStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  active: { name: 'Đang theo dõi', explain: 'Có trong danh bạ làng nghề, vùng nguyên liệu.', final: true },
} as const satisfies Record<string, StateWords>;

export const localPlaceMoves = [
  {
    action: 'localPlace.register',
    from: ['new'],
    to: 'active',
    next: null,
    verb: 'Ghi làng nghề, vùng nguyên liệu',
    basis: WHO,
  },
  {
    action: 'localPlace.correct',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Sửa làng nghề, vùng nguyên liệu',
    basis: WHO,
  },
] as const satisfies readonly MoveRow[];

export const publishedTotalStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  active: { name: 'Đang theo dõi', explain: 'Đặt cạnh số tính từ dữ liệu.' },
  removed: { name: 'Đã bỏ', explain: 'Ghi nhầm; không còn hiện trong danh sách.', final: true },
} as const satisfies Record<string, StateWords>;

const totals = { next: null, basis: WHO } as const;
export const publishedTotalMoves = [
  { action: 'publishedTotal.record', from: ['new'], to: 'active', verb: 'Ghi số đã công bố', ...totals },
  { action: 'publishedTotal.correct', from: ['active'], to: 'same', verb: 'Sửa số đã công bố', ...totals },
  { action: 'publishedTotal.remove', from: ['active'], to: 'removed', verb: 'Bỏ số đã công bố', ...totals },
] as const satisfies readonly MoveRow[];

export const reportTemplateStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  inUse: { name: 'Đang dùng', explain: 'Chọn được khi lập báo cáo.' },
  retired: { name: 'Thôi dùng', explain: 'Báo cáo đã lập giữ nguyên mẫu của mình.', final: true },
} as const satisfies Record<string, StateWords>;

export const reportTemplateMoves = [
  { action: 'reportTemplate.make', from: ['new'], to: 'inUse', verb: 'Lập mẫu báo cáo', ...totals },
  { action: 'reportTemplate.change', from: ['inUse'], to: 'same', verb: 'Sửa mẫu báo cáo', ...totals },
  { action: 'reportTemplate.retire', from: ['inUse'], to: 'retired', verb: 'Thôi dùng mẫu báo cáo', ...totals },
] as const satisfies readonly MoveRow[];

export const unitRegisterMoves = [
  {
    action: 'unitRegister.load',
    from: ['new', 'kept'],
    to: 'kept',
    next: null,
    verb: 'Nạp danh mục đơn vị hành chính',
    basis: UNITS,
  },
  {
    action: 'unitRegister.change',
    from: ['kept'],
    to: 'kept',
    next: null,
    verb: 'Đổi danh mục đơn vị hành chính',
    basis: UNITS,
  },
  {
    action: 'unitRegister.draft',
    from: ['kept'],
    to: 'kept',
    next: null,
    verb: 'Soạn thay đổi đơn vị hành chính',
    basis: UNITS,
  },
  {
    action: 'unitRegister.takeList',
    from: ['kept'],
    to: 'kept',
    next: null,
    verb: 'Nhận danh sách đơn vị hành chính để so',
    basis: UNITS,
  },
  {
    action: 'unitRegister.plan',
    from: ['kept'],
    to: 'kept',
    next: null,
    verb: 'Ghi thay đổi đơn vị hành chính chờ ngày hiệu lực',
    basis: UNITS,
  },
  {
    action: 'unitRegister.cancel',
    from: ['kept'],
    to: 'kept',
    next: null,
    verb: 'Bỏ thay đổi đơn vị hành chính chưa có hiệu lực',
    basis: UNITS,
  },
] as const satisfies readonly MoveRow[];
