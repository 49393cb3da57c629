/**
 * The parts of a product's record, as data: what each holds, by which act it is changed. The form, the API operation, the
 * page and the history of a part are made from its row here.
 */
import { field, line, lines, on, oneOf, type Part, paper } from '#features/record-parts';
import { readGtin } from '#law/gtin';
import { file, integer, text, uuid } from '#platform/http/fields';

/** Results of a laboratory's test. */
const RESULTS = { passed: 'Đạt', failed: 'Không đạt' } as const;

/** As printed below the bars; kept without blanks. */
const gtin = text({ label: 'Số dưới mã vạch', max: 20 }).check((given) => {
  const read = readGtin(given.value);
  if (read.ok) given.value = read.value.text;
  else given.issues.push({ code: 'custom', message: read.message, input: given.value });
});

const attached = (label: string, takes: 'picture' | 'evidence', hint: string) =>
  field('file', 'file', label, file({ label, takes }).optional(), { takes, hint });

export const PARTS = {
  name: {
    ...{ key: 'name', path: 'ten', title: 'Tên', act: 'product.rename', doing: 'Đổi tên sản phẩm' },
    fields: [line('name', 'Tên sản phẩm', 300, { must: true })],
    explain: 'Giấy chứng nhận đã cấp giữ nguyên tên của ngày cấp. Tên cũ vẫn tìm được.',
  },
  class: {
    ...{ key: 'class', path: 'bo-san-pham', title: 'Nhóm, bộ sản phẩm', act: 'product.classify' },
    doing: 'Xếp bộ sản phẩm',
    fields: [field('set', 'set', 'Bộ sản phẩm', text({ label: 'Bộ sản phẩm', max: 60 }))],
    explain: 'Xếp theo Bộ tiêu chí đang áp dụng. Hồ sơ và kết quả cũ giữ bộ của ngày đó.',
  },
  place: {
    ...{ key: 'place', path: 'noi-san-xuat', title: 'Nơi sản xuất', act: 'product.place' },
    doing: 'Đổi nơi sản xuất',
    fields: [
      field('commune', 'commune', 'Xã, phường, đặc khu hiện nay', uuid({ label: 'Xã, phường, đặc khu hiện nay' })),
    ],
  },
  story: {
    ...{ key: 'story', path: 'cau-chuyen', title: 'Câu chuyện sản phẩm', act: 'product.tell' },
    doing: 'Sửa câu chuyện sản phẩm',
    fields: [
      lines('story', 'Câu chuyện', { hint: 'Hiện ở trang công khai khi sản phẩm được công nhận.' }),
      lines('storyEn', 'Câu chuyện bằng tiếng Anh', { hint: 'Cho khách và người mua nước ngoài.' }),
    ],
  },
  specification: {
    ...{ key: 'specification', path: 'quy-cach', title: 'Quy cách', act: 'product.specify' },
    doing: 'Sửa quy cách sản phẩm',
    fields: [
      line('specification', 'Quy cách đóng gói', 500, { hint: 'Ví dụ: gói 500 g, thùng 20 gói' }),
      line('ingredients', 'Thành phần, nguyên liệu', 500),
      line('shelfLife', 'Hạn sử dụng', 200, { hint: 'Ví dụ: 12 tháng' }),
      line('storage', 'Bảo quản', 300),
      line('use', 'Cách dùng', 500),
      line('standard', 'Tiêu chuẩn ghi trên nhãn', 500),
    ],
  },
  picture: {
    ...{ key: 'picture', path: 'anh', title: 'Ảnh', act: 'product.keepPicture', doing: 'Ghi ảnh sản phẩm' },
    many: { one: 'ảnh', by: 'alt' },
    fields: [
      line('alt', 'Ảnh chụp gì', 200, { must: true, hint: 'Đọc lên cho người không nhìn thấy ảnh.' }),
      attached('Ảnh', 'picture', 'Ảnh rõ, đủ sáng. Nơi chụp và máy chụp ghi trong ảnh không được đưa ra ngoài.'),
      field('number', 'order', 'Thứ tự', integer({ label: 'Thứ tự', min: 1, max: 99 }).optional(), {
        hint: '1 là ảnh chính',
      }),
    ],
  },
  label: {
    ...{ key: 'label', path: 'nhan-bao-bi', title: 'Nhãn, bao bì', act: 'product.keepLabel' },
    doing: 'Ghi mẫu nhãn, bao bì',
    many: { one: 'mẫu nhãn', by: 'version', begins: 'usedFrom', ends: 'usedTo' },
    fields: [
      line('version', 'Mẫu', 100, { must: true, hint: 'Ví dụ: nhãn túi 500 g, mẫu 2' }),
      attached('Bản in đã duyệt', 'evidence', 'Ảnh hoặc PDF của mẫu nhãn.'),
      on('approvedOn', 'Ngày duyệt'),
      line('approvedBy', 'Người hoặc nơi duyệt', 200),
      on('usedFrom', 'Dùng từ ngày', { must: true }),
      on('usedTo', 'Dùng đến ngày', { hint: 'Để trống khi còn dùng' }),
    ],
  },
  standard: {
    ...{ key: 'standard', path: 'tieu-chuan', title: 'Tiêu chuẩn công bố', act: 'product.keepStandard' },
    doing: 'Ghi tiêu chuẩn công bố',
    many: { one: 'tiêu chuẩn', by: 'number', begins: 'issuedOn', ends: 'endsOn' },
    fields: [
      line('number', 'Số công bố hoặc tiêu chuẩn', 100, { must: true, hint: 'Ví dụ: TCCS 01:2025/HTX' }),
      line('title', 'Tên', 300),
      on('issuedOn', 'Ngày công bố', { must: true }),
      on('endsOn', 'Đến ngày', { hint: 'Để trống nếu không có hạn' }),
      paper,
    ],
  },
  test: {
    ...{ key: 'test', path: 'kiem-nghiem', title: 'Phiếu kiểm nghiệm', act: 'product.keepTest' },
    doing: 'Ghi phiếu kiểm nghiệm',
    many: { one: 'phiếu', by: 'laboratory', begins: 'testedOn', ends: 'endsOn' },
    fields: [
      line('laboratory', 'Phòng kiểm nghiệm', 200, { must: true }),
      line('number', 'Số phiếu', 100),
      line('what', 'Chỉ tiêu đã thử', 500),
      oneOf('result', 'Kết quả', RESULTS, { must: true }),
      on('testedOn', 'Ngày trả kết quả', { must: true }),
      on('endsOn', 'Dùng đến ngày', { hint: 'Để trống nếu không có hạn' }),
      paper,
    ],
  },
  barcode: {
    ...{ key: 'barcode', path: 'ma-vach', title: 'Mã vạch', act: 'product.keepBarcode', doing: 'Ghi mã vạch' },
    many: { one: 'mã vạch', by: 'gtin', begins: 'since', ends: 'until' },
    fields: [
      field('line', 'gtin', 'Số dưới mã vạch', gtin, { hint: '8, 12, 13 hoặc 14 chữ số (GTIN)' }),
      line('pack', 'Quy cách mang mã này', 200, { hint: 'Ví dụ: gói 500 g' }),
      on('since', 'Dùng từ ngày', { must: true }),
      on('until', 'Dùng đến ngày', { hint: 'Để trống khi còn dùng' }),
    ],
  },
} as const satisfies Readonly<Record<string, Part>>;

export const parts: readonly Part[] = Object.values(PARTS);

/** A part by its key. Throws for a key that is none. */
export function partOf(key: string): Part {
  const found = parts.find((one) => one.key === key);
  if (!found) throw new Error(`no part ${key} of a product's record`);
  return found;
}

/** What a person may take from a record that is joined into another: parts of one value, and what stands beside the record. */
export const TAKEABLE = ['name', 'class', 'place', 'story', 'specification', 'national', 'selling'] as const;
export type Takeable = (typeof TAKEABLE)[number];
