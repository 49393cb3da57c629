import { formatDay } from '#ui';
import type { BodyKind, MemberRole } from './schema.ts';

const ROLES: Readonly<Record<BodyKind, Readonly<Record<MemberRole, string>>>> = {
  steering: {
    ...{ head: 'Trưởng ban', deputy: 'Phó Trưởng ban', standing: 'Ủy viên thường trực' },
    ...{ secretary: 'Thư ký', member: 'Ủy viên' },
  },
  support: {
    ...{ head: 'Tổ trưởng', deputy: 'Tổ phó', standing: 'Thành viên thường trực' },
    ...{ secretary: 'Thư ký', member: 'Tổ viên' },
  },
  office: {
    ...{ head: 'Chánh Văn phòng', deputy: 'Phó Chánh Văn phòng', standing: 'Cán bộ thường trực' },
    ...{ secretary: 'Thư ký', member: 'Cán bộ' },
  },
  other: {
    ...{ head: 'Trưởng nhóm', deputy: 'Phó nhóm', standing: 'Thành viên thường trực' },
    ...{ secretary: 'Thư ký', member: 'Thành viên' },
  },
};

/** What a role is called in a body of a kind. */
export const roleWords = (kind: BodyKind, role: MemberRole): string => ROLES[kind][role];

/** 'từ 01/03/2026 đến 05/11/2026', 'từ 01/03/2026'; what no source tells is said so. */
export function spanWords(from: string | null, to: string | null): string {
  const since = from === null ? 'không rõ từ ngày nào' : `từ ${formatDay(from)}`;
  return to === null ? since : `${since} đến ${formatDay(to)}`;
}
