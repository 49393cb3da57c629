// Invented data for the papers of councils; see paper-samples.ts.
import type { AdvisoryReportData } from '../../src/features/councils/papers/advisory.ts';
import type { ConsolidatedData, ProductResult } from '../../src/features/councils/papers/consolidated.ts';
import type { CouncilDecisionData } from '../../src/features/councils/papers/establishment.ts';
import type { InvitationData } from '../../src/features/councils/papers/invitation.ts';
import type { MinutesData } from '../../src/features/councils/papers/minutes.ts';
import { act, COUNCIL, chairperson, commonBases, council, form03Sample, ubnd } from './paper-samples.ts';

const people = [
  { name: 'Nguyễn Thị Phương Hạnh', position: 'Phó Chủ tịch Ủy ban nhân dân tỉnh', role: 'Chủ tịch Hội đồng' },
  { name: 'Đặng Văn Tường', position: 'Giám đốc Sở Nông nghiệp và Môi trường', role: 'Phó Chủ tịch Hội đồng' },
  { name: 'Lưu Thị Mỹ Duyên', position: 'Phó Giám đốc Sở Công Thương', role: 'Ủy viên' },
  { name: 'Ngô Quốc Bảo', position: 'Phó Giám đốc Sở Y tế', role: 'Ủy viên' },
  { name: 'Tạ Hồng Sơn', position: 'Chi cục trưởng Chi cục Phát triển nông thôn', role: 'Thư ký' },
];

export const councilDecisionSample: CouncilDecisionData = {
  issuance: ubnd(null, 'QĐ-UBND'),
  level: 'province',
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
  ballot: null,
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
  ballot: null,
  numbers: [],
  issuance: council('BB-HĐ'),
  council: COUNCIL,
  councilAct: 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026',
  actShort: act.short,
  level: 'province',
  province: 'tỉnh Bắc Ninh',
  sessionTitle: 'phiên họp đánh giá, phân hạng sản phẩm OCOP đợt 01 năm 2026',
  mode: 'meeting',
  heldOn: '2026-06-12',
  startedAt: '08 giờ 05',
  endedAt: '11 giờ 40',
  proposals: [],
  flights: [],
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
      paragraphs: [
        'Lần chấm 1, trung bình 83,00 điểm: Lưu Thị Mỹ Duyên 91 điểm và Đặng Văn Tường 79 điểm, chênh 12 điểm. Chênh nhiều nhất ở tiêu chí 6.1 Hình dáng (Lưu Thị Mỹ Duyên 5 điểm, Đặng Văn Tường 2 điểm). Hội đồng giữ kết quả. Lý do: hai ủy viên đã giải trình căn cứ chấm.',
      ],
    },
  ],
  exclusions: [],
  seals: agenda.flatMap((one) =>
    people.map((member, index) => ({
      member: member.name,
      product: one.name,
      hash: String(index).repeat(64),
      paper: null,
    })),
  ),
  seal: 'ab'.repeat(32),
  secretary: consolidatedSample.secretary,
  chair: consolidatedSample.chair,
};

export const advisorySample: AdvisoryReportData = {
  issuance: { ...council('BC-TTV'), issuer: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP' },
  council: COUNCIL,
  clause: 'khoản 3 Điều 7',
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
