import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Cell, Paper } from '#platform/documents/paper';
import { addressedTo, lead, paragraphs } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import type { AgendaProduct } from './data.ts';

/** The advisory team's word on one dossier (Art. 7.3.c). */
export interface AdvisedProduct extends AgendaProduct {
  /** What the team found. */
  finding: string | null;
  /** 'Đã khảo sát ngày 12/5/2026', 'Không khảo sát' */
  siteVisit: string;
  /** Tests or papers asked for; '' when none. */
  asked: string;
}

/** A member's part of the report. */
export interface AdvisedPart {
  /** 'Lê Văn Hải, Sở Y tế' */
  by: string;
  matters: readonly { readonly title: string; readonly words: string }[];
  proposal: string | null;
  /** Names of the papers it carries. */
  files: readonly string[];
}

/** Report of the advisory team to the chair of the council: cover, list and frame to be filled in. */
export interface AdvisoryReportData {
  issuance: Issuance;
  council: string;
  /** The level's paragraph of the Decision: 'khoản 3 Điều 7'. */
  clause: string;
  actShort: string;
  roundTitle: string;
  products: AdvisedProduct[];
  remarks: string | null;
  proposal: string | null;
  /** What members of the team handed in, each under the own name; left out where the report has no such part. */
  parts?: readonly AdvisedPart[];
  signature: Signature;
}

export function advisoryReport(data: AdvisoryReportData): Paper {
  const rows = data.products.map((one, index): Cell[] => [
    String(index + 1),
    [{ text: one.name, bold: true }, `\n${one.producer}${one.productCode ? `\nMã: ${one.productCode}` : ''}`],
    one.finding ?? '',
    one.siteVisit,
    one.asked || 'Không',
  ]);
  return {
    title: `Báo cáo đánh giá hồ sơ của Tổ tư vấn: ${data.roundTitle}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Báo cáo', summary: `Đánh giá hồ sơ sản phẩm OCOP của Tổ tư vấn, ${data.roundTitle}` },
          addressedTo('Kính gửi', [`Chủ tịch ${data.council}`]),
          {
            kind: 'text',
            text: `Thực hiện điểm c ${data.clause} ${data.actShort} và Quy chế hoạt động của Hội đồng, Tổ tư vấn đã đánh giá ${count(data.products.length)} hồ sơ sản phẩm, kết quả như sau:`,
          },
          lead('1. Kết quả đánh giá từng hồ sơ'),
          {
            kind: 'table',
            size: 11,
            columns: [
              { header: 'TT', width: 5, align: 'center' },
              { header: 'Sản phẩm, chủ thể', width: 28 },
              { header: 'Nhận xét về hồ sơ theo Bộ tiêu chí', width: 35 },
              { header: 'Khảo sát thực tế', width: 15 },
              { header: 'Đề nghị bổ sung', width: 17 },
            ],
            rows,
          },
          lead('2. Nhận xét chung'),
          ...paragraphs(data.remarks),
          lead('3. Đề xuất'),
          ...paragraphs(data.proposal),
          ...(data.parts?.length
            ? [lead('4. Phần thẩm tra của từng thành viên'), ...data.parts.flatMap(partBlocks)]
            : []),
          {
            kind: 'closing',
            recipients: ['Như trên;', 'Các ủy viên Hội đồng;', 'Lưu: hồ sơ Hội đồng.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}

/** A part under its author's name: every matter, the proposal, what is enclosed. */
function partBlocks({ by, matters, proposal, files }: AdvisedPart, at: number): Paper['sections'][number]['blocks'] {
  return [
    lead(`4.${at + 1}. ${by}`),
    ...matters.flatMap(({ title, words }) => paragraphs(`${title}: ${words}`)),
    ...(proposal === null ? [] : paragraphs(`Đề xuất: ${proposal}`)),
    ...(files.length === 0 ? [] : paragraphs(`Kèm theo: ${files.join('; ')}.`)),
  ];
}
