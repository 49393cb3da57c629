import type { CitedAct } from '#law/act';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Cell, Paper } from '#platform/documents/paper';
import { addressedTo } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import { type ApplicationKind, KIND_WORDS } from './data.ts';

export interface ProposedProduct {
  name: string;
  producer: string;
  /** Sector, group, subgroup in words. */
  classification: string;
  kind: ApplicationKind;
  productCode: string | null;
  /** Samples handed over; null where none are asked for (tourism). */
  samples: number | null;
}

/** The commune's letter that proposes evaluation (Art. 6.2.a, 7.2.b). */
export interface LetterData {
  issuance: Issuance;
  /** 'xã Nam Dương', 'tỉnh Bắc Ninh' */
  commune: string;
  province: string;
  year: number;
  act: CitedAct;
  /** The OCOP agency that takes the package in. */
  agency: string;
  products: ProposedProduct[];
  signature: Signature;
}

/** The letter, with the list of products and of what is sent along. */
export function proposalLetter(data: LetterData): Paper {
  const samples = data.products.filter((product) => product.samples !== null);
  const rows = data.products.map((product, index): Cell[] => [
    String(index + 1),
    [{ text: product.name, bold: true }, product.productCode ? `\nMã số: ${product.productCode}` : ''].filter(
      (run) => run !== '',
    ),
    product.producer,
    product.classification,
    KIND_WORDS[product.kind],
    product.samples === null ? 'Không' : String(product.samples),
  ]);
  const enclosed = [
    `Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu số 03): ${count(data.products.length)} báo cáo;`,
    `Hồ sơ sản phẩm: 01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử cho mỗi sản phẩm${samples.length > 0 ? ';' : '.'}`,
    ...(samples.length > 0 ? ['Sản phẩm mẫu do chủ thể cung cấp, số lượng ghi tại bảng trên.'] : []),
  ];
  return {
    title: `Văn bản đề nghị đánh giá, phân hạng sản phẩm OCOP năm ${data.year} của Ủy ban nhân dân ${data.commune}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance, `V/v đề nghị đánh giá, phân hạng sản phẩm OCOP năm ${data.year}`),
          { kind: 'space', points: 10 },
          addressedTo('Kính gửi', [`Ủy ban nhân dân ${data.province}`, data.agency]),
          {
            kind: 'text',
            text: `Thực hiện ${data.act.full}, Ủy ban nhân dân ${data.commune} đã tiếp nhận, kiểm tra thành phần hồ sơ và đánh giá các nội dung quy định tại khoản 2 Điều 7 đối với ${count(data.products.length)} sản phẩm của chủ thể trên địa bàn.`,
          },
          {
            kind: 'text',
            text: `Căn cứ khoản 2 Điều 6 và điểm b khoản 2 Điều 7 ${data.act.short}, Ủy ban nhân dân ${data.commune} đề nghị Ủy ban nhân dân ${data.province} đánh giá, phân hạng sản phẩm OCOP đối với các sản phẩm sau:`,
          },
          {
            kind: 'table',
            size: 11,
            columns: [
              { header: 'TT', width: 5, align: 'center' },
              { header: 'Tên, mã số sản phẩm', width: 28 },
              { header: 'Chủ thể', width: 24 },
              { header: 'Ngành, nhóm, phân nhóm', width: 20 },
              { header: 'Lần đăng ký', width: 11, align: 'center' },
              { header: 'Sản phẩm mẫu', width: 9, align: 'center' },
            ],
            rows,
          },
          { kind: 'text', text: 'Hồ sơ gửi kèm gồm:', keep: true },
          ...enclosed.map((line) => ({ kind: 'text', text: `- ${line}` }) as const),
          {
            kind: 'text',
            text: `Ủy ban nhân dân ${data.commune} kính đề nghị Ủy ban nhân dân ${data.province}, ${data.agency} xem xét./.`,
          },
          {
            kind: 'closing',
            recipients: ['Như trên;', 'Các chủ thể có tên tại bảng trên;', 'Lưu: VT, KT.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}
