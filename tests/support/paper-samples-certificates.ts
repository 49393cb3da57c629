// Invented data for the papers around a certificate: prolongation, revocation; and the minutes of a visit.
import type { VisitMinutesData } from '../../src/features/advice/papers/visit.ts';
import type { ExtensionNoticeData } from '../../src/features/certificates/papers/extension.ts';
import type { RevocationData } from '../../src/features/revocations/papers/decision.ts';
import { ACT_IN_FORCE } from '../../src/law/act.ts';

export const extensionSample: ExtensionNoticeData = {
  issuance: {
    superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    issuer: 'Sở Nông nghiệp và Môi trường',
    ...{ place: 'Bắc Ninh', number: '318', symbol: 'TB-SNNMT', date: '2026-11-03', year: 2026 },
  },
  province: 'tỉnh Bắc Ninh',
  commune: 'xã Nam Dương',
  agency: 'Sở Nông nghiệp và Môi trường',
  act: ACT_IN_FORCE,
  certificate: {
    ...{
      number: '21.003.01.23',
      product: 'Mỳ gạo Giả Định',
      producer: 'Hợp tác xã Giả Định',
      address: 'Thôn Thủ Dương',
    },
    ...{ star: 4, decision: 'Quyết định số 77/QĐ-UBND ngày 10/11/2023', expiresOn: '2026-11-10' },
  },
  ...{ filedOn: '2026-11-02', late: true, startsOn: '2026-11-11', endsOn: '2027-05-09' },
  signature: { capacity: ['Giám đốc'], name: 'Trần Thị Giả' },
};

export const revocationSample: RevocationData = {
  issuance: {
    issuer: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    ...{ place: 'Bắc Ninh', number: '1204', symbol: 'QĐ-UBND', date: '2026-11-20', year: 2026 },
  },
  level: 'province',
  province: 'tỉnh Bắc Ninh',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
  agency: 'Sở Nông nghiệp và Môi trường',
  act: ACT_IN_FORCE,
  bases: [
    `Căn cứ ${ACT_IN_FORCE.full}`,
    'Căn cứ Kết luận số 15/KL-SCT ngày 10 tháng 11 năm 2026 của Sở Công Thương',
    'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường',
  ],
  ground: 'd',
  certificate: {
    ...{ number: '07/2026/GCN-OCOP-24', product: 'Mỳ gạo Giả Định', producer: 'Hợp tác xã Giả Định' },
    ...{ address: 'Thôn Thủ Dương', star: 4, decision: 'Quyết định số 77/QĐ-UBND ngày 10 tháng 11 năm 2025' },
  },
  signature: { capacity: ['Chủ tịch'], name: 'Trần Thị Giả' },
};

export const visitSample: VisitMinutesData = {
  team: 'Tổ tư vấn Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh',
  authority: 'Ủy ban nhân dân tỉnh Bắc Ninh',
  product: 'Mỳ gạo Chũ',
  producer: 'Hợp tác xã Giả Định',
  productCode: '24-07603-3-2026',
  visitedOn: '2026-05-12',
  where: 'Thôn Giả Định, xã Nam Dương',
  coordinates: '21.373200, 106.551000',
  people: ['Vũ Thị Lan, Tổ trưởng', 'Nguyễn Văn Giả, Giám đốc hợp tác xã'],
  findings: 'Nơi phơi sạch.\nMáy ép mới.',
  proposal: 'Bổ sung phiếu kiểm nghiệm.',
  photos: 2,
  leader: 'Vũ Thị Lan',
};
