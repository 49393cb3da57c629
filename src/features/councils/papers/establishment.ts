import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { article, bases } from '#platform/documents/phrases';
import type { CouncilLevel } from '../level.ts';
import type { PersonLine } from './data.ts';
import { levelWords } from './level-words.ts';

/** The Chairperson's decision that sets up the council and its advisory team (Art. 7.3.b). */
export interface CouncilDecisionData {
  issuance: Issuance;
  level: CouncilLevel;
  /** 'tỉnh Bắc Ninh' */
  province: string;
  /** 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh' */
  authority: string;
  /** Legal bases in order; the last is the proposal of the department. */
  bases: string[];
  /** 'Quyết định số 26/2026/QĐ-TTg' */
  actShort: string;
  /** Department that serves the council: 'Sở Nông nghiệp và Môi trường'. */
  department: string;
  council: PersonLine[];
  advisoryTeam: PersonLine[];
  signature: Signature;
}

export function councilDecision(data: CouncilDecisionData): Paper {
  const words = levelWords(data.level, data.province, data.department);
  const full = `Hội đồng đánh giá, phân hạng sản phẩm OCOP ${data.province}`;
  return {
    title: `Quyết định thành lập ${full} và Tổ tư vấn Hội đồng`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Quyết định', summary: `Thành lập ${full} và Tổ tư vấn Hội đồng` },
          { kind: 'authority', text: data.authority },
          bases(data.bases),
          { kind: 'heading', text: 'QUYẾT ĐỊNH:', align: 'center' },
          article(1, `Thành lập ${full} (sau đây gọi là Hội đồng) gồm các ông, bà có tên sau:`),
          people(data.council),
          article(2, 'Thành lập Tổ tư vấn Hội đồng gồm các ông, bà có tên sau:'),
          people(data.advisoryTeam),
          article(3, 'Nhiệm vụ'),
          {
            kind: 'text',
            text: `1. Hội đồng đánh giá, phân hạng các sản phẩm được ${words.below} đề nghị; báo cáo kết quả và đề xuất ${words.head} công nhận đối với các sản phẩm đáp ứng tiêu chí, theo ${data.actShort} và Quy chế hoạt động của Hội đồng.`,
          },
          {
            kind: 'text',
            text: '2. Tổ tư vấn đánh giá hồ sơ; đề xuất bổ sung hồ sơ, khảo sát thực tế tại cơ sở và bổ sung kết quả kiểm nghiệm khi cần; xây dựng báo cáo đánh giá gửi Chủ tịch Hội đồng.',
          },
          {
            kind: 'text',
            text: `3. ${data.department} là cơ quan thường trực, bảo đảm điều kiện làm việc của Hội đồng và Tổ tư vấn. Hội đồng và Tổ tư vấn hoạt động theo chế độ kiêm nhiệm và tự giải thể sau khi hoàn thành nhiệm vụ.`,
          },
          article(
            4,
            `Quyết định này có hiệu lực kể từ ngày ký. ${words.executors}, Thủ trưởng các cơ quan, đơn vị liên quan và các ông, bà có tên tại Điều 1, Điều 2 chịu trách nhiệm thi hành Quyết định này./.`,
          ),
          {
            kind: 'closing',
            recipients: ['Như Điều 4;', ...words.told, 'Lưu: VT, NN.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}

function people(list: PersonLine[]): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'TT', width: 6, align: 'center' },
      { header: 'Họ và tên', width: 28 },
      { header: 'Chức vụ, đơn vị công tác', width: 44 },
      { header: 'Nhiệm vụ', width: 22 },
    ],
    rows: list.map((one, index) => [String(index + 1), one.name, one.position, one.role]),
  };
}
