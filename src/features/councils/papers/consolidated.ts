import { type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Cell, Column, Paper } from '#platform/documents/paper';
import { placeDate } from '#platform/documents/words';
import type { AgendaProduct, Day } from './data.ts';

/** One product's result, in words and whole numbers the law has computed; nothing is computed here. */
export interface ProductResult extends AgendaProduct {
  kindWords: string;
  /** Totals in the order of the members; null: recused or absent. */
  totals: (number | null)[];
  /** Mean with two decimals, truncated: '89,99'. */
  mean: string;
  /** 'A 33,50 · B 21,00 · C 30,25' */
  parts: string;
  /** Star of the band and star after the gates, in words; null when excluded. */
  bandStar: number;
  star: number | null;
  /** Gates missing for the next star, in words; '' when none. */
  missing: string;
  /** 'Đề xuất công nhận 4 sao', 'Tiềm năng 5 sao …', 'Không đạt từ 3 sao', 'Bị loại: …' */
  conclusion: string;
}

/** The consolidated score table of a session, on its side. */
export interface ConsolidatedData {
  council: string;
  sessionTitle: string;
  place: string;
  heldOn: Day | null;
  year: number;
  /** Names of the members, in the order of `totals`. */
  members: string[];
  /** How written opinions went, where there were any. */
  ballot: string | null;
  results: ProductResult[];
  secretary: Signature;
  chair: Signature;
}

export function consolidatedTable(data: ConsolidatedData): Paper {
  return {
    title: `Bảng tổng hợp kết quả đánh giá: ${data.sessionTitle}`,
    sections: [
      {
        landscape: true,
        blocks: [
          { kind: 'head', issuer: data.council, placeDate: placeDate(data.place, data.heldOn, data.year) },
          {
            kind: 'title',
            type: 'Bảng tổng hợp kết quả đánh giá, phân hạng sản phẩm OCOP',
            summary: data.sessionTitle,
          },
          ...(data.ballot === null ? [] : [{ kind: 'text' as const, text: data.ballot, indent: false }]),
          resultTable(data.members, data.results),
          {
            kind: 'text',
            text: `Ủy viên: ${data.members.map((name, index) => `(${index + 1}) ${name}`).join('; ')}. Dấu “–”: không chấm sản phẩm đó (vắng mặt hoặc tránh).`,
            indent: false,
          },
          {
            kind: 'text',
            text: 'Điểm trung bình ghi hai chữ số thập phân, không làm tròn lên; hạng sao xét trên tổng điểm đúng.',
            indent: false,
          },
          {
            kind: 'closing',
            signers: [signerOf(data.secretary, '(Ký, ghi rõ họ tên)'), signerOf(data.chair, '(Ký, ghi rõ họ tên)')],
          },
        ],
      },
    ],
  };
}

/** The table of results; also part of the minutes. */
export function resultTable(members: string[], results: ProductResult[]): Block {
  const scores: Column[] = members.map((_name, index) => ({ header: `(${index + 1})`, width: 4, align: 'center' }));
  const columns: Column[] = [
    { header: 'TT', width: 4, align: 'center' },
    { header: 'Tên sản phẩm, chủ thể, mã số', width: 30 },
    { header: 'Lần đăng ký', width: 8, align: 'center' },
    ...scores,
    { header: 'Điểm trung bình', width: 9, align: 'center' },
    { header: 'Theo phần', width: 10, align: 'center' },
    { header: 'Hạng theo điểm', width: 7, align: 'center' },
    { header: 'Điều kiện còn thiếu', width: 17 },
    { header: 'Kết luận', width: 15 },
  ];
  const fixed = columns.filter((column) => !scores.includes(column));
  const rowHeads = fixed.slice(0, 3).map((column): Cell => ({ cell: column.header, rows: 2 }));
  const rowTails = fixed.slice(3).map((column): Cell => ({ cell: column.header, rows: 2 }));
  return {
    kind: 'table',
    size: 10.5,
    columns,
    head: [
      [...rowHeads, { cell: 'Tổng điểm của từng ủy viên', span: Math.max(members.length, 1) }, ...rowTails],
      scores.map((column) => column.header),
    ],
    rows: results.map((one, index): Cell[] => [
      String(index + 1),
      [{ text: one.name, bold: true }, `\n${one.producer}${one.productCode ? `\nMã: ${one.productCode}` : ''}`],
      one.kindWords,
      ...members.map(
        (_name, at): Cell => (one.totals[at] === null || one.totals[at] === undefined ? '–' : String(one.totals[at])),
      ),
      { cell: one.mean, bold: true },
      one.parts,
      `${one.bandStar} sao`,
      one.missing || 'Không',
      one.conclusion,
    ]),
  };
}
