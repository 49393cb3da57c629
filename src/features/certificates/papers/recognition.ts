import { type CouncilLevel, levelWords } from '#features/councils';
import type { CitedAct } from '#law/act';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Paper } from '#platform/documents/paper';
import { article, bases } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import { productAnnex } from './annex.ts';
import { type DecidedProduct, recipientsOf } from './data.ts';
import { byStar } from './submission.ts';

/** The Chairperson's decision that recognises products of 3 and 4 stars (Art. 7.3.e), with its annex. */
export interface RecognitionData {
  issuance: Issuance;
  level: CouncilLevel;
  province: string;
  /** 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh' */
  authority: string;
  roundTitle: string;
  act: CitedAct;
  /** What the decision is about, as the office words it. */
  summary: string;
  /** 'Nơi nhận' in the office's own lines; none prints the usual ones. */
  recipients: string[];
  /** In order; the last is the agency's proposal with its submission. */
  bases: string[];
  agency: string;
  /** Months a certificate lives, and the article it rests on: given by the law. */
  termMonths: number;
  termBasis: string;
  products: DecidedProduct[];
  signature: Signature;
}

export function recognitionDecision(data: RecognitionData): Paper {
  const { products } = data;
  const words = levelWords(data.level, data.province, data.agency);
  return {
    title: `Quyết định công nhận kết quả đánh giá, phân hạng sản phẩm OCOP ${data.roundTitle}`,
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
            `Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận cho ${count(products.length)} sản phẩm OCOP (${byStar(products)}) của các chủ thể có tên tại Phụ lục kèm theo Quyết định này. Giấy chứng nhận có giá trị trong thời hạn ${data.termMonths} tháng kể từ ngày ban hành, theo ${data.termBasis}.`,
          ),
          article(2, 'Trách nhiệm của các cơ quan, chủ thể'),
          {
            kind: 'text',
            text: `1. ${data.agency} công bố kết quả; thông báo bằng văn bản cho ${words.below} và các chủ thể; chủ trì kiểm tra, giám sát sản phẩm sau khi được công nhận theo Điều 9 ${data.act.short}.`,
          },
          {
            kind: 'text',
            text: '2. Ủy ban nhân dân cấp xã nơi có sản phẩm hướng dẫn, hỗ trợ chủ thể duy trì tiêu chí, nâng cao chất lượng sản phẩm.',
          },
          {
            kind: 'text',
            text: '3. Chủ thể có sản phẩm được công nhận duy trì các yêu cầu theo Bộ tiêu chí và hồ sơ đã đăng ký; sử dụng nhãn hiệu OCOP đúng quy định, đúng hạng sao và trong thời hạn của giấy chứng nhận.',
          },
          article(
            3,
            `Quyết định này có hiệu lực kể từ ngày ký. ${words.executors}, ${words.others} và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
          ),
          {
            kind: 'closing',
            recipients: recipientsOf(data.recipients, ['Như Điều 3;', ...words.told, 'Lưu: VT, NN.']),
            signers: [signerOf(data.signature)],
          },
        ],
      },
      productAnnex(products, {
        label: 'Phụ lục',
        summary: `Danh sách sản phẩm OCOP được công nhận ${data.roundTitle}`,
        of: { type: 'Quyết định', issuance: data.issuance },
        candidates: false,
        showMean: false,
      }),
    ],
  };
}
