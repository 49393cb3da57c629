import type { Paper } from '#platform/documents/paper';
import { qrSvg } from '#platform/documents/qr';
import { longDate, shortDate } from '#platform/documents/words';
import { lookUpPath } from '../urls.ts';
import { type ApplicationKind, type Day, KIND_WORDS } from './data.ts';

/** A numbered receipt slip of the commune or of the province (R3.10). */
export interface ReceiptData {
  superior?: string;
  /** Receiving body: 'Ủy ban nhân dân xã Nam Dương'. */
  body: string;
  place: string;
  /** The whole number: '03-12/PĐK-24-07603-2026'. */
  number: string;
  year: number;
  producer: string;
  product: string;
  kind: ApplicationKind;
  receivedOn: Day;
  /** Time of the day, if kept: '09:40'. */
  receivedAt: string | null;
  receiver: string;
  /** When the next answer is due, with its term in words: { day, words: '15 ngày làm việc' }; null where no term runs. */
  due: { day: Day; words: string } | null;
  /** Kinds of papers handed in, with the number of files of each. */
  papers: { name: string; files: number }[];
  /** Filled in by an officer from a paper set. */
  onBehalf: boolean;
  /** Page of the dossier, for the QR; null prints none. */
  url: string | null;
}

/** Where the holder of the slip sees the state without signing in, as one types it. */
const lookUpOf = (url: string) => new URL(lookUpPath(), url).href.replace(/^https?:\/\//, '');

/** The slip as a paper. Print with `printPdf`. */
export function receiptSlip(data: ReceiptData): Paper {
  const box = (kind: ApplicationKind) => [{ tick: data.kind === kind }, ` ${KIND_WORDS[kind]}     `];
  const facts: [string, string][] = [
    ['Chủ thể', data.producer],
    ['Sản phẩm', data.product],
    ['Ngày nhận', `${data.receivedAt ? `${data.receivedAt}, ` : ''}ngày ${shortDate(data.receivedOn)}`],
    ['Người tiếp nhận', data.receiver],
  ];
  if (data.due) facts.push(['Trả lời chậm nhất', `ngày ${shortDate(data.due.day)} (${data.due.words})`]);
  const files = data.papers.reduce((sum, paper) => sum + paper.files, 0);
  return {
    title: `Giấy biên nhận hồ sơ ${data.number}`,
    sections: [
      {
        blocks: [
          {
            kind: 'head',
            ...(data.superior !== undefined && { superior: data.superior }),
            issuer: data.body,
            placeDate: `${data.place}, ${longDate(data.receivedOn)}`,
          },
          {
            kind: 'title',
            type: 'Giấy biên nhận hồ sơ',
            summary: `Đăng ký đánh giá, phân hạng sản phẩm OCOP năm ${data.year}`,
            note: `Phiếu số: ${data.number}`,
          },
          ...facts.map(([label, value]) => ({ kind: 'field', label, value }) as const),
          {
            kind: 'text',
            text: ['Lần đăng ký: ', ...box('first'), ...box('upgrade'), ...box('reEvaluation')].flat(),
            indent: false,
          },
          ...(data.onBehalf
            ? [
                {
                  kind: 'text',
                  text: 'Hồ sơ do cán bộ nhập hộ từ bản giấy có chữ ký của chủ thể.',
                  indent: false,
                } as const,
              ]
            : []),
          {
            kind: 'table',
            columns: [
              { header: 'TT', width: 1, align: 'center' },
              { header: 'Giấy tờ đã nhận', width: 9 },
              { header: 'Số tệp', width: 2, align: 'center' },
            ],
            rows: [
              ...data.papers.map((paper, index) => [String(index + 1), paper.name, String(paper.files)]),
              [
                { cell: 'Cộng', span: 2, bold: true },
                { cell: String(files), bold: true },
              ],
            ],
          },
          {
            kind: 'closing',
            signers: [
              { capacity: ['Người nộp hồ sơ'], note: '(Ký, ghi rõ họ tên)', name: null },
              { capacity: ['Người tiếp nhận'], note: '(Ký, ghi rõ họ tên)', name: data.receiver },
            ],
          },
          ...(data.url
            ? [
                {
                  kind: 'qr',
                  svg: qrSvg(data.url),
                  alt: 'Mã QR mở trang hồ sơ',
                  text: `Quét mã để mở hồ sơ. Không cần tài khoản: mở ${lookUpOf(data.url)}, gõ số phiếu này và số điện thoại của chủ thể. Giữ giấy này để đối chiếu khi nhận kết quả.`,
                } as const,
              ]
            : []),
        ],
      },
    ],
  };
}
