import type { Block, Paper } from '#platform/documents/paper';
import { lead } from '#platform/documents/phrases';
import { longDate, shortDate } from '#platform/documents/words';
import { type ApplicationKind, type Day, KIND_WORDS } from './data.ts';

/** What an office writes on the back when it takes the form in (R3.10). */
export interface SlipEntry {
  number: string;
  receivedOn: Day;
  receiver: string;
}

/** Fields of Form 01, Annex III of Decision 26/2026 (R3.4). Null is left to be filled in by hand. */
export interface Form01Data {
  province: string;
  year: number;
  applicant: string | null;
  representative: string | null;
  position: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  product: string | null;
  sector: string | null;
  group: string | null;
  subgroup: string | null;
  kind: ApplicationKind | null;
  /** Number of samples handed over; null where none are asked for or it is not filled in. */
  samples: number | null;
  place: string | null;
  date: Day | null;
  communeSlip: SlipEntry | null;
  provinceSlip: SlipEntry | null;
}

/** Form 01 "Phiếu đăng ký", with its back for the offices. */
export function form01(data: Form01Data): Paper {
  const box = (kind: ApplicationKind) => [`${KIND_WORDS[kind]} `, { tick: data.kind === kind }, '        '];
  const classification = [data.sector, data.group, data.subgroup].filter((part) => part !== null).join('; ');
  const day = `${data.place ?? '..............'}, ${data.date ? longDate(data.date) : 'ngày ...... tháng ...... năm ......'}`;
  return {
    title: `Mẫu số 01: Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP${data.product ? ` – ${data.product}` : ''}`,
    sections: [
      {
        blocks: [
          { kind: 'text', text: { text: 'Mẫu số 01', italic: true }, align: 'right' },
          { kind: 'nation' },
          {
            kind: 'title',
            type: 'Phiếu đăng ký',
            summary: `Tham gia đánh giá, phân hạng sản phẩm OCOP của ${data.province} năm ${data.year}`,
          },
          lead('1. Thông tin về đơn vị đăng ký:'),
          { kind: 'field', label: '- Tên đơn vị', value: data.applicant },
          { kind: 'field', label: '- Họ tên người đại diện pháp lý', value: data.representative },
          { kind: 'field', label: '- Chức vụ', value: data.position },
          { kind: 'field', label: '- Địa chỉ liên hệ', value: data.address },
          {
            kind: 'fields',
            fields: [
              { label: '- Điện thoại', value: data.phone },
              { label: 'Email', value: data.email },
            ],
          },
          { kind: 'field', label: '2. Tên sản phẩm', value: data.product },
          { kind: 'field', label: '3. Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm¹)', value: classification || null },
          {
            kind: 'text',
            text: ['4. Lần đăng ký đánh giá:  ', ...box('first'), ...box('upgrade'), ...box('reEvaluation')].flat(),
            indent: false,
          },
          { kind: 'text', text: '5. Tài liệu kèm theo:', indent: false },
          {
            kind: 'text',
            text: '- Báo cáo đánh giá về sản phẩm theo Bộ tiêu chí (bản gốc, bản điện tử).',
            indent: false,
          },
          {
            kind: 'field',
            label: '- Sản phẩm mẫu (số lượng)',
            value: data.samples === null ? null : String(data.samples),
          },
          {
            kind: 'text',
            text: 'Cam đoan những thông tin trong Phiếu đăng ký là đúng sự thật, chúng tôi xin cam kết tuân thủ các quy định về đánh giá, phân hạng sản phẩm OCOP, chịu trách nhiệm trước Hội đồng và pháp luật về Hồ sơ đăng ký đánh giá, phân hạng sản phẩm.',
          },
          {
            kind: 'closing',
            signers: [
              {
                placeDate: day,
                capacity: ['Đại diện'],
                note: '(Ký, đóng dấu, ghi rõ họ tên)',
                name: data.representative,
              },
            ],
          },
          {
            kind: 'note',
            text: '¹ Theo Phụ lục I về Danh mục phân loại sản phẩm tham gia đánh giá, phân hạng sản phẩm OCOP.',
          },
          { kind: 'break' },
          { kind: 'heading', text: 'PHẦN DÀNH CHO CƠ QUAN QUẢN LÝ', align: 'center' },
          ...office('DÀNH CHO ỦY BAN NHÂN DÂN CẤP XÃ', data.communeSlip),
          { kind: 'space', points: 18 },
          ...office('DÀNH CHO CƠ QUAN QUẢN LÝ OCOP CẤP TỈNH', data.provinceSlip),
        ],
      },
    ],
  };
}

function office(name: string, slip: SlipEntry | null): Block[] {
  return [
    lead(name),
    {
      kind: 'text',
      text: `Phiếu số: ${slip?.number ?? '........-........ /PĐK-(Mã tỉnh)-(Mã xã)-(Năm)'}`,
      indent: false,
    },
    { kind: 'field', label: 'Ngày nhận', value: slip ? shortDate(slip.receivedOn) : null },
    {
      kind: 'fields',
      fields: [
        { label: 'Người tiếp nhận', value: slip?.receiver ?? null },
        { label: 'Chữ ký', value: null },
      ],
    },
    {
      kind: 'closing',
      signers: [{ capacity: ['Cơ quan tiếp nhận'], note: '(Ký, đóng dấu và ghi rõ họ tên)', name: null }],
    },
  ];
}
