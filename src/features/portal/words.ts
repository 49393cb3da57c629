import { formatDay } from '#ui';
import type { ListedAs } from './detail.ts';
import type { ProductStatus, Sector, Sort } from './schema.ts';

export type Lang = 'vi' | 'en';

interface Said {
  vi: string;
  en: string;
}

export const SECTOR_WORDS: Readonly<Record<Sector, Said>> = {
  I: { vi: 'Thực phẩm', en: 'Food' },
  II: { vi: 'Đồ uống', en: 'Drinks' },
  III: { vi: 'Dược liệu và sản phẩm từ dược liệu', en: 'Medicinal herbs' },
  IV: { vi: 'Thủ công mỹ nghệ', en: 'Handicrafts' },
  V: { vi: 'Sinh vật cảnh', en: 'Ornamental plants and animals' },
  VI: { vi: 'Du lịch cộng đồng, sinh thái', en: 'Community tourism' },
};

export const STATUS_WORDS: Readonly<Record<ProductStatus, Said>> = {
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
  expiring: { vi: 'Sắp hết hạn', en: 'Expiring soon' },
  extended: { vi: 'Được gia hạn', en: 'Extended' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  undetermined: { vi: 'Chưa rõ ngày hết hạn', en: 'End date not known' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  annulled: { vi: 'Đã hủy bỏ', en: 'Annulled' },
  superseded: { vi: 'Đã được thay thế', en: 'Superseded' },
  listed: { vi: 'Chưa có công nhận', en: 'Not recognised' },
};

/** What a filter by a status takes: `valid` takes those in that end soon, and says so. */
export const filterWords = (status: ProductStatus, lang: Lang): string => {
  if (status !== 'valid') return STATUS_WORDS[status][lang];
  return lang === 'en' ? 'Valid, also expiring soon' : 'Còn hiệu lực, kể cả sắp hết hạn';
};

/** The tag of the design kit for a status. */
export const tagOf = (status: ProductStatus): string =>
  status === 'valid' ? 'certificate.inForce' : status === 'listed' ? 'work.notStarted' : `certificate.${status}`;

export const SORT_WORDS: Readonly<Record<Sort, Said>> = {
  current: { vi: 'Còn hiệu lực trước', en: 'Valid first' },
  star: { vi: 'Hạng sao cao trước', en: 'Highest stars first' },
  recent: { vi: 'Mới công nhận trước', en: 'Newest first' },
  name: { vi: 'Tên theo vần', en: 'Name' },
};

const PRODUCER_TYPES: Readonly<Record<string, Said>> = {
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  cooperativeGroup: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  smallMediumEnterprise: { vi: 'Doanh nghiệp nhỏ và vừa', en: 'Small or medium enterprise' },
  householdBusiness: { vi: 'Hộ kinh doanh, cơ sở sản xuất', en: 'Household business' },
  farm: { vi: 'Trang trại', en: 'Farm' },
  association: { vi: 'Hội, hiệp hội, trung tâm', en: 'Association' },
  tourismOperator: { vi: 'Đơn vị điều hành du lịch', en: 'Tourism operator' },
};

/** Kind of producer in words; null when the source names none. */
export function producerTypeWords(type: string | null, lang: Lang): string | null {
  return type === null ? null : (PRODUCER_TYPES[type]?.[lang] ?? null);
}

const LISTED: Readonly<Record<string, Said>> = {
  registered: { vi: 'Đã đăng ký đánh giá', en: 'Registered for evaluation' },
  candidate: { vi: 'Dự kiến đưa vào chương trình', en: 'Planned for the programme' },
  district_evaluated: { vi: 'Cấp huyện đã đánh giá', en: 'Evaluated at district level' },
  council_scored: { vi: 'Hội đồng cấp tỉnh đã chấm', en: 'Scored by the provincial council' },
  proposed5: { vi: 'Đề nghị xét 5 sao', en: 'Proposed for five stars' },
  register_extract: { vi: 'Có tên trong sổ theo dõi', en: 'Named in a register' },
  voted: { vi: 'Được bình chọn', en: 'Voted for' },
};

/** What a source calls a product that it does not say was recognised. */
export function listedWords(status: string | null, lang: Lang): string {
  return (status !== null ? LISTED[status]?.[lang] : undefined) ?? STATUS_WORDS.listed[lang];
}

/** "Có tên trong sổ theo dõi (2023): Trích danh sách …" */
export function listedSentence(listed: ListedAs, lang: Lang): string {
  const year = listed.year === null ? '' : ` (${listed.year})`;
  return `${listedWords(listed.status, lang)}${year}: ${listed.title.replace(/\s*\([^()]*\)\s*$/, '')}`;
}

/** A date in the precision of its source: '2024-11' → 'tháng 11/2024', '2024' → 'năm 2024'. */
export function sourceDate(text: string, lang: Lang): string {
  if (text.length === 10) return formatDay(text);
  const [year = '', month] = text.split('-');
  if (month === undefined) return lang === 'en' ? year : `năm ${year}`;
  return lang === 'en' ? `${month}/${year}` : `tháng ${month}/${year}`;
}

/** Upper case first letter, for a sentence that the law begins in lower case. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
