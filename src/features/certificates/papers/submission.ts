import { type CouncilLevel, levelWords } from '#features/councils';
import type { CitedAct } from '#law/act';
import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { addressedTo, bases } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import { productAnnex } from './annex.ts';
import type { DecidedProduct } from './data.ts';

/** The OCOP agency's submission to the Chairperson (Art. 7.3.đ). */
export interface SubmissionData {
  issuance: Issuance;
  level: CouncilLevel;
  /** 'tỉnh Bắc Ninh' */
  province: string;
  /** 'Sở Nông nghiệp và Môi trường' */
  agency: string;
  /** 'đợt 01 năm 2026' */
  roundTitle: string;
  act: CitedAct;
  bases: string[];
  /** 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh' and the minutes it decided in. */
  council: string;
  minutes: string;
  /** How many products the council evaluated in this round. */
  evaluated: number;
  recognised: DecidedProduct[];
  candidates: DecidedProduct[];
  signature: Signature;
}

export function submission(data: SubmissionData): Paper {
  const { recognised, candidates } = data;
  const words = levelWords(data.level, data.province, data.agency);
  const of = { type: 'Tờ trình', issuance: data.issuance };
  const several = recognised.length > 0 && candidates.length > 0;
  const proposals: Block[] = [];
  if (recognised.length > 0) {
    proposals.push(
      text(
        `${several ? '1. ' : ''}Quyết định công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận sản phẩm OCOP ${data.roundTitle} đối với ${count(recognised.length)} sản phẩm đạt ${words.stars} (${byStar(recognised)}), theo điểm e ${words.clause} ${data.act.short}.`,
      ),
    );
  }
  if (candidates.length > 0) {
    proposals.push(
      text(
        `${several ? '2. ' : ''}Quyết định phê duyệt kết quả đánh giá đối với ${count(candidates.length)} sản phẩm có tiềm năng đạt 5 sao và có văn bản, gửi hồ sơ đề nghị Bộ Nông nghiệp và Môi trường đánh giá, phân hạng, theo điểm e khoản 3 Điều 7 và khoản 3 Điều 6 ${data.act.short}.`,
      ),
    );
  }
  const sections = [
    ...(recognised.length > 0
      ? [
          productAnnex(recognised, {
            label: several ? 'Phụ lục I' : 'Phụ lục',
            summary: `Danh sách sản phẩm đề nghị công nhận đạt ${words.stars}`,
            of,
            candidates: false,
            showMean: true,
          }),
        ]
      : []),
    ...(candidates.length > 0
      ? [
          productAnnex(candidates, {
            label: several ? 'Phụ lục II' : 'Phụ lục',
            summary: 'Danh sách sản phẩm có tiềm năng đạt 5 sao',
            of,
            candidates: true,
            showMean: true,
          }),
        ]
      : []),
  ];
  return {
    title: `Tờ trình về kết quả đánh giá, phân hạng sản phẩm OCOP ${data.roundTitle}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          {
            kind: 'title',
            type: 'Tờ trình',
            summary: `Đề nghị quyết định kết quả đánh giá, phân hạng sản phẩm OCOP ${data.province} ${data.roundTitle}`,
          },
          addressedTo('Kính gửi', [words.head]),
          bases(data.bases),
          text(
            `Trong ${data.roundTitle}, ${data.council} đã đánh giá, phân hạng ${count(data.evaluated)} sản phẩm theo Bộ tiêu chí ban hành kèm theo ${data.act.short}; kết quả và đề xuất ghi tại ${data.minutes}.`,
          ),
          text(
            `Trên cơ sở kết quả và đề xuất của Hội đồng, thực hiện điểm đ ${words.clause} ${data.act.short}, ${data.agency} tổng hợp, kính trình ${words.head} xem xét:`,
          ),
          ...proposals,
          text('(Dự thảo quyết định, biên bản của Hội đồng và hồ sơ sản phẩm gửi kèm theo Tờ trình này.)'),
          text(`${data.agency} kính trình ${words.head} xem xét, quyết định./.`),
          {
            kind: 'closing',
            recipients: ['Như trên;', 'Chủ tịch Hội đồng;', 'Lưu: VT, hồ sơ.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
      ...sections,
    ],
  };
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}

/** '02 sản phẩm 4 sao, 03 sản phẩm 3 sao' */
export function byStar(products: DecidedProduct[]): string {
  const stars = [...new Set(products.map((one) => one.star))].sort((a, b) => b - a);
  return stars
    .map((star) => `${count(products.filter((one) => one.star === star).length)} sản phẩm ${star} sao`)
    .join(', ');
}
