import { ACT_IN_FORCE } from '#law/act';
import type { Block, Paper } from '#platform/documents/paper';
import type { BlankName } from '../guides.ts';

/** What is known of a dossier for a blank of its evidence; null stays a dotted line. */
export interface BlankData {
  readonly producer: string | null;
  readonly address: string | null;
  readonly representative: string | null;
  readonly product: string | null;
  readonly history: string | null;
  /** "Tân Hưng" */
  readonly place: string;
}

const EMPTY_ROWS = 6;
const HELPS = `Mẫu gợi ý để soạn cho nhanh. ${ACT_IN_FORCE.short} không bắt buộc dùng mẫu này.`;

/** A blank with what is known filled in, to be finished on a computer or by hand. Print with `printWord`. */
export function blankPaper(name: BlankName, data: BlankData): Paper {
  const { title, blocks } = BLANKS[name](data);
  return {
    title: `${title}${data.product ? ` – ${data.product}` : ''}`,
    sections: [
      {
        landscape: name !== 'story',
        blocks: [
          { kind: 'nation' },
          { kind: 'title', type: title },
          { kind: 'field', label: 'Chủ thể', value: data.producer },
          {
            kind: 'fields',
            fields: [
              { label: 'Địa chỉ', value: data.address },
              { label: 'Sản phẩm', value: data.product },
            ],
          },
          ...blocks,
          {
            kind: 'closing',
            signers: [
              {
                placeDate: `${data.place}, ngày ...... tháng ...... năm ......`,
                capacity: ['Đại diện chủ thể'],
                note: '(Ký, đóng dấu, ghi rõ họ tên)',
                name: data.representative,
              },
            ],
          },
          { kind: 'note', text: HELPS },
        ],
      },
    ],
  };
}

interface Blank {
  readonly title: string;
  readonly blocks: Block[];
}

const emptyRows = (columns: number): string[][] =>
  Array.from({ length: EMPTY_ROWS }, (_, at) => [String(at + 1), ...Array<string>(columns - 1).fill('')]);

const BLANKS: Readonly<Record<BlankName, (data: BlankData) => Blank>> = {
  materials: () => ({
    title: 'Bảng kê nguyên liệu và nguồn gốc',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 1, align: 'center' },
          { header: 'Nguyên liệu', width: 4 },
          { header: 'Nơi trồng, nuôi, khai thác (thôn, xã, tỉnh)', width: 6 },
          { header: 'Người bán hoặc liên kết', width: 4 },
          { header: 'Khối lượng một năm', width: 3 },
          { header: 'Tỷ lệ trong sản phẩm (%)', width: 2 },
          { header: 'Giấy tờ kèm theo', width: 4 },
        ],
        rows: emptyRows(7),
      },
      { kind: 'text', text: 'Chủ thể cam đoan nội dung kê khai là đúng và chịu trách nhiệm về nội dung này.' },
    ],
  }),
  labour: () => ({
    title: 'Danh sách lao động đóng bảo hiểm',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 1, align: 'center' },
          { header: 'Họ và tên', width: 5 },
          { header: 'Năm sinh', width: 2, align: 'center' },
          { header: 'Nơi thường trú (thôn, xã, tỉnh)', width: 7 },
          { header: 'Công việc', width: 4 },
          { header: 'Làm từ tháng, năm', width: 3 },
          { header: 'Mã số bảo hiểm xã hội', width: 4 },
        ],
        rows: emptyRows(7),
      },
      {
        kind: 'fields',
        fields: [
          { label: 'Tổng số lao động', value: null },
          { label: 'Thường trú tại xã', value: null },
        ],
      },
      { kind: 'text', text: 'Chủ thể xác nhận danh sách trên là đúng.' },
    ],
  }),
  story: ({ history }) => ({
    title: 'Câu chuyện sản phẩm',
    blocks: [
      ...STORY.flatMap(([question, known]): Block[] => [
        { kind: 'heading', text: question },
        { kind: 'text', text: (known ? history : null) ?? null, indent: false },
        { kind: 'space', points: 30 },
      ]),
    ],
  }),
};

/** What a story tells, one question after the other; true: the history of the producer answers it. */
const STORY: readonly (readonly [question: string, known: boolean])[] = [
  ['1. Ai làm ra sản phẩm, từ bao giờ', true],
  ['2. Đất, nước, khí hậu nơi này làm nên điều gì riêng', false],
  ['3. Cách làm: công đoạn nào khó nhất, bí quyết gì', false],
  ['4. Chuyện đáng nhớ về người làm nghề', false],
  ['5. Mong muốn gửi đến người dùng', false],
];
