import type { CitedAct } from '#law/act';
import { citation, type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Cell, Paper } from '#platform/documents/paper';
import { addressedTo } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import { productAnnex } from './annex.ts';
import type { DecidedProduct } from './data.ts';

/** One paper of the five-star package: what it is called in the law, and its number and day or how many; null: not there yet. */
export interface PackagePaper {
  name: string;
  found: string | null;
  /** The law asks for it only where there is one. */
  optional: boolean;
}

/** A product whose package goes to the Ministry. */
export interface PackagedProduct extends DecidedProduct {
  /** Papers of Art. 6.3.a or 6.3.b, in the order of the law. */
  papers: PackagePaper[];
}

/** The People's Committee's letter that sends five-star candidates to the Ministry (Art. 7.3.e, 6.3), with the packages. */
export interface MinistryLetterData {
  issuance: Issuance;
  /** 'tỉnh Bắc Ninh' */
  province: string;
  agency: string;
  act: CitedAct;
  /** 'Quyết định số 846/QĐ-UBND ngày 24 tháng 6 năm 2026' that approved the result; blanks in a draft. */
  approval: string;
  products: PackagedProduct[];
  signature: Signature;
}

export function ministryLetter(data: MinistryLetterData): Paper {
  const { products } = data;
  const again = products.every((one) => one.kindWords === 'Đánh giá lại');
  const subject = `đánh giá, phân hạng${again ? ' lại' : ''} sản phẩm OCOP 5 sao`;
  const of = { type: 'Văn bản', issuance: data.issuance };
  return {
    title: `Văn bản đề nghị Bộ Nông nghiệp và Môi trường ${subject}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance, `V/v đề nghị ${subject}`),
          addressedTo('Kính gửi', ['Bộ Nông nghiệp và Môi trường']),
          text(
            `Thực hiện điểm e khoản 3 Điều 7 và khoản 3 Điều 6 ${data.act.short}, Chủ tịch Ủy ban nhân dân ${data.province} đã phê duyệt kết quả đánh giá đối với ${count(products.length)} sản phẩm có tiềm năng đạt 5 sao tại ${data.approval}.`,
          ),
          text(
            `Ủy ban nhân dân ${data.province} đề nghị Bộ Nông nghiệp và Môi trường ${subject} đối với ${count(products.length)} sản phẩm tại Phụ lục I kèm theo Văn bản này.`,
          ),
          text(
            'Hồ sơ gửi kèm gồm 01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử của từng sản phẩm, theo danh mục tại Phụ lục II; tài liệu của các bộ hồ sơ giấy và điện tử như nhau.',
          ),
          text(
            `Giao ${data.agency} là đầu mối phối hợp, bổ sung, làm rõ hồ sơ khi Bộ yêu cầu. Ủy ban nhân dân ${data.province} kính đề nghị Bộ Nông nghiệp và Môi trường quan tâm, xem xét./.`,
          ),
          {
            kind: 'closing',
            recipients: [
              'Như trên;',
              `Chủ tịch, các Phó Chủ tịch UBND ${data.province};`,
              `${data.agency};`,
              'Lưu: VT, NN.',
            ],
            signers: [signerOf(data.signature)],
          },
        ],
      },
      productAnnex(products, {
        label: 'Phụ lục I',
        summary: 'Danh sách sản phẩm đề nghị đánh giá, phân hạng 5 sao',
        of,
        candidates: true,
        showMean: true,
      }),
      {
        blocks: [
          {
            kind: 'title',
            type: 'Phụ lục II',
            summary: 'Danh mục hồ sơ gửi kèm',
            note: `(Kèm theo ${citation('Văn bản', data.issuance)})`,
          },
          {
            kind: 'table',
            size: 11.5,
            columns: [
              { header: 'TT', width: 6, align: 'center' },
              { header: 'Tài liệu theo khoản 3 Điều 6', width: 54 },
              { header: 'Số, ngày hoặc số lượng', width: 40 },
            ],
            rows: products.flatMap(packageRows),
          },
        ],
      },
    ],
  };
}

function packageRows(one: PackagedProduct): Cell[][] {
  return [
    [{ cell: `${one.name} (${one.producer})`, span: 3, bold: true }],
    ...one.papers.map((paper, index): Cell[] => [
      String(index + 1),
      paper.name,
      paper.found ?? (paper.optional ? 'Không có' : 'Chưa có, bổ sung trước khi gửi'),
    ]),
  ];
}

function text(words: string) {
  return { kind: 'text', text: words } as const;
}
