import { MISUSE_FINDINGS, type MisuseFinding } from '#law/moves/misuse';
import { MISUSE_KINDS, type MisuseKind } from './schema.ts';

export type Lang = 'vi' | 'en';

export const kindWords = (kind: MisuseKind, lang: Lang = 'vi'): string => MISUSE_KINDS[kind][lang];
export const kindChoices = (lang: Lang) =>
  (Object.keys(MISUSE_KINDS) as MisuseKind[]).map((value) => ({ value, label: kindWords(value, lang) }));

const FINDINGS_EN: Readonly<Record<MisuseFinding, string>> = {
  wrongUse: 'Wrong use was found',
  noWrongUse: 'No wrong use was found',
  notEnough: 'Not enough information to conclude',
  passedOn: 'Passed on to another authority',
};
export const findingWords = (finding: MisuseFinding, lang: Lang = 'vi'): string =>
  lang === 'en' ? FINDINGS_EN[finding] : MISUSE_FINDINGS[finding];

/** What the form says, in both languages. */
export const FORM_WORDS = {
  vi: {
    title: 'Báo sản phẩm dùng sai sao',
    description: 'Báo trong một phút, không cần tài khoản, khi thấy sản phẩm dùng sai sao OCOP.',
    lead: 'Chỉ sản phẩm đã được công nhận, đúng hạng sao và còn hạn mới được dùng sao OCOP. Báo trong một phút, không cần tài khoản.',
    checkFirst: 'Hàng còn trên kệ có thể được in tem khi chứng nhận còn hiệu lực.',
    check: 'Kiểm tra mã trên tem',
    kind: 'Điều gì sai?',
    product: 'Mã trên tem hoặc tên sản phẩm',
    found: 'Sản phẩm trong sổ',
    place: 'Bạn thấy ở đâu?',
    placeHint: 'Tên cửa hàng, chợ, trang bán hàng; xã, tỉnh nếu biết',
    province: 'Tỉnh, thành phố',
    provinceHint: 'Cơ quan của tỉnh này xem xét và trả lời',
    provinceEmpty: 'Chọn tỉnh, thành phố',
    words: 'Bạn thấy gì?',
    wordsHint: 'Ngày thấy, tên người bán, số sao trên nhãn',
    photo: 'Ảnh cả nhãn, thấy rõ mã',
    photoHint: 'JPG, PNG hoặc WebP, không quá 20 MB. Vị trí và tên máy trong ảnh được bỏ đi.',
    contact: 'Số điện thoại hoặc thư điện tử của bạn',
    contactHint:
      'Chỉ cơ quan xử lý thấy, chỉ dùng để hỏi thêm về phản ánh này; xóa sáu tháng sau khi trả lời. Bỏ trống vẫn xem được trả lời.',
    trap: 'Trang web (để trống)',
    send: 'Gửi phản ánh',
    busy: 'Đang gửi…',
    known: 'Đã báo rồi?',
    number: 'Số phản ánh',
    numberHint: 'Ví dụ: PA-7K3M-9QX2-4TBH',
    see: 'Xem trả lời',
    rules: 'Quy định đang áp dụng',
  },
  en: {
    title: 'Report wrong use of stars',
    description: 'Report within a minute, without an account, when a product bears OCOP stars it has no right to.',
    lead: 'OCOP stars may be used only for a recognised product, with the same number of stars, and while its certificate is valid. Reporting takes a minute and needs no account.',
    checkFirst: 'Goods on the shelf may carry a label printed while the certificate was valid.',
    check: 'Check the code on the label',
    kind: 'What is wrong?',
    product: 'Code on the label, or name of the product',
    found: 'Product in the register',
    place: 'Where did you see it?',
    placeHint: 'Shop, market or website; commune and province if you know them',
    province: 'Province or city',
    provinceHint: 'The office of this province looks into it and answers',
    provinceEmpty: 'Choose a province or city',
    words: 'What did you see?',
    wordsHint: 'Day, name of the seller, number of stars on the label',
    photo: 'Picture of the whole label with its code',
    photoHint: 'JPG, PNG or WebP, at most 20 MB. Place and device are taken out of the picture.',
    contact: 'Your telephone number or e-mail address',
    contactHint:
      'Seen by the office alone, used only to ask back about this report, erased six months after the answer. Without it you can still read the answer.',
    trap: 'Website (leave empty)',
    send: 'Send the report',
    busy: 'Sending…',
    known: 'Reported before?',
    number: 'Number of the report',
    numberHint: 'Example: PA-7K3M-9QX2-4TBH',
    see: 'See the answer',
    rules: 'Rules in force',
  },
} as const;

/** What the English form says of a field that must be corrected; the rest is said in Vietnamese. */
export const ERRORS_EN: Readonly<Record<string, string>> = {
  kind: 'Choose what is wrong',
  place: 'Say where you saw it, in at most 300 characters',
  product: 'Shorten the code or name to 200 characters',
  province: 'Choose the province or city where you saw it',
  words: 'Say in a few words what you saw, in at most 2,000 characters',
  photo: 'Choose a picture: JPG, PNG or WebP, at most 20 MB',
  contact: 'Give a telephone number or a mail address in at most 200 characters, or leave it empty',
  website: 'Leave the field “Website” empty',
};
