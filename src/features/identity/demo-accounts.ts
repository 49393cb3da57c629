// The accounts of the demonstration programme, by role, and what each can try. They exist nowhere else (S10).
import { stableId } from '#features/units';
import type { Role } from '#policy';
import { roleWords } from './words.ts';

export interface TryAsAccount {
  /** User name, and the value of the form field `account`. */
  readonly key: string;
  readonly fullName: string;
  readonly role: Exclude<Role, 'public'>;
  /** Where the account stands: the first or second invented producer or commune, the province, or nowhere. */
  readonly at: 'producer' | 'producer2' | 'commune' | 'commune2' | 'province' | null;
  readonly organisation: string | null;
  readonly position: string | null;
}

const member = (no: number, organisation: string): TryAsAccount => ({
  key: `council-member-${no}`,
  fullName: `Thành viên ${no} (giả định)`,
  role: 'councilMember',
  at: 'province',
  organisation,
  position: 'Ủy viên',
});

const central = (
  key: string,
  fullName: string,
  role: 'councilChair' | 'councilSecretary' | 'councilMember',
  organisation: string,
): TryAsAccount => ({ key, fullName, role, at: null, organisation, position: roleWords[role] });

/** In the order of the page: the way of a dossier, then those who look on. */
export const tryAsAccounts: readonly TryAsAccount[] = [
  {
    key: 'producer',
    fullName: 'Người đại diện 1 (giả định)',
    role: 'producer',
    at: 'producer',
    organisation: null,
    position: 'Giám đốc',
  },
  {
    key: 'producer-2',
    fullName: 'Người đại diện 2 (giả định)',
    role: 'producer',
    at: 'producer2',
    organisation: null,
    position: 'Tổ trưởng',
  },
  {
    key: 'commune',
    fullName: 'Cán bộ xã 1 (giả định)',
    role: 'commune',
    at: 'commune',
    organisation: null,
    position: 'Công chức kinh tế',
  },
  {
    key: 'commune-2',
    fullName: 'Cán bộ xã 2 (giả định)',
    role: 'commune',
    at: 'commune2',
    organisation: null,
    position: 'Công chức kinh tế',
  },
  {
    key: 'province',
    fullName: 'Chuyên viên OCOP tỉnh (giả định)',
    role: 'province',
    at: 'province',
    organisation: null,
    position: 'Chuyên viên',
  },
  {
    key: 'council-chair',
    fullName: 'Chủ tịch hội đồng (giả định)',
    role: 'councilChair',
    at: 'province',
    organisation: 'UBND tỉnh Hưng Yên',
    position: 'Chủ tịch hội đồng',
  },
  {
    key: 'council-secretary',
    fullName: 'Thư ký hội đồng (giả định)',
    role: 'councilSecretary',
    at: 'province',
    organisation: 'Sở Nông nghiệp và Môi trường',
    position: 'Thư ký',
  },
  member(1, 'Sở Nông nghiệp và Môi trường'),
  member(2, 'Sở Công Thương'),
  member(3, 'Sở Y tế'),
  member(4, 'Sở Khoa học và Công nghệ'),
  member(5, 'Sở Văn hóa, Thể thao và Du lịch'),
  {
    key: 'adviser',
    fullName: 'Lê Văn Hải (giả định)',
    role: 'adviser',
    at: 'province',
    organisation: 'Sở Y tế',
    position: 'Chuyên viên',
  },
  {
    key: 'ministry',
    fullName: 'Chuyên viên cấp trung ương (giả định)',
    role: 'ministry',
    at: null,
    organisation: 'Bộ Nông nghiệp và Môi trường',
    position: 'Chuyên viên',
  },
  central('central-chair', 'Chủ tịch Hội đồng trung ương (giả định)', 'councilChair', 'Bộ Nông nghiệp và Môi trường'),
  central('central-secretary', 'Thư ký Hội đồng trung ương (giả định)', 'councilSecretary', 'Cơ quan OCOP của Bộ'),
  central('central-member-1', 'Thành viên trung ương 1 (giả định)', 'councilMember', 'Bộ Công Thương'),
  central('central-member-2', 'Thành viên trung ương 2 (giả định)', 'councilMember', 'Bộ Y tế'),
  {
    key: 'inspector',
    fullName: 'Kiểm tra viên (giả định)',
    role: 'inspector',
    at: 'province',
    organisation: 'Sở Công Thương',
    position: 'Kiểm tra viên',
  },
  {
    key: 'auditor',
    fullName: 'Kiểm toán viên (giả định)',
    role: 'auditor',
    at: null,
    organisation: 'Cơ quan kiểm toán',
    position: 'Kiểm toán viên',
  },
  {
    key: 'administrator',
    fullName: 'Quản trị viên (giả định)',
    role: 'administrator',
    at: null,
    organisation: 'Đơn vị vận hành',
    position: 'Quản trị viên',
  },
];

/** Id of a demonstration account, the same on every install. */
export function demoAccountId(key: string): string {
  return stableId('account', `demo:${key}`);
}
