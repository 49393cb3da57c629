import { levelWords } from '#features/councils';
import type { CitedAct } from '#law/act';
import { REVOCATION_GROUNDS } from '#law/revocation';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Paper } from '#platform/documents/paper';
import { article, bases } from '#platform/documents/phrases';
import type { RevokingLevel } from '../queries.ts';

/** The decision that takes a certificate back (Art. 8; R9.1–R9.3). */
export interface RevocationData {
  issuance: Issuance;
  level: RevokingLevel;
  province: string;
  /** Who decides: 'Chủ tịch Ủy ban nhân dân tỉnh Hưng Yên'. */
  authority: string;
  agency: string;
  act: CitedAct;
  /** In order; the last is the agency's proposal. */
  bases: string[];
  /** Letter of Art. 8.1; null while it is left blank in a draft. */
  ground: string | null;
  certificate: {
    number: string | null;
    product: string;
    producer: string;
    address: string;
    star: number | null;
    /** 'Quyết định số 77/QĐ-UBND ngày 10 tháng 11 năm 2023' */
    decision: string | null;
  };
  signature: Signature;
}

/** 'sử dụng nhãn hiệu … (điểm d khoản 1 Điều 8 Quyết định số 26/2026/QĐ-TTg)', with blanks where the ground is not chosen yet. */
export function groundWords(letter: string | null, { short }: CitedAct): string {
  const ground = REVOCATION_GROUNDS.find((one) => one.letter === letter);
  return ground
    ? `${ground.text.charAt(0).toLocaleLowerCase('vi')}${ground.text.slice(1)} (điểm ${ground.letter} khoản 1 Điều 8 ${short})`
    : `……………… (điểm …… khoản 1 Điều 8 ${short})`;
}

export function revocationDecision(data: RevocationData): Paper {
  const { certificate, act, agency } = data;
  const words = levelWords(data.level, data.province, agency);
  const given = [
    `Giấy chứng nhận sản phẩm OCOP${certificate.number === null ? '' : ` số ${certificate.number}`}`,
    certificate.star !== null && `hạng ${certificate.star} sao`,
    certificate.decision !== null && `cấp theo ${certificate.decision}`,
  ].filter(Boolean);
  const owner = [certificate.producer, certificate.address].filter((one) => one !== '').join(', địa chỉ ');
  return {
    title: `Quyết định thu hồi Giấy chứng nhận sản phẩm OCOP: ${certificate.product}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Quyết định', summary: 'Thu hồi Giấy chứng nhận sản phẩm OCOP' },
          { kind: 'authority', text: data.authority },
          bases(data.bases),
          { kind: 'heading', text: 'QUYẾT ĐỊNH:', align: 'center' },
          article(
            1,
            `Thu hồi ${given.join(', ')}, đối với sản phẩm ${certificate.product} của ${owner}. Lý do thu hồi: ${groundWords(data.ground, act)}.`,
          ),
          article(2, 'Trách nhiệm của chủ thể và các cơ quan'),
          {
            kind: 'text',
            text: '1. Chủ thể chấm dứt sử dụng nhãn hiệu OCOP, hạng sao trên sản phẩm, bao bì, tài liệu quảng cáo và nơi bán kể từ ngày Quyết định này có hiệu lực.',
          },
          {
            kind: 'text',
            text: `2. ${agency} công bố việc thu hồi; gửi Quyết định này đến chủ thể và các cơ quan liên quan theo khoản 3 Điều 8 ${act.short}.`,
          },
          {
            kind: 'text',
            text: '3. Ủy ban nhân dân cấp xã nơi có sản phẩm giám sát việc thực hiện của chủ thể.',
          },
          article(
            3,
            `Quyết định này có hiệu lực kể từ ngày ký. ${words.executors}, ${words.others} và chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
          ),
          {
            kind: 'closing',
            recipients: ['Như Điều 3;', ...words.told, 'Lưu: VT, NN.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}
