/** The composed report as an official paper in the layout of Decree 30/2020 (R18). Pure. */
import { type Issuance, officialHead } from '#platform/documents/issuance';
import type { Block, Cell, Paper } from '#platform/documents/paper';
import { paragraphs } from '#platform/documents/phrases';
import { type Composed, flat, type Piece, type Span } from '../compose.ts';

export interface ReportPaper {
  readonly issuance: Issuance;
  readonly composed: Composed;
  readonly recipients: readonly string[];
  /** Lines above the signature. */
  readonly capacity: readonly string[];
  /** 'Bản dự thảo, số liệu tính lúc …' or which version it is, with its hash. */
  readonly note: string;
}

export function reportPaper({ issuance, composed, recipients, capacity, note }: ReportPaper): Paper {
  const title = `${composed.title}: ${composed.summary}`;
  return {
    title,
    sections: [
      {
        blocks: [
          officialHead(issuance),
          { kind: 'title', type: 'Báo cáo', summary: composed.summary },
          ...composed.pieces.flatMap(blocksOf),
          { kind: 'closing', recipients: [...recipients], signers: [{ capacity: [...capacity], name: null }] },
          { kind: 'note', text: note },
        ],
      },
    ],
  };
}

function blocksOf(piece: Piece): Block[] {
  switch (piece.kind) {
    case 'section':
    case 'heading':
      return [{ kind: 'heading', text: piece.text }];
    case 'text':
      return [{ kind: 'text', text: flat(piece.spans) }];
    case 'free':
      return piece.text.trim() === '' ? [] : paragraphs(piece.text);
    case 'table':
      return table(piece);
    case 'list':
      return list(piece);
  }
}

/** A list with its number of rows; what is not printed is said. */
function list({ caption, heads, rows, total }: Extract<Piece, { kind: 'list' }>): Block[] {
  const words = `Danh sách: ${caption} (${total})`;
  if (rows.length === 0) return [{ kind: 'text', text: { text: `${words}: không có.`, italic: true } }];
  return [
    { kind: 'text', text: { text: words, italic: true }, keep: true },
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 1, align: 'center' },
        ...heads.map((header, place) => ({ header, width: place === 0 ? 5 : 3 })),
      ],
      rows: rows.map((cells, place): Cell[] => [String(place + 1), ...cells]),
    },
    ...(total > rows.length
      ? [{ kind: 'text', text: `In ${rows.length} dòng đầu trong ${total}.` } satisfies Block]
      : []),
  ];
}

const words = (span: Span): string => (typeof span === 'string' ? span : span.words);

function table({ caption, heads, rows, bars }: Extract<Piece, { kind: 'table' }>): Block[] {
  const most = Math.max(...rows.map(({ share, total }) => (total ? 0 : (share ?? 0))), 0);
  return [
    { kind: 'text', text: { text: `Bảng: ${caption}`, italic: true }, keep: true },
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 1, align: 'center' },
        { header: 'Chỉ tiêu', width: bars ? 5 : 6 },
        ...heads.map((header) => ({ header, width: 2, align: 'right' as const })),
        ...(bars ? [{ header: 'So sánh', width: 4 }] : []),
      ],
      rows: rows.map(({ label, cells, share, total }, place): Cell[] => {
        const cell = (text: string) => (total ? { cell: text, bold: true } : text);
        return [
          total ? '' : String(place + 1),
          cell(label),
          ...cells.map((one) => cell(words(one))),
          ...(bars ? [total || !share ? '' : { bar: share / most }] : []),
        ];
      }),
    },
  ];
}
