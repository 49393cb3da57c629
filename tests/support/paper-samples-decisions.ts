// Invented data for the papers of councils and decisions; see paper-samples.ts.

import type { ApprovalData } from '../../src/features/certificates/papers/approval.ts';
import type { DecidedProduct } from '../../src/features/certificates/papers/data.ts';
import type { NoticeData } from '../../src/features/certificates/papers/notice.ts';
import type { RecognitionData } from '../../src/features/certificates/papers/recognition.ts';
import type { SubmissionData } from '../../src/features/certificates/papers/submission.ts';
import type { AdvisoryReportData } from '../../src/features/councils/papers/advisory.ts';
import type { ConsolidatedData, ProductResult } from '../../src/features/councils/papers/consolidated.ts';
import type { CouncilDecisionData } from '../../src/features/councils/papers/establishment.ts';
import type { InvitationData } from '../../src/features/councils/papers/invitation.ts';
import type { MinutesData } from '../../src/features/councils/papers/minutes.ts';
import type { Form02Data } from '../../src/features/dossiers/papers/form02.ts';
import type { LetterData } from '../../src/features/dossiers/papers/letter.ts';
import { form01Sample, form03Sample } from './paper-samples.ts';

const FULL_ACT =
  'Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm';
export const act = { short: 'Quyết định số 26/2026/QĐ-TTg', full: FULL_ACT };
const ubnd = (number: string | null, symbol: string) => ({
  issuer: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  place: 'Bắc Ninh',
  number,
  symbol,
  date: number ? '2026-06-24' : null,
  year: 2026,
});
const department = (number: string | null, symbol: string) => ({
  superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  issuer: 'Sở Nông nghiệp và Môi trường',
  place: 'Bắc Ninh',
  number,
  symbol,
  date: number ? '2026-06-18' : null,
  year: 2026,
});
const COUNCIL = 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh';
const council = (symbol: string) => ({
  issuer: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP',
  superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  place: 'Bắc Ninh',
  number: null,
  symbol,
  date: '2026-06-12',
  year: 2026,
});
const chairperson = { capacity: ['KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Nguyễn Thị Phương Hạnh' };
const director = { capacity: ['Giám đốc'], name: 'Đặng Văn Tường' };
const commonBases = [
  'Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15',
  `Căn cứ ${FULL_ACT};`,
  'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 231/TTr-SNNMT ngày 18 tháng 6 năm 2026.',
];

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

const people = [
  { name: 'Nguyễn Thị Phương Hạnh', position: 'Phó Chủ tịch Ủy ban nhân dân tỉnh', role: 'Chủ tịch Hội đồng' },
  { name: 'Đặng Văn Tường', position: 'Giám đốc Sở Nông nghiệp và Môi trường', role: 'Phó Chủ tịch Hội đồng' },
  { name: 'Lưu Thị Mỹ Duyên', position: 'Phó Giám đốc Sở Công Thương', role: 'Ủy viên' },
  { name: 'Ngô Quốc Bảo', position: 'Phó Giám đốc Sở Y tế', role: 'Ủy viên' },
  { name: 'Tạ Hồng Sơn', position: 'Chi cục trưởng Chi cục Phát triển nông thôn', role: 'Thư ký' },
];

export const councilDecisionSample: CouncilDecisionData = {
  issuance: ubnd(null, 'QĐ-UBND'),
  province: 'tỉnh Bắc Ninh',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
  bases: commonBases,
  actShort: act.short,
  department: 'Sở Nông nghiệp và Môi trường',
  council: people,
  advisoryTeam: people.slice(2),
  signature: chairperson,
};

const agenda = [
  { name: form03Sample.product, producer: form03Sample.producer, productCode: '24-07603-3-2026' },
  { name: 'Mật ong hoa vải Giả Định', producer: 'Hợp tác xã Ong mật Giả Định', productCode: '24-07525-8-2026' },
];

export const invitationSample: InvitationData = {
  issuance: { ...council('GM-HĐ'), date: '2026-06-05' },
  mode: 'meeting',
  council: COUNCIL,
  sessionTitle: 'phiên họp đánh giá, phân hạng sản phẩm OCOP đợt 01 năm 2026',
  guests: ['Các ủy viên Hội đồng theo Quyết định số 112/QĐ-UBND', 'Tổ trưởng Tổ tư vấn Hội đồng'],
  day: '2026-06-12',
  time: '08 giờ 00',
  venue: 'Phòng họp số 2, Sở Nông nghiệp và Môi trường',
  chair: 'bà Nguyễn Thị Phương Hạnh, Phó Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Hội đồng',
  products: agenda,
  address: 'ocop.bacninh.example',
  signature: { capacity: ['TL. Chủ tịch Hội đồng', 'Thư ký'], name: 'Tạ Hồng Sơn' },
};

const results: ProductResult[] = [
  {
    ...(agenda[0] ?? { name: '', producer: '', productCode: null }),
    kindWords: 'Đánh giá lại',
    totals: [82, 79, 91, null, 80],
    mean: '83,00',
    parts: 'A 33,50\nB 21,00\nC 28,50',
    bandStar: 4,
    star: 4,
    missing: '',
    conclusion: 'Đề xuất công nhận 4 sao',
  },
  {
    ...(agenda[1] ?? { name: '', producer: '', productCode: null }),
    kindWords: 'Lần đầu',
    totals: [71, 70, 72, 70, 73],
    mean: '71,20',
    parts: 'A 30,00\nB 17,20\nC 24,00',
    bandStar: 4,
    star: 3,
    missing: '1.6 (cần 1), 5.2 (cần 3)',
    conclusion: 'Đề xuất công nhận 3 sao',
  },
];

export const consolidatedSample: ConsolidatedData = {
  council: COUNCIL,
  sessionTitle: 'Phiên họp đợt 01 năm 2026',
  place: 'Bắc Ninh',
  heldOn: '2026-06-12',
  year: 2026,
  members: people.map((one) => one.name),
  results,
  secretary: { capacity: ['Thư ký'], name: 'Tạ Hồng Sơn' },
  chair: { capacity: ['Chủ tịch Hội đồng'], name: 'Nguyễn Thị Phương Hạnh' },
};

export const minutesSample: MinutesData = {
  issuance: council('BB-HĐ'),
  council: COUNCIL,
  councilAct: 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026',
  actShort: act.short,
  province: 'tỉnh Bắc Ninh',
  sessionTitle: 'phiên họp đánh giá, phân hạng sản phẩm OCOP đợt 01 năm 2026',
  mode: 'meeting',
  heldOn: '2026-06-12',
  startedAt: '08 giờ 05',
  endedAt: '11 giờ 40',
  venue: 'Phòng họp số 2, Sở Nông nghiệp và Môi trường',
  present: people,
  absent: [
    {
      name: 'Vi Thị Lan Anh',
      position: 'Phó Giám đốc Sở Khoa học và Công nghệ',
      role: 'Ủy viên',
      reason: 'đi công tác',
    },
  ],
  recusals: ['Ông Ngô Quốc Bảo không chấm sản phẩm thứ nhất: người nhà góp vốn tại chủ thể'],
  seats: 6,
  quorum: 'ít nhất 4 trên 6 ủy viên',
  reports: ['Báo cáo số 07/BC-TTV ngày 04/6/2026'],
  discussion: 'Đề nghị chủ thể sớm hoàn thiện hồ sơ môi trường.\nCác ủy viên thống nhất với báo cáo của Tổ tư vấn.',
  members: people.map((one) => one.name),
  results,
  spreadLimit: 10,
  spreads: [
    {
      product: form03Sample.product,
      pairs: ['Lưu Thị Mỹ Duyên 91 điểm, Đặng Văn Tường 79 điểm, chênh 12 điểm'],
      criteria: ['6.1 Hình dáng', '7 Tính độc đáo'],
      outcome: 'Hội đồng giữ nguyên điểm vì hai ủy viên đã giải trình căn cứ chấm.',
    },
  ],
  exclusions: [],
  seals: agenda.flatMap((one) =>
    people.map((member, index) => ({ member: member.name, product: one.name, hash: String(index).repeat(64) })),
  ),
  secretary: consolidatedSample.secretary,
  chair: consolidatedSample.chair,
};

export const advisorySample: AdvisoryReportData = {
  issuance: { ...council('BC-TTV'), issuer: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP' },
  council: COUNCIL,
  actShort: act.short,
  roundTitle: 'đợt 01 năm 2026',
  products: agenda.map((one) => ({
    ...one,
    finding: 'Hồ sơ đủ thành phần; minh chứng phần B còn mỏng.',
    siteVisit: 'Đã khảo sát ngày 12/5/2026',
    asked: '',
  })),
  remarks: null,
  proposal: 'Đề nghị Hội đồng đưa 02 sản phẩm vào phiên họp.',
  signature: { capacity: ['Tổ trưởng'], name: 'Tạ Hồng Sơn' },
};

export const decided: DecidedProduct[] = [
  {
    name: form03Sample.product,
    producer: form03Sample.producer,
    address: 'Thôn Thủ Dương, xã Nam Dương, tỉnh Bắc Ninh',
    productCode: '24-07603-3-2026',
    kindWords: 'Đánh giá lại',
    mean: '83,00',
    star: 4,
  },
  {
    name: 'Mật ong hoa vải Giả Định',
    producer: 'Hợp tác xã Ong mật Giả Định',
    address: 'Tổ dân phố Minh Khai, phường Chũ, tỉnh Bắc Ninh',
    productCode: '24-07525-8-2026',
    kindWords: 'Lần đầu',
    mean: '71,20',
    star: 3,
  },
];
const candidate: DecidedProduct = {
  name: 'Mỳ gạo Giả Định',
  producer: 'Hợp tác xã Giả Định',
  address: 'Xã Nam Dương, tỉnh Bắc Ninh',
  productCode: null,
  kindWords: 'Nâng hạng',
  mean: '91,33',
  star: 5,
};

export const submissionSample: SubmissionData = {
  issuance: department(null, 'TTr-SNNMT'),
  province: 'tỉnh Bắc Ninh',
  agency: 'Sở Nông nghiệp và Môi trường',
  roundTitle: 'đợt 01 năm 2026',
  act,
  bases: commonBases.slice(0, 2),
  council: COUNCIL,
  minutes: 'Biên bản số 03/BB-HĐ ngày 12 tháng 6 năm 2026',
  evaluated: 4,
  recognised: decided,
  candidates: [candidate],
  signature: director,
};

export const recognitionSample: RecognitionData = {
  issuance: ubnd(null, 'QĐ-UBND'),
  province: 'tỉnh Bắc Ninh',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
  roundTitle: 'đợt 01 năm 2026',
  act,
  bases: commonBases,
  agency: 'Sở Nông nghiệp và Môi trường',
  termMonths: 36,
  termBasis: 'khoản 3 Điều 4 Quyết định số 26/2026/QĐ-TTg',
  products: decided,
  signature: chairperson,
};

export const approvalSample: ApprovalData = {
  issuance: ubnd('846', 'QĐ-UBND'),
  province: 'tỉnh Bắc Ninh',
  authority: recognitionSample.authority,
  roundTitle: 'đợt 01 năm 2026',
  act,
  bases: commonBases,
  agency: 'Sở Nông nghiệp và Môi trường',
  fromPoints: 90,
  products: [candidate],
  signature: chairperson,
};

export const noticeSample: NoticeData = {
  issuance: department('512', 'TB-SNNMT'),
  province: 'tỉnh Bắc Ninh',
  commune: 'xã Nam Dương',
  agency: 'Sở Nông nghiệp và Môi trường',
  act,
  roundTitle: 'đợt 01 năm 2026',
  council: COUNCIL,
  product: decided[0] ?? candidate,
  outcome: {
    kind: 'recognised',
    decision: 'Quyết định số 845/QĐ-UBND ngày 24 tháng 6 năm 2026',
    certificateNumber: '012/GCN-OCOP',
    expiresOn: '2029-06-24',
    termMonths: 36,
  },
  signature: director,
};
