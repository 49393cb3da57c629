/**
 * Questions the law leaves open ([?] in the rules): each is a setting with a default, shown with its explanation.
 * The administration feature shows and stores them; functions of the law get the value as an argument.
 * Long because every open question is read in one place.
 */

import { ADVICE_SETTINGS } from './advice-settings.ts';
import { ALLOWED, type Allowed, article26, type Basis, type Refused, refuse } from './answers.ts';
import { COUNCIL_SETTINGS } from './council-settings.ts';
import { LIST_SETTINGS } from './list-settings.ts';
import { NATIONAL_SETTINGS } from './national-settings.ts';
import { PAPER_REMINDER_DAYS, REMINDER_DAYS } from './reevaluation.ts';
import { REPORT_SETTINGS } from './report-settings.ts';
import { articleOfComplaints, SUPERVISION } from './review.ts';
import { STEERING_SETTINGS } from './steering-settings.ts';
import { TERM_SETTINGS } from './term-settings.ts';
import { YEAR_SETTINGS } from './year-settings.ts';

interface SettingHead {
  readonly label: string;
  readonly explain: string;
  readonly basis: Basis;
  /** `council`: a default that each council may set for itself in its regulation. */
  readonly scope: 'system' | 'council';
}

export interface ChoiceSetting extends SettingHead {
  readonly type: 'choice';
  readonly initial: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface NumberSetting extends SettingHead {
  readonly type: 'number';
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

export interface FlagSetting extends SettingHead {
  readonly type: 'flag';
  readonly initial: boolean;
}

/** Several whole numbers, the largest first. */
export interface NumbersSetting extends SettingHead {
  readonly type: 'numbers';
  readonly initial: readonly number[];
  readonly min: number;
  readonly max: number;
  /** How many at most. */
  readonly most: number;
  readonly unit: string;
}

export type LawSetting = ChoiceSetting | NumberSetting | NumbersSetting | FlagSetting;

/** Days before the last day of a request of the advisory team on which producer and commune are reminded. */
const ADVICE_REMINDER_DAYS: readonly number[] = [3, 1];
/** The same before a visit to the place. */
const VISIT_REMINDER_DAYS: readonly number[] = [3, 1];

const COUNCIL = article26('Điều 7 khoản 3 điểm b (Quy chế hoạt động của Hội đồng)');

export const LAW_SETTINGS = {
  gateBasis: {
    type: 'choice',
    scope: 'council',
    label: 'Cách xét dấu sao khi nhiều người chấm',
    explain: 'Quyết định không nói xét theo trung bình hay từng phiếu.',
    initial: 'mean',
    choices: [
      { value: 'mean', label: 'Theo điểm trung bình của tiêu chí' },
      { value: 'everyMember', label: 'Mọi thành viên đều phải chấm đạt' },
    ],
    basis: article26('Phụ lục II, chú thích dưới phiếu'),
  },
  spreadLimit: {
    type: 'number',
    scope: 'council',
    label: 'Chênh lệch điểm phải chấm lại',
    explain: 'Quá số điểm này giữa hai thành viên thì Hội đồng thảo luận, chấm lại hoặc ghi lý do giữ.',
    initial: 10,
    min: 1,
    max: 100,
    unit: 'điểm',
    basis: COUNCIL,
  },
  spreadFollows: {
    type: 'choice',
    scope: 'council',
    label: 'Khi chênh lệch điểm quá mức',
    explain: 'Quyết định để quy chế của Hội đồng định cách xử lý.',
    initial: 'discuss',
    choices: [
      { value: 'discuss', label: 'Thảo luận, rồi chấm lại hoặc giữ kết quả có lý do' },
      { value: 'rescore', label: 'Phải chấm lại một lần trước khi được giữ kết quả' },
      { value: 'askAgain', label: 'Chỉ hỏi lại hai thành viên của cặp chênh lệch' },
    ],
    basis: COUNCIL,
  },
  quorumPercent: {
    type: 'number',
    scope: 'council',
    label: 'Tỷ lệ thành viên tối thiểu để chấm',
    explain: 'Tính trên số thành viên chấm, không kể dự khuyết và người từ chối do xung đột.',
    initial: 75,
    min: 1,
    max: 100,
    unit: '%',
    basis: COUNCIL,
  },
  chairRequired: {
    type: 'flag',
    scope: 'council',
    label: 'Phải có Chủ tịch hoặc Phó Chủ tịch Hội đồng',
    explain: 'Theo thông lệ trong quy chế của các tỉnh.',
    initial: true,
    basis: COUNCIL,
  },
  ...COUNCIL_SETTINGS,
  cutoffInclusive: {
    type: 'flag',
    scope: 'system',
    label: 'Nhận cả hồ sơ đề nghị đúng ngày hạn của đợt',
    explain: '"Trước ngày 30/4" được hiểu là đến hết ngày 29/4, trừ khi bật mục này.',
    initial: false,
    basis: article26('Điều 5'),
  },
  expiryDayValid: {
    type: 'flag',
    scope: 'system',
    label: 'Ngày hết hạn vẫn còn hiệu lực đến hết ngày',
    explain: 'Quyết định ghi 36 tháng, không nói ngày cuối.',
    initial: true,
    basis: article26('Điều 4 khoản 3'),
  },
  lateOldDossier: {
    type: 'choice',
    scope: 'system',
    label: 'Hồ sơ nộp trước 22/05/2026 chưa đánh giá kịp',
    explain: 'Điều 12 chỉ cho thời hạn, không nói cách xử lý sau đó.',
    initial: 'fileAnew',
    choices: [
      { value: 'fileAnew', label: 'Nộp hồ sơ mới theo quyết định hiện hành' },
      { value: 'wait', label: 'Chờ hướng dẫn' },
    ],
    basis: article26('Điều 12 khoản 2'),
  },
  lateFiling: {
    type: 'choice',
    scope: 'system',
    label: 'Nộp đánh giá lại sau khi hết khung thời gian',
    explain: 'Khung nộp là 180 đến 120 ngày trước khi hết hạn; Điều 12 khoản 3 có tính đến nộp muộn.',
    initial: 'allow',
    choices: [
      { value: 'allow', label: 'Vẫn nhận, có cảnh báo' },
      { value: 'refuse', label: 'Không nhận' },
    ],
    basis: article26('Điều 7 khoản 6 điểm a'),
  },
  reminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc trước khi giấy chứng nhận hết hạn',
    explain: 'Chủ thể và xã được nhắc vào những ngày này trước ngày hết hạn, và một lần khi hết hạn.',
    initial: REMINDER_DAYS,
    min: 1,
    max: 400,
    most: 8,
    unit: 'ngày',
    basis: article26('Điều 7 khoản 6 điểm a'),
  },
  refreshMonths: {
    type: 'number',
    scope: 'system',
    label: 'Dữ liệu lâu chưa cập nhật',
    explain:
      'Sản phẩm, chủ thể không có thay đổi nào trong thời gian này được liệt kê để rà lại; quyết định không ghi thời hạn.',
    initial: 12,
    min: 1,
    max: 60,
    unit: 'tháng',
    basis: article26('Điều 10'),
  },
  smallCountFrom: {
    type: 'number',
    scope: 'system',
    label: 'Nêu số chủ thể theo người đứng đầu từ',
    explain:
      'Số chủ thể do phụ nữ, người dân tộc thiểu số đứng đầu mà ít hơn số này thì không nêu, để không lộ ra là ai.',
    initial: 5,
    min: 1,
    max: 50,
    unit: 'chủ thể',
    basis: article26('Điều 10'),
  },
  paperReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc trước khi giấy tờ trong hồ sơ hết hạn',
    explain:
      'Chủ thể và cơ quan đang giữ hồ sơ được nhắc vào những ngày này trước ngày giấy tờ hết hạn, và khi hết hạn.',
    initial: PAPER_REMINDER_DAYS,
    min: 1,
    max: 400,
    most: 8,
    unit: 'ngày',
    basis: article26('Điều 6 khoản 1 điểm c'),
  },
  extensionAfterTransition: {
    type: 'flag',
    scope: 'system',
    label: 'Cho kéo dài hiệu lực giấy chứng nhận cả sau giai đoạn chuyển tiếp',
    explain: 'Điều 12 khoản 3 nằm trong điều khoản chuyển tiếp nhưng viết chung.',
    initial: true,
    basis: article26('Điều 12 khoản 3'),
  },
  extensionInTime: {
    type: 'flag',
    scope: 'system',
    label: 'Kéo dài hiệu lực cả khi hồ sơ đánh giá lại nộp đúng khung',
    explain: 'Điều 12 khoản 3 nói về hồ sơ nộp muộn; không nói khi nộp đúng khung mà hết hạn chưa có kết quả.',
    initial: true,
    basis: article26('Điều 12 khoản 3'),
  },
  codeSerialWidth: {
    type: 'number',
    scope: 'system',
    label: 'Số chữ số của số thứ tự trong mã sản phẩm',
    explain: 'Mã T-X-STT-Năm không quy định độ dài số thứ tự; 1 là không thêm số 0.',
    initial: 1,
    min: 1,
    max: 6,
    unit: 'chữ số',
    basis: article26('Phụ lục II'),
  },
  candidateDefault: {
    type: 'choice',
    scope: 'system',
    label: 'Sản phẩm từ 90 điểm thiếu điều kiện 5 sao: hướng gợi ý',
    explain: 'Điều 7 chỉ nói "đạt từ 90 trở lên". Cơ quan vẫn phải tự chọn và ghi lý do.',
    initial: 'toMinistry',
    choices: [
      { value: 'toMinistry', label: 'Gửi Bộ đánh giá 5 sao' },
      { value: 'recogniseFour', label: 'Công nhận trong tỉnh' },
    ],
    basis: article26('Điều 7 khoản 3 điểm e'),
  },
  complaintInstance: {
    type: 'choice',
    scope: 'system',
    label: 'Cơ quan giải quyết khiếu nại về kết quả',
    explain: 'Quyết định không nói về khiếu nại; theo luật, người ra quyết định giải quyết lần đầu.',
    initial: 'decider',
    choices: [
      { value: 'decider', label: 'Cơ quan đã ra kết quả' },
      { value: 'above', label: 'Bộ, cả với kết quả của tỉnh' },
    ],
    basis: articleOfComplaints('Điều 17 đến Điều 23'),
  },
  complaintFileDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hiệu khiếu nại, từ ngày biết kết quả',
    explain: 'Nộp muộn hơn phải nêu trở ngại khách quan.',
    initial: 90,
    min: 1,
    max: 400,
    unit: 'ngày',
    basis: articleOfComplaints('Điều 9'),
  },
  complaintAcceptDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hạn thụ lý khiếu nại',
    explain: 'Từ ngày nhận đơn đến ngày thụ lý hoặc trả lời không thụ lý.',
    initial: 10,
    min: 1,
    max: 90,
    unit: 'ngày',
    basis: articleOfComplaints('Điều 27'),
  },
  complaintAnswerDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hạn giải quyết khiếu nại',
    explain: 'Từ ngày thụ lý; vụ việc phức tạp không quá 45 ngày.',
    initial: 30,
    min: 1,
    max: 90,
    unit: 'ngày',
    basis: articleOfComplaints('Điều 28'),
  },
  requestAnswerDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hạn tỉnh trả lời đề nghị của Bộ',
    explain: 'Điều 10 không ghi thời hạn.',
    initial: 30,
    min: 1,
    max: 180,
    unit: 'ngày',
    basis: SUPERVISION,
  },
  adviceRequestDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hạn gửi giấy tờ Tổ tư vấn đề nghị bổ sung',
    explain: 'Quyết định cho Tổ tư vấn đề nghị bổ sung, không ghi thời hạn.',
    initial: 10,
    min: 1,
    max: 120,
    unit: 'ngày làm việc',
    basis: article26('Điều 7 khoản 3 điểm c'),
  },
  ...ADVICE_SETTINGS,
  adviceReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc trước hạn gửi giấy tờ Tổ tư vấn đề nghị',
    explain: 'Chủ thể và xã được nhắc vào những ngày này trước hạn, và một lần khi đã quá hạn.',
    initial: ADVICE_REMINDER_DAYS,
    min: 1,
    max: 60,
    most: 5,
    unit: 'ngày',
    basis: article26('Điều 7 khoản 3 điểm c'),
  },
  visitReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc trước ngày Tổ tư vấn khảo sát',
    explain: 'Chủ thể, xã và cơ quan của Tổ tư vấn được nhắc vào những ngày này trước ngày hẹn.',
    initial: VISIT_REMINDER_DAYS,
    min: 0,
    max: 30,
    most: 5,
    unit: 'ngày',
    basis: article26('Điều 7 khoản 3 điểm c'),
  },
  redoneWithdrawal: {
    type: 'choice',
    scope: 'system',
    label: 'Chủ thể rút hồ sơ đang được đánh giá lại sau khi xem xét kết quả',
    explain: 'Quyết định không nói. Khiếu nại rút được theo Luật Khiếu nại; hồ sơ đã có kết quả là việc khác.',
    initial: 'refuse',
    choices: [
      { value: 'refuse', label: 'Không rút: đã có kết quả, đánh giá lại đến khi có kết quả mới' },
      { value: 'allow', label: 'Được rút như hồ sơ chưa chấm' },
    ],
    basis: article26('Điều 10 khoản 1 điểm b'),
  },
  annulledReturns: {
    type: 'choice',
    scope: 'system',
    label: 'Giấy chứng nhận trước khi lần công nhận sau bị thu hồi vì công nhận sai',
    explain: 'Quyết định cho thu hồi công nhận sai, không nói giấy đã bị thay có trở lại hay không.',
    initial: 'speaks',
    choices: [
      { value: 'speaks', label: 'Lại có giá trị trong hạn của chính nó' },
      { value: 'stays', label: 'Vẫn bị thay, sản phẩm không còn giấy chứng nhận' },
    ],
    basis: article26('Điều 10 khoản 1 điểm b'),
  },
  notesTold: {
    type: 'choice',
    scope: 'system',
    label: 'Nhận xét của thành viên Hội đồng cho chủ thể xem',
    explain:
      'Quyết định không nói nhận xét trên phiếu có được công bố không. Tên người nhận xét không bao giờ hiện ra.',
    initial: 'chosen',
    choices: [
      { value: 'chosen', label: 'Chỉ những nhận xét thư ký hoặc cơ quan OCOP đã chọn' },
      { value: 'all', label: 'Mọi nhận xét, trừ những nhận xét bị giữ lại có lý do' },
    ],
    basis: article26('Điều 4 khoản 2'),
  },
  ...TERM_SETTINGS,
  ...STEERING_SETTINGS,
  ...REPORT_SETTINGS,
  ...NATIONAL_SETTINGS,
  ...LIST_SETTINGS,
  ...YEAR_SETTINGS,
  signingMandate: {
    type: 'choice',
    scope: 'system',
    label: 'Văn bản giao ký phải ghi với',
    explain:
      'Ủy quyền luôn phải có văn bản; việc phân công cấp phó, giao ký thừa lệnh có thể nằm trong quy chế làm việc.',
    initial: 'delegated',
    choices: [
      { value: 'delegated', label: 'Chữ ký thừa ủy quyền (TUQ.)' },
      { value: 'all', label: 'Mọi chữ ký thay, thừa lệnh, thừa ủy quyền' },
    ],
    basis: { act: 'Nghị định số 30/2020/NĐ-CP', article: 'Điều 13' },
  },
  decisionTwoHands: {
    type: 'flag',
    scope: 'system',
    label: 'Người trình không được tự ghi ban hành quyết định',
    explain: 'Bật khi cơ quan có ít nhất hai cán bộ làm việc này.',
    initial: false,
    basis: article26('Điều 4 khoản 2'),
  },
  paperSetAsked: {
    type: 'flag',
    scope: 'system',
    label: 'Nhắc nhận thêm bộ hồ sơ giấy',
    explain: 'Hồ sơ trên phần mềm có giá trị như hồ sơ giấy; quyết định không nói có bỏ bộ giấy không.',
    initial: true,
    basis: article26('Điều 7 khoản 1'),
  },
} as const satisfies Readonly<Record<string, LawSetting>>;

export type LawSettingKey = keyof typeof LAW_SETTINGS;

/** The type of a setting's value. */
export type LawSettingValue<K extends LawSettingKey> = (typeof LAW_SETTINGS)[K] extends {
  choices: readonly { value: infer V }[];
}
  ? V
  : (typeof LAW_SETTINGS)[K] extends { type: 'number' }
    ? number
    : (typeof LAW_SETTINGS)[K] extends { type: 'numbers' }
      ? readonly number[]
      : boolean;

export type LawSettingValues = { readonly [K in LawSettingKey]: LawSettingValue<K> };

/** True for the name of a setting. */
export function isLawSetting(key: string): key is LawSettingKey {
  return Object.hasOwn(LAW_SETTINGS, key);
}

/** Whether a value may be stored under a key. */
export function checkSetting(key: string, value: unknown): Allowed | Refused {
  if (!isLawSetting(key)) return refuse('unknownSetting', 'Không có thiết lập này. Chọn trong danh sách.', COUNCIL);
  const setting: LawSetting = LAW_SETTINGS[key];
  if (setting.type === 'flag') {
    return typeof value === 'boolean' ? ALLOWED : refuse('settingFlag', 'Chọn bật hoặc tắt.', setting.basis);
  }
  if (setting.type === 'choice') {
    return setting.choices.some((one) => one.value === value)
      ? ALLOWED
      : refuse('settingChoice', 'Chọn một trong các mục có sẵn.', setting.basis);
  }
  const fits = (one: unknown) => Number.isInteger(one) && Number(one) >= setting.min && Number(one) <= setting.max;
  if (setting.type === 'numbers') {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const falling = list.every((one, place) => fits(one) && (place === 0 || Number(one) < Number(list[place - 1])));
    return list.length > 0 && list.length <= setting.most && falling
      ? ALLOWED
      : refuse(
          'settingNumbers',
          `Nhập từ 1 đến ${setting.most} số nguyên từ ${setting.min} đến ${setting.max}, số lớn trước, cách nhau dấu phẩy.`,
          setting.basis,
        );
  }
  return fits(value)
    ? ALLOWED
    : refuse('settingNumber', `Nhập số nguyên từ ${setting.min} đến ${setting.max}.`, setting.basis);
}

/** The values in force: what is stored and still allowed, else the default. */
export function lawSettings(stored: Readonly<Record<string, unknown>>): LawSettingValues {
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(LAW_SETTINGS)) {
    if (!isLawSetting(key)) continue;
    const kept = Object.hasOwn(stored, key) ? stored[key] : undefined;
    values[key] = kept !== undefined && checkSetting(key, kept).ok ? kept : LAW_SETTINGS[key].initial;
  }
  return values as LawSettingValues;
}
