import type { CitedAct } from '#law/act';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { addressedTo } from '#platform/documents/phrases';
import { shortDate } from '#platform/documents/words';
import type { Day, DecidedProduct } from './data.ts';

/** What became of the product. */
export type Outcome =
  | { kind: 'recognised'; decision: string; certificateNumber: string | null; expiresOn: Day; termMonths: number }
  | { kind: 'candidate'; decision: string }
  | { kind: 'notRecognised'; star: number; missing: string }
  | { kind: 'excluded'; ground: string; reason: string };

/** The agency's written notice of a result to commune and producer (Art. 7.3.g); it is given in every case. */
export interface NoticeData {
  issuance: Issuance;
  province: string;
  /** 'xã Nam Dương' */
  commune: string;
  agency: string;
  act: CitedAct;
  roundTitle: string;
  council: string;
  product: DecidedProduct;
  outcome: Outcome;
  signature: Signature;
}

export function resultNotice(data: NoticeData): Paper {
  const { product, outcome } = data;
  return {
    title: `Thông báo kết quả đánh giá, phân hạng sản phẩm OCOP: ${product.name}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Thông báo', summary: `Kết quả đánh giá, phân hạng sản phẩm OCOP ${data.roundTitle}` },
          addressedTo('Kính gửi', [`Ủy ban nhân dân ${data.commune}`, product.producer]),
          text(
            `Thực hiện điểm g khoản 3 Điều 7 ${data.act.short}, ${data.agency} thông báo kết quả đánh giá, phân hạng của ${data.council} và quyết định của cấp có thẩm quyền đối với sản phẩm sau:`,
          ),
          { kind: 'field', label: '- Tên sản phẩm', value: product.name, indent: 1 },
          { kind: 'field', label: '- Mã số sản phẩm', value: product.productCode ?? 'chưa có', indent: 1 },
          { kind: 'field', label: '- Chủ thể', value: product.producer, indent: 1 },
          { kind: 'field', label: '- Địa chỉ', value: product.address, indent: 1 },
          { kind: 'field', label: '- Lần đăng ký', value: product.kindWords, indent: 1 },
          ...(outcome.kind === 'excluded'
            ? []
            : [{ kind: 'field', label: '- Tổng điểm trung bình', value: `${product.mean} điểm`, indent: 1 } as const]),
          { kind: 'field', label: '- Kết quả', value: { text: verdict(data), bold: true }, indent: 1 },
          ...consequences(data),
          text(`${data.agency} thông báo để Ủy ban nhân dân ${data.commune} và chủ thể biết, thực hiện./.`),
          {
            kind: 'closing',
            recipients: ['Như trên;', `UBND ${data.province} (để báo cáo);`, 'Lưu: VT, hồ sơ.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}

/** The result in one line. */
export function verdict({ product, outcome }: NoticeData): string {
  switch (outcome.kind) {
    case 'recognised':
      return `Được công nhận sản phẩm OCOP ${product.star} sao`;
    case 'candidate':
      return 'Sản phẩm có tiềm năng đạt 5 sao, đã được phê duyệt kết quả đánh giá cấp tỉnh';
    case 'notRecognised':
      return `Đạt ${outcome.star} sao, không thuộc trường hợp ban hành quyết định công nhận`;
    case 'excluded':
      return 'Hồ sơ bị loại';
  }
}

function consequences({ act, outcome, province, agency }: NoticeData): Block[] {
  switch (outcome.kind) {
    case 'recognised':
      return [
        text(
          `Kết quả được công nhận tại ${outcome.decision}. Giấy chứng nhận${outcome.certificateNumber ? ` số ${outcome.certificateNumber}` : ''} có giá trị trong thời hạn ${outcome.termMonths} tháng, đến hết ngày ${shortDate(outcome.expiresOn)}.`,
        ),
        text(
          `Chủ thể duy trì các yêu cầu theo Bộ tiêu chí và hồ sơ đã đăng ký, sử dụng nhãn hiệu OCOP đúng quy định. Việc đánh giá, phân hạng lại khi hết thời hạn thực hiện theo khoản 6 Điều 7 ${act.short}.`,
        ),
      ];
    case 'candidate':
      return [
        text(
          `Kết quả được phê duyệt tại ${outcome.decision}. Ủy ban nhân dân ${province} gửi hồ sơ đề nghị Bộ Nông nghiệp và Môi trường đánh giá, phân hạng theo khoản 3 Điều 6 ${act.short}. Sản phẩm chưa được cấp giấy chứng nhận theo kết quả này.`,
        ),
        text(
          `Trường hợp sản phẩm không đạt mức điểm của hạng 5 sao ở cấp trung ương, Chủ tịch Ủy ban nhân dân ${province} xem xét theo điểm g khoản 4 Điều 7 ${act.short}.`,
        ),
      ];
    case 'notRecognised':
      return [
        text(
          `Theo điểm a khoản 1 Điều 4 ${act.short}, sản phẩm đạt 1 sao hoặc 2 sao không được ban hành quyết định công nhận và không được cấp giấy chứng nhận.${outcome.missing ? ` Nội dung cần hoàn thiện: ${outcome.missing}.` : ''}`,
        ),
        text(
          `Chủ thể có thể hoàn thiện sản phẩm và đăng ký đánh giá, phân hạng ở đợt sau; ${agency} và Ủy ban nhân dân cấp xã hướng dẫn, hỗ trợ chủ thể hoàn thiện tiêu chí.`,
        ),
      ];
    case 'excluded':
      return [
        text(`Căn cứ loại hồ sơ: ${outcome.ground}. Lý do: ${outcome.reason}`),
        text(
          'Hồ sơ bị loại không được xét hạng sao, không phụ thuộc tổng điểm. Chủ thể có thể đăng ký lại khi đã khắc phục.',
        ),
      ];
  }
}
