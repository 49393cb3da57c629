// Every message in and out of signing in and of accounts.
import { z } from 'zod';
import { choice, email, file, flag, integer, phone, search, secret, text, uuid } from '#platform/http/fields';
import { roleWords } from './words.ts';

/** Where to go on afterwards: a path of this site; anything else is left out when it is read. */
const next = z.string().max(1000).optional();
const name = text({ label: 'Số điện thoại, thư điện tử hoặc tên đăng nhập', max: 254 });
const newPassword = {
  password: secret({ label: 'Mật khẩu mới' }),
  again: secret({ label: 'Nhập lại mật khẩu mới' }),
};
const oneTimeCode = secret({ label: 'Mã', max: 40 });

/** What every step of signing in answers: where the browser goes now. */
export const wayOn = z.object({ next: z.string() });
export type WayOn = z.output<typeof wayOn>;

export const signInInput = z.strictObject({ name, password: secret({ label: 'Mật khẩu' }), next });
export const tryAsInput = z.strictObject({ account: text({ label: 'Vai', max: 60 }) });
export const confirmCodeInput = z.strictObject({ code: oneTimeCode, next });
export const sendCodeInput = z.strictObject({ next });
export const chooseRoleInput = z.strictObject({ appointment: uuid({ label: 'Vai trò' }), next });
export const signOutInput = z.strictObject({});
export const askResetInput = z.strictObject({ name });
export const useCodeInput = z.strictObject({ name, code: oneTimeCode, ...newPassword });
export const changePasswordInput = z.strictObject({
  current: secret({ label: 'Mật khẩu hiện nay' }).optional(),
  ...newPassword,
  next,
});
export const enrolFactorInput = z.strictObject({ code: oneTimeCode, next });
export const renewRecoveryCodesInput = z.strictObject({});
export const reauthenticateInput = z.strictObject({ password: secret({ label: 'Mật khẩu' }).optional(), next });
export const endOwnSessionsInput = z.strictObject({ session: uuid().optional() });
export const changeOwnContactInput = z.strictObject({
  email: email({ label: 'Thư điện tử' }).optional(),
  phone: phone({ label: 'Số điện thoại' }).optional(),
});

/** Ways a note reaches its account besides the product itself. */
export const messageChannels = {
  email: 'Thư điện tử',
  sms: 'Tin nhắn SMS',
  zalo: 'Tin nhắn Zalo',
} as const;
export const changeChannelsInput = z.strictObject({
  /** None: notes stay inside the product. */
  channels: z
    .array(choice(messageChannels, { label: 'Kênh nhận thông báo' }))
    .max(3)
    .default([]),
});

const { public: _nobody, ...signedIn } = roleWords;
/** Roles an account may be given, with their words. */
export const givenRoles = signedIn;
export type GivenRole = keyof typeof givenRoles;

/** A name to sign in with: what people can type and tell on the telephone. */
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@+-]{2,99}$/, 'Dùng chữ không dấu, số, dấu chấm, gạch; ít nhất 3 ký tự')
  .meta({ label: 'Tên đăng nhập', hint: 'Bỏ trống thì dùng thư điện tử hoặc số điện thoại' });

const place = {
  role: choice(givenRoles, { label: 'Vai trò' }),
  unit: uuid({ label: 'Đơn vị' }).optional(),
  producer: uuid({ label: 'Chủ thể' }).optional(),
  organisation: text({ label: 'Cơ quan', max: 200 }).optional(),
  position: text({ label: 'Chức vụ', max: 100 }).optional(),
  headsOffice: flag({ label: 'Đứng đầu cơ quan' }).optional(),
};

export const inviteInput = z.strictObject({
  fullName: text({ label: 'Họ và tên', max: 100 }),
  username: username.optional(),
  email: email({ label: 'Thư điện tử' }).optional(),
  phone: phone({ label: 'Số điện thoại' }).optional(),
  ...place,
});
export type Invite = z.output<typeof inviteInput>;

export const accountId = z.strictObject({ id: uuid() });
export const addRoleInput = z.strictObject({ id: uuid(), ...place });
export const endRoleInput = z.strictObject({ id: uuid(), appointment: uuid() });
export const disableInput = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do', max: 500 }) });
export const correctContactInput = z.strictObject({ id: uuid(), ...changeOwnContactInput.shape });
export const importInput = z.strictObject({ file: file({ label: 'Tệp danh sách', takes: 'import' }) });

export const accountOut = z.object({ id: uuid(), username: z.string(), state: z.string(), version: z.int() });
export type AccountOut = z.output<typeof accountOut>;
export const importOut = z.object({ invited: z.int() });

export const accountFilter = z.object({
  q: search(),
  role: choice(givenRoles, { label: 'Vai trò' }).optional().catch(undefined),
  state: choice(['invited', 'active', 'disabled'], { label: 'Trạng thái' }).optional().catch(undefined),
});
export type AccountFilter = z.output<typeof accountFilter>;

const { producer: _withoutFactor, ...officerRoles } = givenRoles;
/** The agency's rules of signing in (S1, S3, S7), in the units people think in. */
export const signInRulesInput = z.strictObject({
  passwordOfficer: integer({ label: 'Mật khẩu cán bộ, ít nhất', min: 10, max: 64 }),
  passwordProducer: integer({ label: 'Mật khẩu chủ thể, ít nhất', min: 8, max: 64 }),
  passwordDays: integer({ label: 'Đổi mật khẩu sau', min: 30, max: 3650 }).optional(),
  idleMinutes: integer({ label: 'Cán bộ không làm gì', min: 5, max: 480 }),
  absoluteHours: integer({ label: 'Cán bộ làm liên tục', min: 1, max: 24 }),
  producerIdleHours: integer({ label: 'Chủ thể không làm gì', min: 1, max: 168 }),
  producerAbsoluteDays: integer({ label: 'Chủ thể trong tất cả', min: 1, max: 90 }),
  secondFactor: z.array(choice(officerRoles)).min(1).meta({ label: 'Vai trò cần mã xác thực' }),
  reason: text({ label: 'Lý do, văn bản', max: 500 }),
});
export type SignInRules = z.output<typeof signInRulesInput>;
export const signInRulesOut = z.object({ validFrom: z.string() });

/** Appointment in an answer. */
const appointmentOut = z.object({
  id: uuid(),
  role: z.string(),
  unitName: z.string().nullable(),
  producerName: z.string().nullable(),
  organisation: z.string().nullable(),
  position: z.string().nullable(),
  headsOffice: z.boolean(),
});
export const accountRow = z.object({
  id: uuid(),
  username: z.string(),
  fullName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  state: z.string(),
  version: z.int(),
  factor: z.boolean(),
  demo: z.boolean(),
  lastSignInAt: z.string().nullable(),
  appointments: z.array(appointmentOut),
});
export type AccountRow = z.output<typeof accountRow>;
