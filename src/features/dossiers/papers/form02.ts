import type { Block, Cell, Paper } from '#platform/documents/paper';
import { lead, paragraphs } from '#platform/documents/phrases';
import { longDate } from '#platform/documents/words';
import { type ApplicationKind, type Day, KIND_WORDS, type Representative } from './data.ts';

/** One criterion as the producer scored it. */
export interface SelfScoredCriterion {
  code: string;
  title: string;
  maxPoints: number;
  /** Words of the chosen option; null when none is chosen. */
  chosen: string | null;
  points: number;
  description: string | null;
  /** Names of the papers that support it. */
  evidence: string[];
}

export interface SelfScoredPart {
  title: string;
  maxPoints: number;
  points: number;
  criteria: SelfScoredCriterion[];
}

/** Fields of Form 02, Annex III of Decision 26/2026 (R3.5). Null is left to be filled in by hand. */
export interface Form02Data {
  kind: ApplicationKind;
  producer: string | null;
  producerType: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  representative: Representative;
  foundedOn: string | null;
  registrationNumber: string | null;
  /** Product with pack specification and standard. */
  product: string | null;
  has: {
    businessRegistration: boolean;
    qualityDeclaration: boolean;
    foodSafety: boolean;
    mandatoryConditions: boolean;
    trademark: boolean;
    rightToUse: boolean;
    patent: boolean;
    design: boolean;
    copyright: boolean;
    /** Words of another kind of intellectual property. */
    other: string | null;
  };
  history: string | null;
  organisation: string | null;
  /** Part II. */
  area: string | null;
  quality: string | null;
  market: string | null;
  business: string | null;
  /** Part III. `setName` is the product set whose sheet was used. */
  setName: string;
  parts: SelfScoredPart[];
  total: number;
  maxTotal: number;
  /** For an upgrade or a re-evaluation: what changed since the recognition (R3.2, R3.3). */
  changes: string | null;
  /** Part IV. */
  plan: string | null;
  place: string | null;
  date: Day | null;
}

/** Form 02 "Báo cáo tự đánh giá về sản phẩm". */
export function form02(data: Form02Data): Paper {
  const day = `${data.place ?? '..............'}, ${data.date ? longDate(data.date) : 'ngày ...... tháng ...... năm ......'}`;
  return {
    title: `Mẫu số 02: Báo cáo tự đánh giá về sản phẩm${data.product ? ` – ${data.product}` : ''}`,
    sections: [
      {
        blocks: [
          { kind: 'text', text: { text: 'Mẫu số 02', italic: true }, align: 'right' },
          {
            kind: 'title',
            type: 'Báo cáo tự đánh giá về sản phẩm',
            note: '(Dành cho chủ thể có sản phẩm đăng ký)',
          },
          ...general(data),
          { kind: 'heading', text: 'Phần II\nKẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH', align: 'center' },
          lead('- Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói:'),
          ...paragraphs(data.area),
          lead('- Sự thay đổi về chất lượng sản phẩm:'),
          ...paragraphs(data.quality),
          lead('- Thị trường phân phối sản phẩm:'),
          ...paragraphs(data.market),
          lead('- Kết quả sản xuất, kinh doanh (doanh thu, lợi nhuận):'),
          ...paragraphs(data.business),
          {
            kind: 'heading',
            text: 'Phần III\nĐÁNH GIÁ KẾT QUẢ THỰC HIỆN THEO BỘ TIÊU CHÍ SẢN PHẨM OCOP',
            align: 'center',
          },
          { kind: 'text', text: `Bộ sản phẩm: ${data.setName}. Lần đăng ký: ${KIND_WORDS[data.kind].toLowerCase()}.` },
          scores(data),
          ...changes(data),
          { kind: 'heading', text: 'Phần IV\nKẾ HOẠCH SẢN XUẤT, KINH DOANH', align: 'center' },
          ...paragraphs(data.plan, 5),
          {
            kind: 'closing',
            signers: [
              {
                placeDate: day,
                capacity: ['Đại diện theo pháp luật của cơ sở'],
                note: '(Ký, họ tên, đóng dấu)',
                name: data.representative.name,
              },
            ],
          },
        ],
      },
    ],
  };
}

function general(data: Form02Data): Block[] {
  const person = data.representative;
  const { has } = data;
  const owned = has.trademark || has.rightToUse || has.patent || has.design || has.copyright || has.other !== null;
  const ticked = (text: string, checked: boolean): Block => ({
    kind: 'item',
    text: [`${text} `, { tick: checked }],
    depth: /^[+-]/.test(text) ? 1 : 0,
  });
  return [
    { kind: 'heading', text: 'Phần I\nTHÔNG TIN CHUNG', align: 'center' },
    { kind: 'field', label: '1. Tên chủ thể', value: data.producer },
    { kind: 'field', label: '2. Loại hình tổ chức', value: data.producerType },
    { kind: 'field', label: '3. Địa chỉ', value: data.address },
    {
      kind: 'fields',
      fields: [
        { label: '4. Điện thoại', value: data.phone },
        { label: 'Email', value: data.email },
      ],
    },
    { kind: 'text', text: '5. Tên người đại diện pháp luật:', indent: false },
    { kind: 'field', label: '- Họ tên', value: person.name },
    {
      kind: 'fields',
      fields: [
        { label: '- Giới tính', value: person.sex },
        { label: 'Dân tộc', value: person.ethnicity },
      ],
    },
    { kind: 'field', label: '- Địa chỉ thường trú', value: person.permanentAddress },
    { kind: 'field', label: '6. Ngày thành lập/đăng ký kinh doanh', value: data.foundedOn },
    { kind: 'field', label: 'Số giấy đăng ký (nếu có)', value: data.registrationNumber },
    { kind: 'field', label: '7. Tên sản phẩm/dịch vụ, mô tả về quy cách sản phẩm, tiêu chuẩn', value: data.product },
    { kind: 'text', text: { text: 'Đánh dấu (√) vào mục tương ứng:', italic: true }, indent: false },
    ticked('a) Giấy đăng ký kinh doanh:', has.businessRegistration),
    ticked('b) Đã công bố chất lượng sản phẩm theo quy định:', has.qualityDeclaration),
    { kind: 'item', text: 'c) Đã có các điều kiện sản xuất theo quy định:', depth: 0 },
    ticked(
      '- Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm theo quy định của pháp luật cho sản xuất sản phẩm:',
      has.foodSafety,
    ),
    ticked(
      '- Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm (đối với các sản phẩm bắt buộc theo quy định):',
      has.mandatoryConditions,
    ),
    ticked('d) Đã có đăng ký sở hữu trí tuệ:', owned),
    ticked('+ Giấy chứng nhận đăng ký nhãn hiệu:', has.trademark),
    ticked('+ Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận:', has.rightToUse),
    ticked('+ Bằng sáng chế:', has.patent),
    ticked('+ Bằng độc quyền kiểu dáng công nghiệp:', has.design),
    ticked('+ Giấy chứng nhận bản quyền tác giả:', has.copyright),
    ticked(`+ Khác${has.other ? ` (${has.other})` : ' (ghi rõ)'}:`, has.other !== null),
    lead('8. Lịch sử hình thành của chủ thể:'),
    ...paragraphs(data.history, 2),
    lead('9. Cơ cấu tổ chức của chủ thể:'),
    ...paragraphs(data.organisation, 2),
  ];
}

/** The self-score, criterion by criterion in the order of the sheet, with what supports it. */
function scores(data: Form02Data): Block {
  const rows: Cell[][] = data.parts.flatMap((part): Cell[][] => [
    [
      { cell: part.title, span: 2, bold: true },
      { cell: String(part.maxPoints), bold: true },
      { cell: String(part.points), bold: true },
      '',
    ],
    ...part.criteria.map((one): Cell[] => [
      one.code,
      one.chosen
        ? [{ text: one.title, bold: true }, `\n${one.chosen}`]
        : [{ text: one.title, bold: true }, '\nChưa chọn mức'],
      String(one.maxPoints),
      String(one.points),
      proof(one),
    ]),
  ]);
  rows.push([
    { cell: 'TỔNG CỘNG', span: 2, bold: true },
    { cell: String(data.maxTotal), bold: true },
    { cell: String(data.total), bold: true },
    '',
  ]);
  return {
    kind: 'table',
    size: 11,
    columns: [
      { header: 'Mã', width: 6, align: 'center' },
      { header: 'Tiêu chí và mức tự đánh giá', width: 44 },
      { header: 'Thang điểm', width: 9, align: 'center' },
      { header: 'Tự chấm', width: 9, align: 'center' },
      { header: 'Mô tả, tài liệu minh chứng', width: 32 },
    ],
    rows,
  };
}

/** What supports the points of a criterion, a line each. */
export function proof(one: SelfScoredCriterion): string {
  const papers = one.evidence.map((name) => `- ${name}`);
  return [...(one.description ? [one.description] : []), ...papers].join('\n');
}

function changes(data: Form02Data): Block[] {
  if (data.kind === 'first') return [];
  const heading =
    data.kind === 'upgrade'
      ? 'Những thay đổi so với sản phẩm OCOP đã được công nhận:'
      : 'Những nội dung mới, thay đổi và kết quả đạt được sau thời gian được công nhận OCOP:';
  return [lead(heading), ...paragraphs(data.changes)];
}
