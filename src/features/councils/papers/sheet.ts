import type { Criterion, CriterionNote, Option, ProductSet } from '#law/rulebooks';
import type { Block, Cell, Inline, Paper } from '#platform/documents/paper';
import { qrSvg } from '#platform/documents/qr';
import { longDate } from '#platform/documents/words';
import type { Day } from './data.ts';

/** What a member has filled in: option ids by criterion, the points that follow from them, and the opinion. */
export interface FilledSheet {
  chosen: Readonly<Record<string, string | readonly string[]>>;
  /** Points by criterion code, and the sums, as the law counted them. */
  points: Readonly<Record<string, number>>;
  partPoints: Readonly<Record<string, number>>;
  total: number;
  opinion: string | null;
  submittedOn: Day | null;
  /** Hash of the submitted version; null for a draft. */
  hash: string | null;
  /** Who entered it from paper and when; null when the member handed it in. */
  entered: string | null;
}

/** A score sheet to be printed: empty for the hand, or as a member filled it in (Annex II). */
export interface ScoreSheetData {
  set: ProductSet;
  actShort: string;
  product: string | null;
  productCode: string | null;
  producer: string | null;
  phone: string | null;
  address: string | null;
  place: string;
  member: string | null;
  /** Address that leads back to this sheet, of this member and product; null prints no QR. */
  url: string | null;
  /** Null prints an empty sheet. */
  filled: FilledSheet | null;
}

const STAR_NOTE: Block = {
  kind: 'text',
  text: {
    text: 'Ghi chú: Dấu sao là yêu cầu tối thiểu phải đạt theo các cấp độ sao (*** - 3 sao; **** - 4 sao; ***** - 5 sao).',
    italic: true,
  },
  indent: false,
};

export function scoreSheet(data: ScoreSheetData): Paper {
  const { filled, set } = data;
  const hasStars = Object.values(set.starMinimums ?? {}).some((gates) => gates.length > 0);
  const total = set.parts.reduce((sum, part) => sum + part.maxPoints, 0);
  const rows: Cell[][] = set.parts.flatMap((part): Cell[][] => [
    [
      bold(`Phần ${part.code}: ${part.title} (${part.maxPoints} điểm)`),
      bold(String(part.maxPoints)),
      bold(sum(filled?.partPoints[part.code])),
    ],
    ...part.criteria.flatMap((criterion) => criterionRows(criterion, filled)),
  ]);
  rows.push([bold('TỔNG CỘNG'), bold(String(total)), bold(sum(filled?.total))]);
  return {
    title: `Phiếu đánh giá sản phẩm OCOP${data.product ? `: ${data.product}` : ''}`,
    sections: [
      {
        blocks: [
          { kind: 'nation' },
          {
            kind: 'title',
            type: 'Phiếu đánh giá sản phẩm OCOP',
            summary: `Bộ sản phẩm: ${set.name}`,
            note: `(Theo Phụ lục II kèm theo ${data.actShort})`,
          },
          ...mark(data),
          { kind: 'field', label: 'Tên sản phẩm', value: data.product },
          { kind: 'field', label: 'Mã số sản phẩm', value: data.productCode },
          { kind: 'field', label: 'Tên chủ thể sản xuất', value: data.producer },
          { kind: 'field', label: 'Số điện thoại', value: data.phone },
          { kind: 'field', label: 'Địa chỉ', value: data.address },
          ...set.disqualifiers.map(
            (text): Block => ({ kind: 'text', text: { text, bold: true, italic: true }, indent: false }),
          ),
          {
            kind: 'table',
            size: 11.5,
            columns: [
              { header: 'Các tiêu chí', width: 80 },
              { header: 'Thang điểm', width: 10, align: 'center' },
              { header: 'Điểm chấm', width: 10, align: 'center' },
            ],
            rows,
          },
          ...(hasStars ? [STAR_NOTE] : []),
          { kind: 'text', text: { text: 'Ý kiến của người đánh giá:', bold: true }, indent: false, keep: true },
          ...opinion(filled?.opinion ?? null),
          {
            kind: 'closing',
            signers: [
              {
                placeDate: `${data.place}, ${filled?.submittedOn ? longDate(filled.submittedOn) : 'ngày ...... tháng ...... năm ......'}`,
                capacity: ['Người đánh giá'],
                note: '(Ký và ghi rõ họ tên)',
                name: data.member,
              },
            ],
          },
          ...seal(filled),
        ],
      },
    ],
  };
}

/** The QR that names member and product, so that a sheet filled in by hand comes back to its place. */
function mark({ url, member, product, productCode }: ScoreSheetData): Block[] {
  if (url === null) return [];
  const lines = [member ?? '', [product, productCode].filter(Boolean).join(', '), 'Quét mã để mở đúng phiếu này.'];
  return [{ kind: 'qr', svg: qrSvg(url), alt: 'Mã QR của phiếu đánh giá', text: lines.join('\n') }];
}

function bold(text: string): Cell {
  return { cell: text, bold: true };
}

function sum(points: number | undefined): string {
  return points === undefined ? '' : String(points);
}

function criterionRows(criterion: Criterion, filled: FilledSheet | null): Cell[][] {
  const title = `${criterion.code}. ${criterion.title}`;
  const notes = (criterion.notes ?? []).map(noteRow);
  if (criterion.kind === 'group') {
    const head: Cell[] = [bold(title), bold(String(criterion.maxPoints)), ''];
    return [head, ...notes, ...criterion.children.flatMap((child) => criterionRows(child, filled))];
  }
  const chosen = [filled?.chosen[criterion.code] ?? []].flat();
  const points = filled ? String(filled.points[criterion.code] ?? 0) : '';
  const mark = criterion.titleMinStar ? '*'.repeat(criterion.titleMinStar) : '';
  const rows: Cell[][] = [[bold(`${title}${mark}`), bold(String(criterion.maxPoints)), bold(points)], ...notes];
  for (const option of criterion.options ?? []) rows.push(optionRow(option, chosen));
  for (const one of criterion.cases ?? []) {
    rows.push([[{ text: `${one.label}: ${one.title}`, italic: true }], '', '']);
    for (const option of one.options) rows.push(optionRow(option, chosen));
  }
  return rows;
}

function noteRow(note: CriterionNote): Cell[] {
  return [[{ text: note.text, italic: true }], '', ''];
}

function optionRow(option: Option, chosen: readonly string[]): Cell[] {
  const words = `  ${option.label}${option.minStar ? '*'.repeat(option.minStar) : ''}`;
  return [[{ tick: chosen.includes(option.id) }, words], String(option.points), ''];
}

function opinion(text: string | null): Block[] {
  const lines: Inline[] = text ? text.split('\n').filter((line) => line.trim()) : [null, null, null];
  return lines.map((line) => ({ kind: 'text', text: line, indent: false }));
}

function seal(filled: FilledSheet | null): Block[] {
  if (!filled?.hash) return [];
  const { hash, entered } = filled;
  return [{ kind: 'seal', title: 'Mã niêm phong của phiếu đã nộp', lines: entered ? [entered, hash] : [hash] }];
}
