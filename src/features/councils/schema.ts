import { z } from 'zod';
import type { PaperShown } from '#law/anonymous';
import { CONFLICT_KINDS, TIE_KINDS } from '#law/conflicts';
import { COUNCIL_SETTINGS } from '#law/council-settings';
import { choice, day, file, flag, integer, text, uuid } from '#platform/http/fields';

export const seatRoles = {
  chair: 'Chủ tịch Hội đồng',
  viceChair: 'Phó Chủ tịch Hội đồng',
  secretary: 'Thư ký',
  member: 'Ủy viên',
  substitute: 'Ủy viên dự khuyết',
} as const;
export type SeatRole = keyof typeof seatRoles;

export const gateBases = {
  mean: 'Trung bình điểm các thành viên trên tiêu chí',
  everyMember: 'Từng thành viên đều cho đủ điểm tối thiểu',
} as const;

/** What follows when two members differ by more than the limit (R4.6: left to the regulation). */
export const spreadFollows = {
  discuss: 'Thảo luận, rồi chấm lại hoặc giữ kết quả có lý do',
  rescore: 'Phải chấm lại một lần trước khi được giữ kết quả',
  askAgain: 'Chỉ hỏi lại hai thành viên của cặp chênh lệch',
} as const;

export const sessionModes = { meeting: 'Họp', written: 'Lấy ý kiến bằng văn bản' } as const;
export type SessionMode = keyof typeof sessionModes;

const inWords = <const V extends string>(choices: readonly { readonly value: V; readonly label: string }[]) =>
  Object.fromEntries(choices.map(({ value, label }) => [value, label])) as Readonly<Record<V, string>>;
/** Open questions each council answers for itself, in the words of the settings they begin with. */
export const starBys = inWords(COUNCIL_SETTINGS.starBy.choices);
export const substituteRules = inWords(COUNCIL_SETTINGS.substitutes.choices);
export const reEvaluationBys = inWords(COUNCIL_SETTINGS.reEvaluationBy.choices);
export const ballotSpreads = inWords(COUNCIL_SETTINGS.ballotSpread.choices);
export const anonymousRules = inWords(COUNCIL_SETTINGS.anonymous.choices);

/** The council's own regulation, as far as the result depends on it (R4.6): settings with the act that issued them. */
export const regulation = z.strictObject({
  act: text({ label: 'Quyết định ban hành quy chế', max: 200 }),
  quorumPercent: integer({ label: 'Tỷ lệ thành viên tối thiểu (%)', min: 1, max: 100 }),
  chairRequired: flag({ label: 'Phải có Chủ tịch hoặc Phó Chủ tịch chấm' }),
  spreadLimit: integer({ label: 'Chênh lệch tổng điểm tối đa giữa hai thành viên', min: 1, max: 100 }),
  gateBasis: choice(gateBases, { label: 'Cách xét điều kiện có dấu sao' }),
  spreadFollows: choice(spreadFollows, { label: 'Khi chênh lệch quá mức' }).default('discuss'),
  starBy: choice(starBys, { label: 'Cách quyết định hạng sao' }).default('mean'),
  substitutes: choice(substituteRules, { label: 'Người dự khuyết thay ai' }).default('department'),
  reEvaluationBy: choice(reEvaluationBys, { label: 'Đánh giá lại bằng' }).default('written'),
  ballotDays: integer({ label: 'Thời hạn trả lời bằng văn bản (ngày)', min: 1, max: 60 }).default(7),
  ballotAsks: integer({ label: 'Số thành viên đề nghị thì phải họp', min: 1, max: 60 }).default(1),
  ballotSpread: choice(ballotSpreads, { label: 'Khi ý kiến bằng văn bản chênh lệch quá mức' }).default('meet'),
  anonymous: choice(anonymousRules, { label: 'Hồ sơ ẩn danh' }).default('named'),
});
/** What a regulation written before these questions were asked is read as: nothing of its councils changes. */
export const FORMER_REGULATION = JSON.stringify({
  ...{ spreadFollows: 'discuss', starBy: 'mean', substitutes: 'any', reEvaluationBy: 'written' },
  ...{
    ballotDays: COUNCIL_SETTINGS.ballotDays.initial,
    ballotAsks: COUNCIL_SETTINGS.ballotAsks.initial,
    ballotSpread: 'settle',
    anonymous: 'named',
  },
} satisfies Partial<z.output<typeof regulation>>);
export type Regulation = z.output<typeof regulation>;

const seat = z.strictObject({
  account: uuid({ label: 'Tài khoản' }),
  role: choice(seatRoles, { label: 'Vai trò' }),
  /** Left out: the organisation of the person's appointment. */
  organisation: text({ label: 'Cơ quan', max: 200 }).optional(),
  position: text({ label: 'Chức vụ', max: 200 }).optional(),
  /** Only to look for conflicts of interest; never shown outside the office that keeps the council. */
  home: text({ label: 'Nơi ở', max: 300 }).optional(),
  /** For a substitute: the account of the member stood in for. */
  substituteFor: uuid({ label: 'Dự khuyết cho' }).optional(),
});

export const establishCouncil = z.strictObject({
  name: text({ label: 'Tên Hội đồng', max: 300 }),
  act: text({ label: 'Số quyết định thành lập', max: 200 }),
  actDate: day({ label: 'Ngày quyết định' }),
  regulation,
  seats: z.array(seat).min(1).max(60).meta({ label: 'Thành viên Hội đồng' }),
});
export const correctCouncil = z.strictObject({ id: uuid(), ...establishCouncil.shape });
export const dissolveCouncil = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do', max: 2000, lines: 'many' }),
});
export const councilRow = z.object({ id: uuid(), version: z.int() });

export const planSession = z.strictObject({
  council: uuid({ label: 'Hội đồng' }),
  round: uuid({ label: 'Đợt đánh giá' }).optional(),
  title: text({ label: 'Tên phiên', max: 300 }),
  mode: choice(sessionModes, { label: 'Hình thức' }),
  heldOn: day({ label: 'Ngày họp' }).optional(),
  place: text({ label: 'Địa điểm', max: 300 }).optional(),
});
export const setAgenda = z.strictObject({
  id: uuid(),
  dossiers: z.array(uuid({ label: 'Hồ sơ' })).max(200),
  agenda: text({ label: 'Chương trình họp', max: 8000, lines: 'many' }).optional(),
  heldOn: day({ label: 'Ngày họp' }).optional(),
  place: text({ label: 'Địa điểm', max: 300 }).optional(),
  closesOn: day({ label: 'Hạn nộp phiếu' }).optional(),
});
export const sessionStep = z.strictObject({ id: uuid() });
export const cancelSession = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do hủy phiên', max: 2000, lines: 'many' }),
});
/** Re-evaluations are scored by written opinion; a meeting needs its reason (Art. 7.6.d). */
export const startSession = z.strictObject({
  id: uuid(),
  meetingReason: text({ label: 'Lý do họp trực tiếp để đánh giá lại', max: 1000, lines: 'many' }).optional(),
});
export const recordAbsence = z.strictObject({
  id: uuid(),
  seat: uuid({ label: 'Thành viên' }),
  reason: text({ label: 'Lý do vắng', max: 1000 }),
  standsIn: uuid({ label: 'Người thay' }).optional(),
});
export const recordPresence = z.strictObject({
  id: uuid(),
  seat: uuid({ label: 'Thành viên' }),
  reason: text({ label: 'Lý do sửa lại', max: 1000 }),
});
export const recuse = z.strictObject({
  id: uuid(),
  seat: uuid({ label: 'Thành viên' }),
  dossier: uuid({ label: 'Hồ sơ' }),
  kind: choice(CONFLICT_KINDS, { label: 'Loại xung đột' }).optional(),
  reason: text({ label: 'Lý do không tham gia chấm', max: 1000, lines: 'many' }),
});
/** What members who may not see names see of a paper before the opening. */
export const paperShown = {
  asIs: 'Cho xem nguyên bản, không có tên trên giấy',
  copy: 'Cho xem bản đã che tên',
  withheld: 'Không cho xem',
} as const satisfies Readonly<Record<PaperShown, string>>;
export const showPaper = z.strictObject({
  id: uuid(),
  dossier: uuid(),
  paper: uuid({ label: 'Giấy tờ' }),
  verdict: choice(paperShown, { label: 'Cách cho xem' }),
  copy: file({ label: 'Bản đã che tên' }).optional(),
});
export const keepConflict = z.strictObject({
  id: uuid(),
  seat: uuid({ label: 'Thành viên' }),
  dossier: uuid({ label: 'Hồ sơ' }),
  kind: choice(CONFLICT_KINDS, { label: 'Dấu hiệu' }),
  reason: text({ label: 'Lý do', max: 1000, lines: 'many' }),
});
/** Who advised, funded or inspected a product, or helped to write its dossier: an organisation, a person, or both. */
export const recordTie = z.strictObject({
  id: uuid(),
  dossier: uuid({ label: 'Hồ sơ' }),
  kind: choice(TIE_KINDS, { label: 'Việc đã làm' }),
  organisation: text({ label: 'Đơn vị', max: 200 }).optional(),
  person: text({ label: 'Người', max: 200 }).optional(),
  year: integer({ label: 'Năm', min: 2018, max: 2100 }).optional(),
  note: text({ label: 'Ghi chú', max: 500 }).optional(),
});
export const rescoreSession = z.strictObject({
  id: uuid(),
  dossiers: z.array(uuid({ label: 'Hồ sơ chấm lại' })).min(1),
  reason: text({ label: 'Lý do chấm lại', max: 2000, lines: 'many' }),
});
export const acceptSpread = z.strictObject({
  id: uuid(),
  dossier: uuid({ label: 'Hồ sơ' }),
  reason: text({ label: 'Lý do giữ kết quả', max: 2000, lines: 'many' }),
});
export const concludeSession = z.strictObject({
  id: uuid(),
  minutesNumber: text({ label: 'Số biên bản', max: 100 }).optional(),
  minutesFile: file({ label: 'Biên bản đã ký' }).optional(),
});
export const sessionRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type SessionRow = z.output<typeof sessionRow>;

const criterion = z.string().max(20);
const sheetAnswers = z.record(criterion, z.union([z.string().max(40), z.array(z.string().max(40)).max(40)]));
/** A ground of exclusion a member found while scoring, with the reason (R3.11). */
const exclusion = z.strictObject({
  ground: text({ label: 'Căn cứ loại hồ sơ', max: 1000, lines: 'many' }),
  reason: text({ label: 'Lý do', max: 2000, lines: 'many' }),
});
export const saveSheet = z.strictObject({
  id: uuid(),
  answers: sheetAnswers.default({}),
  notes: z.record(criterion, text({ label: 'Nhận xét', min: 0, max: 3000, lines: 'many' })).default({}),
  opinion: text({ label: 'Ý kiến của người đánh giá', max: 5000, lines: 'many' }).optional(),
  exclusion: exclusion.optional(),
});
/** A sheet filled in by hand, as the secretary reads it from the paper; `paperTotal`: the sum written on it. */
export const enterPaper = z.strictObject({
  ...saveSheet.shape,
  scan: file({ label: 'Bản quét phiếu giấy' }),
  paperTotal: integer({ label: 'Tổng điểm ghi trên giấy', max: 100 }).optional(),
});
/** A member holds that a product of a ballot must be discussed in a meeting. */
export const askMeeting = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Vì sao cần họp', max: 1000, lines: 'many' }),
});
/** `dossiers`: products to discuss besides those the regulation calls a meeting for. */
export const meetInstead = z.strictObject({
  id: uuid(),
  dossiers: z
    .array(uuid({ label: 'Sản phẩm cần thảo luận' }))
    .max(200)
    .default([]),
  reason: text({ label: 'Nội dung cần thảo luận', max: 2000, lines: 'many' }).optional(),
  heldOn: day({ label: 'Ngày họp' }),
  place: text({ label: 'Địa điểm', max: 300 }).optional(),
});
/** `draftVersion`: the saved sheet that was seen; what was saved after it is not handed in unseen (U32, Q5). */
export const submitSheet = z.strictObject({ id: uuid(), draftVersion: integer({ label: 'Bản phiếu đã xem lại' }) });
export const reopenSheet = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do mở lại phiếu', max: 1000, lines: 'many' }),
});
export const sheetRow = z.object({
  id: uuid(),
  state: z.string(),
  version: z.int(),
  draftVersion: z.int(),
  hash: z.string().nullable(),
});
export type SheetRow = z.output<typeof sheetRow>;

/** Which way a five-star candidate that lacks a ***** mark goes (Art. 7.3.e; open in the law). */
export const paths = {
  toMinistry: 'Gửi Bộ Nông nghiệp và Môi trường đánh giá 5 sao',
  recogniseFour: 'Công nhận 4 sao ở tỉnh',
} as const;
export const choosePath = z.strictObject({
  id: uuid(),
  path: choice(paths, { label: 'Hướng xử lý' }),
  reason: text({ label: 'Lý do', max: 2000, lines: 'many' }),
});

/** Excludes a dossier on a printed ground or one of those inside its criteria (R3.11); `ground` is its text. */
export const excludeDossier = z.strictObject({
  id: uuid(),
  ground: text({ label: 'Căn cứ loại hồ sơ', max: 2000, lines: 'many' }),
  reason: text({ label: 'Lý do', max: 4000, lines: 'many' }),
});
export const movedRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
