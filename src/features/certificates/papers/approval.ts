import { type CouncilLevel, levelWords } from '#features/councils';
import type { CitedAct } from '#law/act';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Paper } from '#platform/documents/paper';
import { article, bases } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import { productAnnex } from './annex.ts';
import { type DecidedProduct, recipientsOf } from './data.ts';

/** The Chairperson's decision that approves the result of five-star candidates (Art. 7.3.e); it recognises nothing yet. */
export interface ApprovalData {
  issuance: Issuance;
  level: CouncilLevel;
  province: string;
  authority: string;
  roundTitle: string;
  act: CitedAct;
  /** What the decision is about, as the office words it. */
  summary: string;
  bases: string[];
  /** 'Nơi nhận' in the office's own lines; none prints the usual ones. */
  recipients: string[];
  agency: string;
  /** Points from which a product is a candidate: given by the law. */
  fromPoints: number;
  products: DecidedProduct[];
  signature: Signature;
}

export function approvalDecision(data: ApprovalData): Paper {
  const { products } = data;
  const words = levelWords(data.level, data.province, data.agency);
  return {
    title: `Quyết định phê duyệt kết quả đánh giá sản phẩm OCOP có tiềm năng đạt 5 sao ${data.roundTitle}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          {
            kind: 'title',
            type: 'Quyết định',
            summary: data.summary,
          },
          { kind: 'authority', text: data.authority },
          bases(data.bases),
          { kind: 'heading', text: 'QUYẾT ĐỊNH:', align: 'center' },
          article(
            1,
            `Phê duyệt kết quả đánh giá đối với ${count(products.length)} sản phẩm có tiềm năng đạt 5 sao (đạt từ ${data.fromPoints} điểm trở lên) của các chủ thể có tên tại Phụ lục kèm theo Quyết định này. Việc công nhận và cấp giấy chứng nhận sản phẩm OCOP 5 sao thuộc thẩm quyền của Bộ trưởng Bộ Nông nghiệp và Môi trường.`,
          ),
          article(
            2,
            `Giao ${data.agency} tham mưu văn bản của Ủy ban nhân dân ${data.province} và hoàn thiện hồ sơ (01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử) theo khoản 3 Điều 6 ${data.act.short}, đề nghị Bộ Nông nghiệp và Môi trường đánh giá, phân hạng; thông báo kết quả cho Ủy ban nhân dân cấp xã và các chủ thể.`,
          ),
          article(
            3,
            `Quyết định này có hiệu lực kể từ ngày ký. ${words.executors}, Chủ tịch Ủy ban nhân dân các xã, phường liên quan và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
          ),
          {
            kind: 'closing',
            recipients: recipientsOf(data.recipients, [
              'Như Điều 3;',
              'Bộ Nông nghiệp và Môi trường;',
              words.leaders,
              'Lưu: VT, NN.',
            ]),
            signers: [signerOf(data.signature)],
          },
        ],
      },
      productAnnex(products, {
        label: 'Phụ lục',
        summary: 'Kết quả đánh giá sản phẩm OCOP có tiềm năng đạt 5 sao',
        of: { type: 'Quyết định', issuance: data.issuance },
        candidates: true,
        showMean: true,
      }),
    ],
  };
}
