/** The tabs of the officers' desk by role (look.md §5). */
import type { Way } from '#ui';

const work: Way = { href: '/viec-cua-toi', words: 'Việc của tôi' };
const dossiers: Way = { href: '/ho-so', words: 'Hồ sơ' };
const given: Way = { href: '/viec-tham-tra', words: 'Việc của tôi' };
const products: Way = { href: '/so-san-pham', words: 'Sản phẩm' };
const ledger: Way = { href: '/so-ghi', words: 'Sổ ghi việc' };
const rounds: Way = { href: '/dot', words: 'Đợt đánh giá' };
const sheets: Way = { href: '/cham', words: 'Phiếu chấm của tôi' };
const councils: Way = { href: '/hoi-dong', words: 'Hội đồng' };
const decisions: Way = { href: '/quyet-dinh', words: 'Quyết định' };
const certificates: Way = { href: '/giay-chung-nhan', words: 'Chứng nhận' };
const figures: Way = { href: '/so-lieu', words: 'Số liệu' };
const reports: Way = { href: '/bao-cao', words: 'Báo cáo' };
const misuse: Way = { href: '/phan-anh', words: 'Phản ánh' };
const account: Way = { href: '/tai-khoan', words: 'Tài khoản' };

const TABS: Readonly<Record<string, readonly Way[]>> = {
  commune: [work, dossiers, products, certificates, figures, reports, ledger],
  province: [work, dossiers, rounds, councils, decisions, certificates, products, figures, reports, misuse, ledger],
  councilChair: [work, sheets, councils],
  councilSecretary: [work, councils],
  councilMember: [sheets, work],
  adviser: [given, { href: '/lich', words: 'Lịch' }],
  ministry: [work, figures, reports, dossiers, rounds, councils, decisions, certificates],
  inspector: [work, certificates, misuse],
  auditor: [dossiers, certificates, figures, reports, ledger],
  administrator: [
    { href: '/quan-tri/tai-khoan', words: 'Tài khoản' },
    { href: '/quan-tri/thiet-lap', words: 'Thiết lập' },
    { href: '/quan-tri/don-vi', words: 'Đơn vị hành chính' },
    ledger,
    { href: '/quan-tri/suc-khoe', words: 'Sức khỏe hệ thống' },
  ],
};

/** The tabs of somebody's roles, those of colleagues they stand in for last; whose role is not chosen yet sees only the account. */
export function tabsOf(roles: readonly string[]): readonly Way[] {
  const tabs = [...new Set(roles.flatMap((role) => TABS[role] ?? []))];
  return tabs.length > 0 ? tabs : [account];
}
