import { CERTIFICATE_PARAMETERS } from '#law/certificate';
import { steps } from '#law/moves';
import { inForce } from '#law/parameters';
import type { Day } from '#platform/clock';

/** How long a move gives the next office, as the law sets it: "15 ngày làm việc"; undefined where it sets no term. */
export function termOf(action: string): string | undefined {
  const term = steps.find((one) => one.action === action)?.move.term;
  return term && `${term.days} ${term.unit === 'workingDays' ? 'ngày làm việc' : 'ngày'}`;
}

/** What follows where the window of a re-evaluation has closed; whether it is still taken in is the office's setting. */
export const LATE_WORDS =
  'Nộp càng sớm càng tốt: giấy chứng nhận được xét kéo dài hiệu lực trong lúc chờ kết quả (Điều 12 khoản 3).';

/** How long a certificate lasts, on a day: "36 tháng". */
export function certificateTerm(day: Day): string {
  return `${inForce(CERTIFICATE_PARAMETERS.termMonths, day).value} tháng`;
}

/** Letters without marks and capitals: what a search compares (đ = d). */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
}

/** What people call the things of a product set, for choosing one (numbers of 26-2026). */
const EXAMPLES: Readonly<Record<number, string>> = {
  1: 'vải, nhãn, cam, bưởi, rau, lạc tươi',
  2: 'thịt lợn, gà, tôm, cá, trứng, sữa tươi',
  3: 'gạo, nếp, đậu, lạc, hạt sen khô',
  4: 'mật ong, phấn hoa, nấm khô',
  5: 'mì ăn liền, cháo ăn liền',
  6: 'miến, bún khô, mỳ gạo, bánh đa, bánh chưng',
  7: 'long nhãn, mít sấy, dưa muối, măng, tinh bột nghệ',
  8: 'giò, chả, ruốc, nem, cá khô, sữa chua',
  9: 'tương, nước mắm, mắm, dấm',
  10: 'muối, hành, tỏi, tiêu, ớt bột',
  11: 'chè xanh, chè đen, chè sao',
  12: 'trà sen, trà hoa, trà túi lọc thảo mộc',
  13: 'cà phê rang xay, bột ca cao',
  14: 'rượu nếp, rượu gạo',
  15: 'rượu vang, rượu hoa quả, bia thủ công',
  16: 'nước khoáng, nước tinh khiết',
  17: 'nước ép, nước quả lên men',
  18: 'thực phẩm bảo vệ sức khỏe, cao, viên dược liệu',
  19: 'xà phòng, dầu gội thảo dược',
  20: 'tinh dầu sả, quế, hồi; dược liệu khô',
  21: 'đồ mây tre, gốm, gỗ, đèn lồng, tranh',
  22: 'lụa, thổ cẩm, áo thêu, khăn',
  23: 'hoa lan, hoa hồng, hoa cúc',
  24: 'cây thế, cây cảnh, sen cảnh',
  25: 'cá cảnh, chim cảnh',
  26: 'điểm du lịch, nhà nghỉ cộng đồng',
};

/** Examples of a product set of the rulebook in force; undefined for sets of former rulebooks. */
export function examplesOf(set: { readonly id: string; readonly no: number }): string | undefined {
  return set.id.startsWith('26-2026/') ? EXAMPLES[set.no] : undefined;
}
