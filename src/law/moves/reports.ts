/**
 * Reports of offices: a commune sends to its province, a province to the Ministry; the receiver accepts or gives back with a
 * reason. The Ministry issues its own on the country. What was sent or issued is frozen; a correction is a new version with its reason (R15.3–R15.5).
 */
import type { Basis } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { ReportFacts, SendingFacts } from './report-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const REGIME: Basis = { act: 'Nghị định số 09/2019/NĐ-CP', article: '' };

export const reportStates = {
  new: { name: 'Mới', explain: 'Chưa lập.' },
  draft: { name: 'Đang soạn', explain: 'Xã đang soạn; chỉ xã thấy.' },
  sent: { name: 'Đã gửi tỉnh', explain: 'Số liệu đã chốt, chờ tỉnh tiếp nhận.' },
  returned: { name: 'Tỉnh trả lại', explain: 'Xã sửa theo lý do của tỉnh rồi gửi bản mới.' },
  accepted: { name: 'Tỉnh đã tiếp nhận', explain: 'Bản đã gửi không đổi nữa; sửa thì gửi bản đính chính.' },
  correcting: { name: 'Đang đính chính', explain: 'Xã đang soạn bản đính chính; bản đã gửi vẫn còn nguyên.' },
  provinceDraft: { name: 'Tỉnh đang soạn', explain: 'Tỉnh đang soạn; chỉ tỉnh thấy.' },
  sentToMinistry: { name: 'Đã gửi Bộ', explain: 'Số liệu đã chốt, chờ Bộ tiếp nhận.' },
  returnedByMinistry: { name: 'Bộ trả lại', explain: 'Tỉnh sửa theo lý do của Bộ rồi gửi bản mới.' },
  acceptedByMinistry: { name: 'Bộ đã tiếp nhận', explain: 'Bản đã gửi không đổi nữa; sửa thì gửi bản đính chính.' },
  provinceCorrecting: { name: 'Tỉnh đang đính chính', explain: 'Tỉnh đang soạn bản đính chính; bản đã gửi vẫn còn.' },
  countryDraft: { name: 'Bộ đang soạn', explain: 'Bộ đang soạn báo cáo cả nước; chỉ Bộ thấy.' },
  countryIssued: { name: 'Bộ đã ban hành', explain: 'Báo cáo cả nước đã chốt; sửa thì ban hành bản đính chính.' },
  countryCorrecting: { name: 'Bộ đang đính chính', explain: 'Bộ đang soạn bản đính chính; bản đã ban hành vẫn còn.' },
  discarded: { name: 'Đã bỏ', explain: 'Bản nháp đã bỏ, chưa từng gửi.', final: true },
} as const satisfies Record<string, StateWords>;

const silent = { next: null, basis: REGIME } as const;
export const reportMoves = [
  { action: 'report.start', from: ['new'], to: 'draft', verb: 'Lập báo cáo', ...silent },
  { action: 'report.startProvince', from: ['new'], to: 'provinceDraft', verb: 'Lập báo cáo của tỉnh', ...silent },
  { action: 'report.startCountry', from: ['new'], to: 'countryDraft', verb: 'Lập báo cáo cả nước', ...silent },
  {
    action: 'report.send',
    from: ['draft', 'returned', 'correcting'],
    to: 'sent',
    next: 'province',
    verb: 'Gửi báo cáo lên tỉnh',
    basis: REGIME,
  },
  {
    action: 'report.sendToMinistry',
    from: ['provinceDraft', 'returnedByMinistry', 'provinceCorrecting'],
    to: 'sentToMinistry',
    next: 'ministry',
    verb: 'Gửi báo cáo lên Bộ',
    basis: REGIME,
  },
  { action: 'report.accept', from: ['sent'], to: 'accepted', verb: 'Tỉnh tiếp nhận báo cáo', ...silent },
  {
    action: 'report.acceptAtMinistry',
    from: ['sentToMinistry'],
    to: 'acceptedByMinistry',
    verb: 'Bộ tiếp nhận báo cáo',
    ...silent,
  },
  {
    action: 'report.giveBack',
    from: ['sent'],
    to: 'returned',
    next: 'commune',
    verb: 'Tỉnh trả lại báo cáo',
    basis: REGIME,
  },
  {
    action: 'report.giveBackAtMinistry',
    from: ['sentToMinistry'],
    to: 'returnedByMinistry',
    next: 'province',
    verb: 'Bộ trả lại báo cáo',
    basis: REGIME,
  },
  { action: 'report.correct', from: ['accepted'], to: 'correcting', verb: 'Mở bản đính chính', ...silent },
  {
    action: 'report.correctProvince',
    from: ['acceptedByMinistry'],
    to: 'provinceCorrecting',
    verb: 'Mở bản đính chính của tỉnh',
    ...silent,
  },
  {
    action: 'report.issueCountry',
    from: ['countryDraft', 'countryCorrecting'],
    to: 'countryIssued',
    verb: 'Ban hành báo cáo cả nước',
    ...silent,
  },
  {
    action: 'report.correctCountry',
    from: ['countryIssued'],
    to: 'countryCorrecting',
    verb: 'Mở bản đính chính của Bộ',
    ...silent,
  },
  {
    action: 'report.discard',
    from: ['draft', 'provinceDraft', 'countryDraft'],
    to: 'discarded',
    verb: 'Bỏ bản nháp',
    ...silent,
  },
] as const satisfies readonly MoveRow[];

const settled = ({ unsettled }: Partial<SendingFacts>) =>
  ask(
    unsettled?.length === 0,
    'unsettled',
    `Còn điều chưa khớp: ${unsettled?.[0] ?? 'chưa kiểm tra'} Sửa hoặc ghi lý do giữ, rồi gửi.`,
    REGIME,
  );
const reasoned = ({ reason }: { readonly reason?: string }) => all(ask(said(reason), 'reason', 'Ghi lý do.', REGIME));

export const reportNeeds: NeedsTable<keyof ReportFacts> = {
  'report.send': (facts) => all(settled(facts)),
  'report.sendToMinistry': (facts) => all(settled(facts)),
  'report.issueCountry': (facts) => all(settled(facts)),
  'report.giveBack': reasoned,
  'report.giveBackAtMinistry': reasoned,
  'report.correct': reasoned,
  'report.correctProvince': reasoned,
  'report.correctCountry': reasoned,
};
