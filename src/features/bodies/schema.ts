import { z } from 'zod';
import { choice, day, email, phone, search, text, uuid } from '#platform/http/fields';

export const BODY_KINDS = {
  steering: 'Ban chỉ đạo',
  support: 'Tổ giúp việc',
  office: 'Văn phòng thường trực, điều phối',
  other: 'Tổ, nhóm khác',
} as const;
export type BodyKind = keyof typeof BODY_KINDS;

export const BODY_LEVELS = { central: 'Trung ương', province: 'Cấp tỉnh', commune: 'Cấp xã' } as const;
export type BodyLevel = keyof typeof BODY_LEVELS;

/** Roles in any body; how one is called in a kind is in words.ts. */
export const MEMBER_ROLES = {
  head: 'Trưởng ban, Tổ trưởng, Chánh Văn phòng',
  deputy: 'Phó Trưởng ban, Tổ phó, Phó Chánh Văn phòng',
  standing: 'Ủy viên thường trực',
  secretary: 'Thư ký',
  member: 'Ủy viên, tổ viên',
} as const;
export type MemberRole = keyof typeof MEMBER_ROLES;

const member = {
  name: text({ label: 'Họ và tên', max: 120 }).optional(),
  position: text({ label: 'Chức vụ, cơ quan', max: 200 }),
  role: choice(MEMBER_ROLES, { label: 'Vai trò' }),
  phone: phone({ label: 'Điện thoại' }).optional(),
  email: email({ label: 'Thư điện tử' }).optional(),
};
export type MemberGiven = z.output<z.ZodObject<typeof member>>;
const MOST_MEMBERS = 60;
const members = z.array(z.strictObject(member)).max(MOST_MEMBERS).default([]).meta({ label: 'Thành viên' });
const act = (label: string) => text({ label, max: 400, hint: 'Số, ký hiệu trong sổ văn bản' }).optional();
const reason = text({ label: 'Lý do', max: 500 });

const about = {
  kind: choice(BODY_KINDS, { label: 'Loại' }),
  name: text({ label: 'Tên', max: 300 }),
  act: act('Quyết định thành lập'),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};
/** `unit`: left out for the officer's own office. */
export const establishBody = z.strictObject({
  unit: uuid({ label: 'Của đơn vị' }).optional(),
  ...about,
  from: day({ label: 'Thành lập từ ngày' }),
  members,
});
/** Everything not sent is emptied. */
export const correctBody = z.strictObject({
  id: uuid(),
  ...about,
  from: day({ label: 'Thành lập từ ngày' }).optional(),
  reason,
});
export const changeMembers = z.strictObject({
  id: uuid(),
  act: act('Văn bản thay đổi'),
  from: day({ label: 'Từ ngày' }),
  leave: z
    .array(uuid({ label: 'Người ra' }))
    .max(200)
    .default([]),
  members,
  reason: reason.optional(),
});
export const correctMember = z.strictObject({ id: uuid(), member: uuid(), ...member, reason });
export const dissolveBody = z.strictObject({
  id: uuid(),
  to: day({ label: 'Ngày cuối cùng hoạt động' }),
  act: act('Văn bản giải thể'),
  reason: reason.optional(),
});
export const bodyRow = z.object({ id: uuid(), version: z.int() });

const officer = {
  name: text({ label: 'Họ và tên', max: 120 }),
  position: text({ label: 'Chức vụ', max: 200 }),
  phone: phone({ label: 'Điện thoại' }).optional(),
  email: email({ label: 'Thư điện tử' }).optional(),
  act: act('Văn bản phân công'),
  from: day({ label: 'Phụ trách từ ngày' }),
};
/** `commune`: left out for the officer's own; `replaces`: who hands over, on the eve. */
export const appointOfficer = z.strictObject({
  commune: uuid({ label: 'Xã' }).optional(),
  ...officer,
  replaces: uuid({ label: 'Thay cho' }).optional(),
});
export const correctOfficer = z.strictObject({ id: uuid(), ...officer, reason });
export const endOfficer = z.strictObject({ id: uuid(), to: day({ label: 'Ngày cuối cùng phụ trách' }), reason });

const page = z.coerce.number().int().min(1).max(2000).optional().catch(undefined);
export const listQuery = z.object({
  q: search().catch(undefined),
  cap: choice(BODY_LEVELS).optional().catch(undefined),
  cu: choice(['1']).optional().catch(undefined),
  trang: page,
});
export type ListQuery = z.output<typeof listQuery>;
/** `thieu`: communes without anybody; `cu`: those who served. */
export const OFFICER_VIEWS = { thieu: 'Xã chưa có người phụ trách', cu: 'Đã thôi' } as const;
export const officerQuery = z.object({
  q: search().catch(undefined),
  xem: choice(OFFICER_VIEWS).optional().catch(undefined),
  trang: page,
});
export type OfficerQuery = z.output<typeof officerQuery>;
