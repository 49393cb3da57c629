// Invented data for the papers of the third order: regulation, council's report, letter to the Ministry.
import type { MinistryLetterData } from '../../src/features/certificates/papers/ministry.ts';
import type { RegulationData } from '../../src/features/councils/papers/regulation.ts';
import type { CouncilReportData } from '../../src/features/councils/papers/report.ts';
import { act, COUNCIL, chairperson, commonBases, council, ubnd } from './paper-samples.ts';
import { consolidatedSample } from './paper-samples-councils.ts';
import { decided } from './paper-samples-decisions.ts';

export const regulationSample: RegulationData = {
  issuance: ubnd(null, 'QĐ-UBND'),
  level: 'province',
  province: 'tỉnh Bắc Ninh',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
  bases: commonBases,
  actShort: act.short,
  department: 'Sở Nông nghiệp và Môi trường',
  council: COUNCIL,
  councilAct: 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026',
  composition: ['01 Chủ tịch Hội đồng', '01 Phó Chủ tịch Hội đồng', '05 Ủy viên', '01 Thư ký'],
  quorumPercent: 75,
  chairRequired: true,
  spreadLimit: 10,
  anonymous: 'named',
  byVote: false,
  anySubstitute: false,
  ballot: { days: 7, asks: 1, meetOnSpread: true },
  gateWords: 'Trung bình điểm các thành viên trên tiêu chí',
  signature: chairperson,
};

export const reportSample: CouncilReportData = {
  ballot: null,
  discussion: null,
  remarks: [],
  issuance: { ...council('BC-HĐ'), date: null },
  council: COUNCIL,
  councilAct: 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026',
  actShort: act.short,
  level: 'province',
  agency: 'Sở Nông nghiệp và Môi trường',
  province: 'tỉnh Bắc Ninh',
  sessionTitle: 'phiên họp đợt 01 năm 2026',
  mode: 'meeting',
  heldOn: '2026-06-12',
  minutes: 'Biên bản số 05/BB-HĐ',
  members: consolidatedSample.members,
  results: consolidatedSample.results,
  recognised: consolidatedSample.results.map((one) => ({ name: one.name, star: one.star ?? 0 })),
  candidates: [],
  told: [],
  exclusions: [],
  spreads: [],
  signature: { capacity: ['Chủ tịch Hội đồng'], name: 'Nguyễn Thị Phương Hạnh' },
};

export const ministrySample: MinistryLetterData = {
  issuance: ubnd(null, 'UBND-NN'),
  province: 'tỉnh Bắc Ninh',
  agency: 'Sở Nông nghiệp và Môi trường',
  act,
  approval: 'Quyết định số 846/QĐ-UBND ngày 24 tháng 6 năm 2026',
  products: decided.slice(0, 1).map((one) => ({
    ...one,
    kindWords: 'Lần đầu',
    mean: '91,33',
    star: 5,
    papers: [
      {
        name: 'Báo cáo đánh giá của Tổ tư vấn Hội đồng cấp tỉnh',
        found: 'Số 12/BC-TTV ngày 05/06/2026',
        optional: false,
      },
      { name: 'Báo cáo đánh giá của Hội đồng cấp tỉnh', found: null, optional: false },
      { name: 'Văn bản xác nhận kiểm tra, kiểm nghiệm bổ sung của cấp tỉnh', found: null, optional: true },
    ],
  })),
  signature: chairperson,
};
