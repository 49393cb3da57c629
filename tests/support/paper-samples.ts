// Invented data, long enough to strain the papers; used by the tests of the papers of all features.
import type { CertificateData } from '../../src/features/certificates/papers/certificate.ts';
import type { Form01Data } from '../../src/features/dossiers/papers/form01.ts';
import type { Form02Data } from '../../src/features/dossiers/papers/form02.ts';
import type { Form03Data } from '../../src/features/dossiers/papers/form03.ts';
import type { LetterData } from '../../src/features/dossiers/papers/letter.ts';
import type { ReceiptData } from '../../src/features/dossiers/papers/receipt.ts';

const FULL_ACT =
  'Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm';
export const act = { short: 'Quyết định số 26/2026/QĐ-TTg', full: FULL_ACT };
export const ubnd = (number: string | null, symbol: string) => ({
  issuer: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  place: 'Bắc Ninh',
  number,
  symbol,
  date: number ? '2026-06-24' : null,
  year: 2026,
});
export const department = (number: string | null, symbol: string) => ({
  superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  issuer: 'Sở Nông nghiệp và Môi trường',
  place: 'Bắc Ninh',
  number,
  symbol,
  date: number ? '2026-06-18' : null,
  year: 2026,
});
export const COUNCIL = 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh';
export const council = (symbol: string) => ({
  issuer: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP',
  superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  place: 'Bắc Ninh',
  number: null,
  symbol,
  date: '2026-06-12',
  year: 2026,
});
export const chairperson = { capacity: ['KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Nguyễn Thị Phương Hạnh' };
export const director = { capacity: ['Giám đốc'], name: 'Đặng Văn Tường' };
export const commonBases = [
  'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
  `Căn cứ ${FULL_ACT};`,
  'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 231/TTr-SNNMT ngày 18 tháng 6 năm 2026.',
];

const LONG_PRODUCT = 'Trà túi lọc thảo mộc hoa hòe, cỏ ngọt và lá sen khô Giả Định (hộp 20 túi, quy cách 40 gam)';
const LONG_PRODUCER = 'Công ty cổ phần Đầu tư Sản xuất và Thương mại Dược liệu sạch hữu cơ Giả Định Việt Nam';
const ADDRESS = 'Thôn Thủ Dương, xã Nam Dương, tỉnh Bắc Ninh';
const STORY =
  'Chủ thể thu mua toàn bộ nguyên liệu của 42 hộ trong xã theo hợp đồng ký từng vụ; vùng nguyên liệu 18,5 ha nằm trên đất bãi ven sông Lục Nam, đã được cấp mã số vùng trồng. Ủy ban nhân dân xã đã kiểm tra sổ thu mua hai vụ gần nhất và thấy phù hợp với sản lượng kê khai.';

export const receiptSample: ReceiptData = {
  body: 'Ủy ban nhân dân xã Nam Dương',
  place: 'Nam Dương',
  number: '03-12/PĐK-24-07603-2026',
  year: 2026,
  producer: LONG_PRODUCER,
  product: LONG_PRODUCT,
  kind: 'reEvaluation',
  receivedOn: '2026-11-02',
  receivedAt: '09:40',
  receiver: 'Nguyễn Thị Ngọc Ánh',
  due: { day: '2026-11-23', words: '15 ngày làm việc' },
  papers: [
    { name: 'Phiếu đăng ký (Mẫu số 01)', files: 1 },
    { name: 'Báo cáo tự đánh giá về sản phẩm (Mẫu số 02)', files: 1 },
    { name: 'Giấy đăng ký kinh doanh', files: 1 },
    { name: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm', files: 2 },
    { name: 'Phiếu kết quả kiểm nghiệm chỉ tiêu chất lượng, an toàn thực phẩm theo tiêu chuẩn công bố', files: 3 },
    { name: 'Minh chứng khác theo Bộ tiêu chí', files: 18 },
  ],
  onBehalf: true,
  url: 'https://ocop.bacninh.example/ho-so/0192f0c1-7c2e-7a11-9f00-3c2b1a0d9e8f',
};

export const form01Sample: Form01Data = {
  province: 'tỉnh Bắc Ninh',
  year: 2026,
  applicant: LONG_PRODUCER,
  representative: 'Hoàng Thị Phương Thảo',
  position: 'Giám đốc',
  address: ADDRESS,
  phone: '0900 000 001',
  email: 'lienhe@giadinh.example',
  product: LONG_PRODUCT,
  sector: 'Đồ uống',
  group: 'Đồ uống không cồn',
  subgroup: 'Trà từ thực vật khác',
  kind: 'upgrade',
  samples: 5,
  place: 'Nam Dương',
  date: '2026-02-05',
  communeSlip: { number: '03-12/PĐK-24-07603-2026', receivedOn: '2026-02-06', receiver: 'Nguyễn Thị Ngọc Ánh' },
  provinceSlip: null,
};

export const form01Blank: Form01Data = {
  ...form01Sample,
  applicant: null,
  representative: null,
  position: null,
  address: null,
  phone: null,
  email: null,
  product: null,
  sector: null,
  group: null,
  subgroup: null,
  kind: null,
  samples: null,
  place: null,
  date: null,
  communeSlip: null,
};

export const form03Sample: Form03Data = {
  issuance: {
    issuer: 'Ủy ban nhân dân xã Nam Dương',
    place: 'Nam Dương',
    number: null,
    symbol: 'BC-UBND',
    date: null,
    year: 2026,
  },
  commune: 'xã Nam Dương',
  province: 'tỉnh Bắc Ninh',
  producer: LONG_PRODUCER,
  producerType: 'Công ty cổ phần (doanh nghiệp nhỏ và vừa)',
  address: ADDRESS,
  representative: {
    name: 'Hoàng Thị Phương Thảo',
    sex: 'Nữ',
    ethnicity: 'Nùng',
    permanentAddress: 'Thôn Bến Huyện, xã Nam Dương, tỉnh Bắc Ninh',
  },
  product: LONG_PRODUCT,
  material: STORY,
  labour: `Cơ sở có 36 lao động, trong đó 31 người thường trú tại xã (đạt 86%).\n${STORY}`,
  idea: 'Sản phẩm phát triển từ nghề sao trà truyền thống của làng; ý tưởng phối trộn với hoa hòe là của chủ thể, không trùng với sản phẩm khác trên địa bàn.',
  identity: null,
  signature: { capacity: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Phạm Đức Ưng' },
};

export const certificateSample: CertificateData = {
  number: '012/GCN-OCOP',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
  star: 4,
  product: LONG_PRODUCT,
  producer: LONG_PRODUCER,
  address: ADDRESS,
  productCode: '24-07603-3-2026',
  decision: { number: '845/QĐ-UBND', date: '2026-06-24' },
  issuedOn: '2026-06-24',
  expiresOn: '2029-06-24',
  termMonths: 36,
  basis: 'khoản 3 Điều 4 Quyết định số 26/2026/QĐ-TTg',
  place: 'Bắc Ninh',
  capacity: ['KT. Chủ tịch', 'Phó Chủ tịch'],
  signatory: 'Nguyễn Thị Phương Hạnh',
  checkCode: '7K3M-Q9XD',
  checkUrl: 'https://ocop.bacninh.example/chung-nhan/7K3MQ9XD',
  print: null,
  plane: 'bamboo',
  mark: 'BẢN TRÌNH DIỄN – DỮ LIỆU GIẢ ĐỊNH',
  logo: null,
};

export const form02Sample: Form02Data = {
  kind: 'reEvaluation',
  producer: form01Sample.applicant,
  producerType: 'Công ty cổ phần (doanh nghiệp nhỏ và vừa)',
  address: form01Sample.address,
  phone: form01Sample.phone,
  email: form01Sample.email,
  representative: form03Sample.representative,
  foundedOn: '15/08/2017',
  registrationNumber: '2400000000 (giả định)',
  product: `${form01Sample.product}; tiêu chuẩn cơ sở TCCS 01:2025/GĐ`,
  has: {
    businessRegistration: true,
    qualityDeclaration: true,
    foodSafety: true,
    mandatoryConditions: false,
    trademark: true,
    rightToUse: false,
    patent: false,
    design: false,
    copyright: false,
    other: null,
  },
  history: 'Thành lập năm 2017 từ tổ hợp tác 12 hộ sao trà thủ công; năm 2021 xây xưởng 600 m² đạt HACCP.',
  organisation: null,
  area: 'Vùng nguyên liệu 18,5 ha; sấy lạnh, đóng gói tự động.',
  quality: 'Độ ẩm thành phẩm giảm từ 9% xuống 6%; bao bì giấy thay túi nhựa.',
  market: 'Ba tỉnh phía Bắc, hai sàn thương mại điện tử.',
  business: 'Doanh thu 2025: 6,4 tỷ đồng (tăng 18%); lợi nhuận 0,9 tỷ đồng.',
  setName: 'Sản phẩm trà từ thực vật khác',
  parts: [
    {
      title: 'Phần A: SẢN PHẨM VÀ SỨC MẠNH CỦA CỘNG ĐỒNG',
      maxPoints: 40,
      points: 4,
      criteria: [
        {
          code: '1.1',
          title: 'Nguồn gốc sản phẩm',
          maxPoints: 3,
          chosen: 'Sử dụng từ 75% đến 100% nguyên liệu trên địa bàn cấp xã',
          points: 3,
          description: '42 hộ ký hợp đồng từng vụ.',
          evidence: ['Hợp đồng thu mua vụ xuân 2026', 'Giấy chứng nhận mã số vùng trồng'],
        },
        {
          code: '1.2',
          title: 'Gia tăng giá trị',
          maxPoints: 3,
          chosen: 'Chế biến đơn giản',
          points: 1,
          description: null,
          evidence: [],
        },
        {
          code: '1.3',
          title: 'Liên kết sản xuất',
          maxPoints: 3,
          chosen: null,
          points: 0,
          description: null,
          evidence: [],
        },
      ],
    },
  ],
  total: 4,
  maxTotal: 100,
  changes: 'Bao bì mới từ tháng 3/2025; sản lượng tăng từ 8 lên 14 tấn.',
  plan: null,
  place: 'Nam Dương',
  date: '2026-02-05',
};

export const letterSample: LetterData = {
  issuance: { ...form03Sample.issuance, symbol: 'UBND-KT' },
  commune: 'xã Nam Dương',
  province: 'tỉnh Bắc Ninh',
  year: 2026,
  act,
  agency: 'Sở Nông nghiệp và Môi trường',
  products: [
    {
      name: form03Sample.product,
      producer: form03Sample.producer,
      classification: 'Thực phẩm; Chè; Sản phẩm chè từ thực vật khác',
      kind: 'reEvaluation',
      productCode: '24-07603-3-2026',
      samples: 5,
    },
    {
      name: 'Điểm du lịch cộng đồng Giả Định',
      producer: 'Hợp tác xã Du lịch Giả Định',
      classification: 'Dịch vụ du lịch cộng đồng',
      kind: 'first',
      productCode: null,
      samples: null,
    },
  ],
  signature: form03Sample.signature,
};
