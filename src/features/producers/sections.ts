/**
 * The parts of a producer's record, as data: what each holds, which of it is restricted, by which act it is changed. The
 * form, the API operation, the page and the history of a part are made from its row here.
 */
import { z } from 'zod';
import { field, line, lines, on, oneOf, type Part, paper, tick } from '#features/record-parts';
import { PRODUCER_TYPES } from '#law/dossier';
import { readTaxCode } from '#law/taxCode';
import { decimal, email, phone, text, uuid } from '#platform/http/fields';
import { CERTIFICATIONS, CHAIN_MODELS, CONSENTS, CONTRACT_KINDS, SEXES } from './lists.ts';

const producerTypes = Object.fromEntries(Object.entries(PRODUCER_TYPES).map(([key, { name }]) => [key, name]));

/** 10 digits with their check digit, 10-3 for a branch, or the 12 of a person (R19.5); kept in one spelling. */
const taxCode = text({ label: 'Mã số thuế', max: 20 }).check((given) => {
  const read = readTaxCode(given.value);
  if (read.ok) given.value = read.value.text;
  else given.issues.push({ code: 'custom', message: read.message, input: given.value });
});
const accountNumber = text({ label: 'Số tài khoản', max: 30 })
  .overwrite((typed) => typed.replace(/[\s.-]/g, ''))
  .regex(/^[0-9A-Za-z]{6,20}$/, 'Ghi số tài khoản từ 6 đến 20 chữ số.');
/** https only: a link that leaves the portal is shown with its host and never followed by the server (S23). */
const website = z
  .url({ protocol: /^https$/ })
  .max(200)
  .meta({ label: 'Trang của chủ thể' });
const founded = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Ghi năm, hoặc năm-tháng-ngày như 2019-05-20.');

export const PARTS = {
  name: {
    ...{ key: 'name', path: 'ten', title: 'Tên', act: 'producer.rename', doing: 'Đổi tên chủ thể' },
    fields: [line('name', 'Tên chủ thể', 300, { must: true })],
    explain: 'Giấy chứng nhận đã cấp giữ nguyên tên của ngày cấp.',
  },
  kind: {
    ...{ key: 'kind', path: 'loai-hinh', title: 'Loại hình', act: 'producer.changeKind' },
    doing: 'Đổi loại hình chủ thể',
    fields: [oneOf('type', 'Loại hình', producerTypes, { must: true })],
    explain: 'Hộ lên hợp tác xã vẫn là một chủ thể: hồ sơ giữ loại hình cũ với ngày của nó.',
  },
  registration: {
    ...{ key: 'registration', path: 'dang-ky', title: 'Đăng ký, mã số thuế', act: 'producer.changeRegistration' },
    doing: 'Đổi đăng ký kinh doanh, mã số thuế',
    fields: [
      field('line', 'taxCode', 'Mã số thuế', taxCode.optional(), {
        hint: '10 số, 13 số của chi nhánh, hoặc 12 số định danh cá nhân. Tổ hợp tác có thể không có.',
        restricted: true,
      }),
      line('registrationNumber', 'Số đăng ký kinh doanh', 60, { restricted: true }),
      line('registeredBy', 'Nơi đăng ký', 200),
      on('registeredOn', 'Ngày đăng ký'),
    ],
  },
  representative: {
    ...{ key: 'representative', path: 'nguoi-dai-dien', title: 'Người đại diện', act: 'producer.changeRepresentative' },
    doing: 'Đổi người đại diện',
    fields: [
      line('name', 'Họ tên người đại diện', 200, { must: true, restricted: true }),
      line('position', 'Chức vụ', 100, { restricted: true }),
      oneOf('sex', 'Giới tính', SEXES, { restricted: true, hint: 'Chấm điểm chủ thể là nữ hỏi điều này.' }),
      line('ethnicity', 'Dân tộc', 60, {
        restricted: true,
        hint: 'Chấm điểm chủ thể là người dân tộc thiểu số hỏi điều này.',
      }),
      tick('disability', 'Là người khuyết tật', { restricted: true }),
      line('permanentAddress', 'Nơi thường trú', 300, { restricted: true }),
      field('line', 'phone', 'Điện thoại riêng', phone({ label: 'Điện thoại riêng' }).optional(), { restricted: true }),
    ],
    explain: 'Chỉ chủ thể và cơ quan nơi chủ thể ở xem được. Không hiện công khai, không ghi vào sổ ghi việc.',
  },
  address: {
    ...{
      key: 'address',
      path: 'dia-chi',
      title: 'Địa chỉ',
      act: 'producer.changeAddress',
      doing: 'Đổi địa chỉ chủ thể',
    },
    fields: [
      field('commune', 'commune', 'Xã, phường, đặc khu hiện nay', uuid({ label: 'Xã, phường, đặc khu hiện nay' })),
      line('address', 'Địa chỉ trên giấy chứng nhận', 300),
    ],
  },
  contact: {
    ...{
      key: 'contact',
      path: 'lien-he',
      title: 'Liên hệ',
      act: 'producer.changeContact',
      doing: 'Đổi liên hệ của chủ thể',
    },
    fields: [
      field('line', 'phone', 'Điện thoại kinh doanh', phone({ label: 'Điện thoại kinh doanh' }).optional(), {
        restricted: true,
      }),
      tick('showPhone', 'Hiện số này trên trang công khai'),
      field('line', 'email', 'Thư điện tử', email({ label: 'Thư điện tử' }).optional(), { restricted: true }),
      tick('showEmail', 'Hiện thư điện tử này trên trang công khai'),
      field('line', 'website', 'Trang của chủ thể', website.optional(), { hint: 'Bắt đầu bằng https://' }),
      line('person', 'Người liên hệ (không công khai)', 200, { restricted: true }),
      field(
        'line',
        'privatePhone',
        'Điện thoại riêng (không công khai)',
        phone({ label: 'Điện thoại riêng' }).optional(),
        {
          restricted: true,
        },
      ),
    ],
    explain:
      'Số và thư chỉ hiện công khai khi mục Đồng ý dùng thông tin có đồng ý “Hiện liên hệ công khai” còn hiệu lực.',
  },
  bank: {
    ...{ key: 'bank', path: 'tai-khoan-ngan-hang', title: 'Tài khoản ngân hàng', act: 'producer.changeBank' },
    doing: 'Đổi tài khoản ngân hàng',
    fields: [
      line('bank', 'Ngân hàng', 200, { must: true, restricted: true }),
      field('line', 'accountNumber', 'Số tài khoản', accountNumber, { restricted: true }),
      line('holder', 'Tên chủ tài khoản', 200, { must: true, restricted: true }),
    ],
    explain: 'Dùng khi chi hỗ trợ, khen thưởng. Không hiện công khai, không ghi vào sổ ghi việc.',
  },
  about: {
    ...{
      key: 'about',
      path: 'gioi-thieu',
      title: 'Giới thiệu',
      act: 'producer.describe',
      doing: 'Sửa phần giới thiệu chủ thể',
    },
    fields: [
      field(
        'line',
        'foundedOn',
        'Năm hoặc ngày thành lập',
        founded.meta({ label: 'Năm hoặc ngày thành lập' }).optional(),
        {
          hint: 'Ví dụ 2019 hoặc 2019-05-20',
        },
      ),
      lines('history', 'Lịch sử hình thành'),
      lines('organisation', 'Tổ chức, nhân sự'),
    ],
  },
  contract: {
    ...{ key: 'contract', path: 'lien-ket', title: 'Hợp đồng liên kết', act: 'producer.keepContract' },
    doing: 'Ghi hợp đồng liên kết',
    many: { one: 'hợp đồng', by: 'partner', begins: 'begins', ends: 'ends' },
    fields: [
      line('partner', 'Bên liên kết', 300, { must: true }),
      oneOf('kind', 'Liên kết về', CONTRACT_KINDS, { must: true }),
      line('what', 'Nội dung, sản phẩm', 300),
      field('number', 'area', 'Diện tích', decimal({ label: 'Diện tích', max: 1_000_000 }).optional(), { unit: 'ha' }),
      line('quantity', 'Sản lượng một năm', 100, { hint: 'Ví dụ: 20 tấn' }),
      on('begins', 'Từ ngày', { must: true }),
      on('ends', 'Đến ngày'),
      paper,
    ],
  },
  certification: {
    ...{ key: 'certification', path: 'chung-nhan-khac', title: 'Chứng nhận khác', act: 'producer.keepCertification' },
    doing: 'Ghi chứng nhận khác',
    many: { one: 'chứng nhận', by: 'kind', begins: 'issuedOn', ends: 'endsOn' },
    fields: [
      oneOf('kind', 'Loại chứng nhận', CERTIFICATIONS, { must: true }),
      line('scope', 'Phạm vi', 300, { hint: 'Cơ sở, sản phẩm hoặc vùng trồng được chứng nhận' }),
      line('number', 'Số', 100),
      line('issuer', 'Nơi cấp', 200, { must: true }),
      on('issuedOn', 'Ngày cấp', { must: true }),
      on('endsOn', 'Ngày hết hạn', { hint: 'Để trống nếu không có hạn' }),
      paper,
    ],
  },
  chain: {
    ...{ key: 'chain', path: 'chuoi-xanh', title: 'Chuỗi tuần hoàn, OCOP xanh', act: 'producer.keepChain' },
    doing: 'Ghi chuỗi tuần hoàn, OCOP xanh',
    many: { one: 'chuỗi', by: 'model', begins: 'begins', ends: 'ends' },
    fields: [
      oneOf('model', 'Theo hướng', CHAIN_MODELS, { must: true }),
      line('materialArea', 'Vùng nguyên liệu ổn định gắn với chuỗi', 300, { must: true }),
      line('how', 'Làm thế nào', 300, { hint: 'Ví dụ: bã làm phân bón cho vùng trồng, lò sấy dùng trấu' }),
      on('begins', 'Từ ngày', { must: true }),
      on('ends', 'Đến ngày', { hint: 'Để trống khi còn làm' }),
      paper,
    ],
    explain: 'Báo cáo đếm chủ thể có chuỗi còn chạy trong ngày số liệu.',
  },
  consent: {
    ...{ key: 'consent', path: 'dong-y', title: 'Đồng ý dùng thông tin', act: 'producer.keepConsent' },
    doing: 'Ghi đồng ý dùng thông tin',
    many: { one: 'đồng ý', by: 'what', begins: 'since', ends: 'withdrawnOn', lastDayOut: true },
    fields: [
      oneOf('what', 'Đồng ý cho', CONSENTS, { must: true }),
      line('purpose', 'Để làm gì', 300, { must: true, hint: 'Ví dụ: để khách đặt hàng gọi được' }),
      line('how', 'Đồng ý bằng cách nào', 200, { hint: 'Ví dụ: phiếu ký ngày 2/3/2026, hoặc tự bấm trên hệ thống' }),
      on('since', 'Từ ngày', { must: true }),
      on('withdrawnOn', 'Rút lại từ ngày', { hint: 'Để trống khi còn đồng ý' }),
      paper,
    ],
    explain: 'Không có đồng ý thì không dùng. Rút lại lúc nào cũng được, và từ ngày rút thông tin không hiện nữa.',
  },
} as const satisfies Readonly<Record<string, Part>>;

export type PartKey = keyof typeof PARTS;
export const parts: readonly Part[] = Object.values(PARTS);

/** A part by its key. Throws for a key that is none. */
export function partOf(key: string): Part {
  const found = parts.find((one) => one.key === key);
  if (!found) throw new Error(`no part ${key} of a producer's record`);
  return found;
}
