// Invented data for the papers of decisions; see paper-samples.ts.
import type { ApprovalData } from '../../src/features/certificates/papers/approval.ts';
import type { DecidedProduct } from '../../src/features/certificates/papers/data.ts';
import type { NoticeData } from '../../src/features/certificates/papers/notice.ts';
import type { RecognitionData } from '../../src/features/certificates/papers/recognition.ts';
import type { SubmissionData } from '../../src/features/certificates/papers/submission.ts';
import { act, COUNCIL, chairperson, commonBases, department, director, form03Sample, ubnd } from './paper-samples.ts';

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
  level: 'province',
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
  level: 'province',
  province: 'tỉnh Bắc Ninh',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
  roundTitle: 'đợt 01 năm 2026',
  act,
  summary: 'Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận sản phẩm OCOP tỉnh Bắc Ninh đợt 01 năm 2026',
  recipients: [],
  bases: commonBases,
  agency: 'Sở Nông nghiệp và Môi trường',
  termMonths: 36,
  termBasis: 'khoản 3 Điều 4 Quyết định số 26/2026/QĐ-TTg',
  products: decided,
  signature: chairperson,
};

export const approvalSample: ApprovalData = {
  issuance: ubnd('846', 'QĐ-UBND'),
  level: 'province',
  province: 'tỉnh Bắc Ninh',
  authority: recognitionSample.authority,
  roundTitle: 'đợt 01 năm 2026',
  act,
  summary: 'Phê duyệt kết quả đánh giá sản phẩm OCOP có tiềm năng đạt 5 sao tỉnh Bắc Ninh đợt 01 năm 2026',
  recipients: [],
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
