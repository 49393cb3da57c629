import type { Block, Cell, Paper } from '#platform/documents/paper';
import { longDate } from '#platform/documents/words';
import type { Day } from './data.ts';

/** The report on how members judged, for the chair. All figures are given; none is computed here. */
export interface JudgingPaperData {
  council: string;
  sessionTitle: string;
  day: Day;
  members: { name: string; organisation: string; sheets: number; severity: string; consistency: string }[];
  products: { name: string; producer: string; totals: string; mean: string; star: string; robust: string }[];
}

export function judgingPaper(data: JudgingPaperData): Paper {
  const blocks: Block[] = [
    { kind: 'head', issuer: data.council, placeDate: longDate(data.day) },
    {
      kind: 'title',
      type: 'Báo cáo về việc chấm điểm',
      summary: data.sessionTitle,
      note: '(Gửi Chủ tịch Hội đồng; để tham khảo, không làm thay đổi điểm và kết quả)',
    },
    { kind: 'heading', text: '1. Mức chấm của từng thành viên' },
    {
      kind: 'text',
      text: 'Mức chấm là số điểm chênh trung bình so với những người khác chấm cùng sản phẩm: dấu cộng là chấm cao hơn, dấu trừ là thấp hơn. Độ dao động là mức chênh đó thay đổi bao nhiêu giữa các sản phẩm.',
    },
    {
      kind: 'table',
      size: 11,
      columns: [
        { header: 'TT', width: 5, align: 'center' },
        { header: 'Thành viên', width: 32 },
        { header: 'Cơ quan', width: 31 },
        { header: 'Số phiếu', width: 10, align: 'center' },
        { header: 'Mức chấm (điểm)', width: 11, align: 'center' },
        { header: 'Độ dao động (điểm)', width: 11, align: 'center' },
      ],
      rows: data.members.map((one, at): Cell[] => [
        ...[String(at + 1), one.name, one.organisation, String(one.sheets), one.severity, one.consistency],
      ]),
    },
    { kind: 'heading', text: '2. Một phiếu làm đổi hạng sao hay không' },
    {
      kind: 'table',
      size: 11,
      columns: [
        { header: 'TT', width: 5, align: 'center' },
        { header: 'Sản phẩm, chủ thể', width: 33 },
        { header: 'Điểm các phiếu', width: 20 },
        { header: 'Trung bình', width: 10, align: 'center' },
        { header: 'Hạng', width: 9, align: 'center' },
        { header: 'Bỏ một phiếu bất kỳ', width: 23 },
      ],
      rows: data.products.map((one, at): Cell[] => [
        String(at + 1),
        [{ text: one.name, bold: true }, `\n${one.producer}`],
        ...[one.totals, one.mean, one.star, one.robust],
      ]),
    },
  ];
  return { title: `Báo cáo về việc chấm điểm: ${data.sessionTitle}`, sections: [{ landscape: true, blocks }] };
}
