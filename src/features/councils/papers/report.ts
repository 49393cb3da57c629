import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { addressedTo, lead } from '#platform/documents/phrases';
import { count, longDate } from '#platform/documents/words';
import type { CouncilLevel } from '../level.ts';
import { type ProductResult, resultTable } from './consolidated.ts';
import type { Day, SessionMode } from './data.ts';
import { levelWords } from './level-words.ts';

/** Report of the council to the Chairperson of the People's Committee (Art. 7.3.d): results and what it proposes. */
export interface CouncilReportData {
  issuance: Issuance;
  council: string;
  /** 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026' */
  councilAct: string;
  actShort: string;
  level: CouncilLevel;
  /** 'tỉnh Bắc Ninh' */
  province: string;
  /** 'Sở Nông nghiệp và Môi trường' */
  agency: string;
  sessionTitle: string;
  mode: SessionMode;
  heldOn: Day;
  /** 'Biên bản số 05/BB-HĐ' */
  minutes: string;
  /** Members whose sheets counted, in the order of the totals. */
  members: string[];
  results: ProductResult[];
  /** Products to be recognised by the council's own office with their star; what the law has made of each is given. */
  recognised: { name: string; star: number }[];
  /** Products with the points of five stars that go to the Ministry. */
  candidates: string[];
  /** Products the Ministry's council found below five stars: their provinces are told. */
  told: string[];
  /** Products excluded, with ground and reason. */
  exclusions: { product: string; ground: string; reason: string }[];
  /** Products whose sheets lay further apart than the limit, and how it was settled. */
  spreads: { product: string; outcome: string }[];
  /** What was said in the meeting, a paragraph a line; null where nothing was noted. */
  discussion: string | null;
  /** What the council adds to its proposal for a product. */
  remarks: { product: string; remark: string }[];
  /** How written opinions went, where there were any. */
  ballot: string | null;
  signature: Signature;
}

export function councilReport(data: CouncilReportData): Paper {
  const { results } = data;
  const words = levelWords(data.level, data.province, data.agency);
  return {
    title: `Báo cáo kết quả đánh giá, phân hạng sản phẩm OCOP: ${data.sessionTitle}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          {
            kind: 'title',
            type: 'Báo cáo',
            summary: `Kết quả đánh giá, phân hạng sản phẩm OCOP, ${data.sessionTitle}`,
          },
          addressedTo('Kính gửi', [words.head]),
          text(
            `Thực hiện điểm d ${words.clause} ${data.actShort}, ${longDate(data.heldOn)}, ${data.council} (thành lập theo ${data.councilAct}) đã ${data.mode === 'meeting' ? 'họp' : 'lấy ý kiến bằng văn bản'} đánh giá, phân hạng ${count(results.length)} sản phẩm. Hội đồng báo cáo kết quả như sau:`,
          ),
          ...(data.ballot === null ? [] : [text(data.ballot)]),
          lead('1. Kết quả chung'),
          ...summary(data),
          lead('2. Chênh lệch điểm giữa các thành viên'),
          ...(data.spreads.length === 0
            ? [text('Không có sản phẩm nào vượt giới hạn của Quy chế.')]
            : data.spreads.map((one) => text(`- ${one.product}: ${one.outcome}`))),
          lead('3. Ý kiến thảo luận của Hội đồng'),
          ...discussed(data),
          lead('4. Hồ sơ bị loại'),
          ...(data.exclusions.length === 0
            ? [text('Không có.')]
            : data.exclusions.map((one) => text(`- ${one.product}: ${one.ground}. Lý do: ${one.reason}`))),
          lead('5. Đề xuất'),
          ...proposals(data),
          text(
            `Diễn biến phiên, ý kiến thảo luận và mã niêm phong của từng phiếu ghi tại ${data.minutes}. Hội đồng kính báo cáo ${words.head} xem xét, quyết định./.`,
          ),
          {
            kind: 'closing',
            recipients: ['Như trên;', `${data.agency};`, 'Các thành viên Hội đồng;', 'Lưu: hồ sơ Hội đồng.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
      {
        landscape: true,
        blocks: [
          {
            kind: 'title',
            type: 'Phụ lục',
            summary: 'Kết quả đánh giá, phân hạng từng sản phẩm',
            note: `(Kèm theo Báo cáo của ${data.council})`,
          },
          resultTable(data.members, results),
          {
            kind: 'text',
            text: `Thành viên chấm: ${data.members.map((name, index) => `(${index + 1}) ${name}`).join('; ')}. Dấu “–”: không chấm sản phẩm đó (vắng mặt hoặc tránh).`,
            indent: false,
          },
        ],
      },
    ],
  };
}

/** What the secretary noted while the council discussed, and what it adds product by product. */
function discussed({ discussion, remarks }: CouncilReportData): Block[] {
  const said = discussion?.split('\n').filter((line) => line.trim() !== '') ?? [];
  const added = remarks.map(({ product, remark }) => `- ${product}, ghi chú khi đề xuất: ${remark}`);
  return said.length + added.length === 0 ? [text('Không có ý kiến ghi riêng.')] : [...said, ...added].map(text);
}

/** How many products came to each star, highest first. */
function summary({ results, exclusions, candidates }: CouncilReportData): Block[] {
  const stars = [...new Set(results.flatMap((one) => one.star ?? []))].sort((a, b) => b - a);
  const lines = stars.map((star) => {
    const found = results.filter((one) => one.star === star);
    return `- Đạt ${star} sao: ${count(found.length)} sản phẩm;`;
  });
  return [
    ...lines,
    ...(candidates.length > 0
      ? [`- Có tiềm năng đạt 5 sao, thuộc thẩm quyền của Bộ: ${count(candidates.length)} sản phẩm;`]
      : []),
    ...(exclusions.length > 0 ? [`- Bị loại: ${count(exclusions.length)} hồ sơ;`] : []),
    '- Điểm của từng thành viên, điểm trung bình, điều kiện còn thiếu và kết luận của từng sản phẩm tại Phụ lục.',
  ].map(text);
}

function proposals({ recognised, candidates, told, actShort, level, province, agency }: CouncilReportData): Block[] {
  const { head, clause } = levelWords(level, province, agency);
  const named = (star: number) => recognised.filter((one) => one.star === star).map((one) => one.name);
  const lines = [...new Set(recognised.map((one) => one.star))]
    .sort((a, b) => b - a)
    .map((star) => `- Công nhận ${star} sao: ${named(star).join('; ')}.`);
  const blocks: Block[] = [];
  if (lines.length > 0)
    blocks.push(
      text(
        `Đề xuất ${head} công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận đối với ${count(recognised.length)} sản phẩm, theo điểm e ${clause} ${actShort}:`,
      ),
      ...lines.map(text),
    );
  if (candidates.length > 0)
    blocks.push(
      text(
        `Đề xuất phê duyệt kết quả và gửi hồ sơ đề nghị Bộ Nông nghiệp và Môi trường đánh giá, phân hạng 5 sao đối với ${count(candidates.length)} sản phẩm: ${candidates.join('; ')}.`,
      ),
    );
  if (told.length > 0)
    blocks.push(
      text(
        `Đề xuất thông báo kết quả cho Ủy ban nhân dân cấp tỉnh theo điểm g ${clause} ${actShort} đối với ${count(told.length)} sản phẩm chưa đạt 5 sao: ${told.join('; ')}.`,
      ),
    );
  return blocks.length > 0 ? blocks : [text('Không có sản phẩm đủ điều kiện đề xuất công nhận.')];
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}
