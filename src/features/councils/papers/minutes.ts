import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Cell, Paper } from '#platform/documents/paper';
import { lead, paragraphs } from '#platform/documents/phrases';
import { count, longDate } from '#platform/documents/words';
import type { CouncilLevel } from '../level.ts';
import { type ProductResult, resultTable } from './consolidated.ts';
import type { Day, PersonLine, SessionMode } from './data.ts';
import { levelWords } from './level-words.ts';

/** A product whose sheets lay further apart than the council's limit: what caused it and how it was settled, in sentences. */
export interface SpreadNote {
  product: string;
  paragraphs: string[];
}

/** Minutes of a session from its record; all results are given, none is computed here. */
export interface MinutesData {
  issuance: Issuance;
  council: string;
  /** 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026' */
  councilAct: string;
  actShort: string;
  level: CouncilLevel;
  province: string;
  sessionTitle: string;
  mode: SessionMode;
  heldOn: Day;
  startedAt: string | null;
  endedAt: string | null;
  venue: string | null;
  present: PersonLine[];
  absent: (PersonLine & { reason: string })[];
  /** 'Ủy viên X không chấm sản phẩm Y: lý do' */
  recusals: string[];
  seats: number;
  /** Quorum of the council's regulation in words: 'ít nhất 5 trên 7 ủy viên'. */
  quorum: string;
  /** Advisory team's reports considered. */
  reports: string[];
  discussion: string | null;
  /** How written opinions went, where there were any. */
  ballot: string | null;
  /** Blind tastings: name, seal of the key, and what each code stood for once it was opened. */
  flights: { title: string; keyHash: string; key: readonly { code: string; product: string }[] | null }[];
  /** Judged without names: which product each number stood for, known since the opening. Empty where names were seen. */
  numbers: readonly { number: string; product: string; producer: string }[];
  /** What the council proposed product by product, with its remark, where the secretary recorded it. */
  proposals: { product: string; proposal: string; remark: string | null }[];
  members: string[];
  results: ProductResult[];
  spreadLimit: number;
  spreads: SpreadNote[];
  /** Products excluded by the council, with ground. */
  exclusions: { product: string; ground: string; reason: string }[];
  /** Hash of each submitted sheet: whose, of what, hash; for one entered from paper by whom and when. */
  seals: { member: string; product: string; hash: string; paper: string | null }[];
  /** Seal of the whole session; null on a paper that carries none. */
  seal: string | null;
  secretary: Signature;
  chair: Signature;
}

export function minutes(data: MinutesData): Paper {
  const words = levelWords(data.level, data.province, '');
  const meeting = data.mode === 'meeting';
  const kind = meeting
    ? 'Phiên họp đánh giá, phân hạng sản phẩm OCOP'
    : 'Tổng hợp ý kiến bằng văn bản về đánh giá, phân hạng lại sản phẩm OCOP';
  const recognised = data.results.filter((one) => one.star !== null && one.star >= 3).length;
  return {
    title: `Biên bản: ${data.sessionTitle}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Biên bản', summary: kind },
          ...opening(data, meeting),
          { kind: 'heading', text: 'I. THÀNH PHẦN' },
          ...attendance(data, meeting),
          { kind: 'heading', text: 'II. NỘI DUNG' },
          {
            kind: 'text',
            text: `1. Hội đồng đánh giá ${count(data.results.length)} sản phẩm theo Bộ tiêu chí tại Phụ lục II ${data.actShort}. Báo cáo của Tổ tư vấn: ${data.reports.join('; ') || 'không có'}.`,
          },
          {
            kind: 'text',
            text: '2. Mỗi ủy viên chấm độc lập trên phiếu đánh giá; không ai xem được điểm của người khác trước khi mở phiếu. Sau khi đóng phiên chấm, Thư ký mở phiếu, hệ thống tính điểm trung bình từ các phiếu đã nộp.',
          },
          ...openedNumbers(data),
          lead('3. Ý kiến thảo luận:'),
          ...paragraphs(data.discussion),
          ...flights(data),
          lead(`4. Chênh lệch điểm giữa các ủy viên (giới hạn theo Quy chế: ${data.spreadLimit} điểm):`),
          ...spreads(data),
          lead('5. Hồ sơ bị loại:'),
          ...exclusions(data),
          { kind: 'heading', text: 'III. KẾT QUẢ VÀ ĐỀ XUẤT' },
          {
            kind: 'text',
            text: `1. Kết quả đánh giá, phân hạng của ${count(data.results.length)} sản phẩm tại Phụ lục I kèm theo Biên bản này.`,
          },
          ...proposals(data),
          {
            kind: 'text',
            text: `2. Hội đồng đề xuất ${words.head} xem xét, quyết định đối với ${count(recognised)} sản phẩm đạt từ 3 sao trở lên theo thẩm quyền quy định tại điểm đ, điểm e ${words.clause} ${data.actShort}.`,
          },
          {
            kind: 'text',
            text: `${meeting ? 'Phiên họp kết thúc' : 'Việc tổng hợp ý kiến kết thúc'}${data.endedAt ? ` lúc ${data.endedAt}` : ''} cùng ngày. Biên bản được thông qua và lập thành 02 bản có giá trị như nhau./.`,
          },
          {
            kind: 'closing',
            signers: [signerOf(data.secretary, '(Ký, ghi rõ họ tên)'), signerOf(data.chair, '(Ký, ghi rõ họ tên)')],
          },
        ],
      },
      resultAnnex(data),
      sealAnnex(data),
    ],
  };
}

function opening(data: MinutesData, meeting: boolean): Block[] {
  const when = `${data.startedAt ? `${data.startedAt}, ` : ''}${longDate(data.heldOn)}`;
  const text = meeting
    ? `Hôm nay, ${when}, tại ${data.venue ?? '..............................'}, ${data.council} (thành lập theo ${data.councilAct}) tổ chức ${data.sessionTitle}.`
    : `Hôm nay, ${when}, ${data.council} (thành lập theo ${data.councilAct}) tổng hợp ý kiến bằng văn bản của các ủy viên: ${data.sessionTitle}.`;
  const ballot: Block[] = data.ballot === null ? [] : [{ kind: 'text', text: data.ballot }];
  return [{ kind: 'text', text }, ...ballot];
}

function attendance(data: MinutesData, meeting: boolean): Block[] {
  const person = (one: PersonLine): Block => ({ kind: 'text', text: `- ${one.name}, ${one.position}: ${one.role};` });
  const blocks: Block[] = [
    lead(
      `1. ${meeting ? 'Có mặt' : 'Đã gửi phiếu'}: ${count(data.present.length)}/${count(data.seats)} người (điều kiện tiến hành: ${data.quorum})`,
    ),
    ...data.present.map(person),
  ];
  blocks.push(lead(`2. Vắng mặt: ${count(data.absent.length)} người`));
  blocks.push(
    ...data.absent.map((one): Block => ({ kind: 'text', text: `- ${one.name}, ${one.position}: ${one.reason};` })),
  );
  blocks.push(lead(`3. Không tham gia chấm do có lợi ích liên quan: ${data.recusals.length === 0 ? 'không có' : ''}`));
  blocks.push(...data.recusals.map((text): Block => ({ kind: 'text', text: `- ${text};` })));
  return blocks;
}

function spreads(data: MinutesData): Block[] {
  if (data.spreads.length === 0) return [{ kind: 'text', text: 'Không có sản phẩm nào vượt giới hạn.' }];
  return data.spreads.flatMap((one) =>
    one.paragraphs.map(
      (text, at): Block => ({
        kind: 'text',
        text: at === 0 ? [{ text: `- ${one.product}: `, bold: true }, text] : text,
      }),
    ),
  );
}

function flights(data: MinutesData): Block[] {
  return data.flights.map(({ title, keyHash, key }): Block => {
    const opened = key ? ` Bảng mã đã mở: ${key.map(({ code, product }) => `${code} là ${product}`).join('; ')}.` : '';
    return { kind: 'text', text: `- Nếm theo mã, ${title}: mã niêm phong bảng mã ${keyHash}.${opened}` };
  });
}

function openedNumbers({ numbers }: MinutesData): Block[] {
  if (numbers.length === 0) return [];
  return [
    { kind: 'text', text: 'Hồ sơ được chấm ẩn danh theo Quy chế. Sản phẩm của từng số, mở cùng lúc mở phiếu:' },
    ...numbers.map((one): Block => ({ kind: 'text', text: `- ${numberWords(one)};` })),
  ];
}

/** 'Mẫu số 214: Miến dong, Hợp tác xã Cánh Diều' */
export const numberWords = ({ number, product, producer }: MinutesData['numbers'][number]): string =>
  `Mẫu số ${number}: ${product}, ${producer}`;

function proposals(data: MinutesData): Block[] {
  return data.proposals.map(
    ({ product, proposal, remark }): Block => ({
      kind: 'text',
      text: `- ${product}: ${proposal}.${remark ? ` ${remark}` : ''}`,
    }),
  );
}

function exclusions(data: MinutesData): Block[] {
  if (data.exclusions.length === 0) return [{ kind: 'text', text: 'Không có.' }];
  return data.exclusions.map(
    (one): Block => ({ kind: 'text', text: `- ${one.product}: ${one.ground}. Lý do: ${one.reason}` }),
  );
}

function resultAnnex(data: MinutesData) {
  const blocks: Block[] = [
    {
      kind: 'title',
      type: 'Phụ lục I',
      summary: 'Kết quả đánh giá, phân hạng sản phẩm OCOP',
      note: `(Kèm theo Biên bản ${longDate(data.heldOn)})`,
    },
    resultTable(data.members, data.results),
    {
      kind: 'text',
      text: `Ủy viên: ${data.members.map((name, index) => `(${index + 1}) ${name}`).join('; ')}.`,
      indent: false,
    },
  ];
  return { landscape: true, blocks };
}

/** The seal of the session and how anyone checks it. */
function sessionSeal(seal: string | null): Block[] {
  if (seal === null) return [];
  return [
    {
      kind: 'text',
      text: [
        'Mã niêm phong của cả phiên (mọi phiếu, mọi bản, quy chế và kết quả): ',
        { text: seal.replace(/(.{32})(?=.)/g, '$1 '), bold: true },
        '. Người có tệp hồ sơ phiên kiểm tra lại được bằng lệnh “saolang verify-session TỆP”, không cần hệ thống.',
      ],
    },
  ];
}

function sealAnnex(data: MinutesData) {
  const rows = data.seals.map((one, index): Cell[] => [
    String(index + 1),
    one.paper ? [one.member, { text: ` (${one.paper})`, italic: true }] : one.member,
    one.product,
    one.hash.replace(/(.{32})(?=.)/g, '$1\n'),
  ]);
  const blocks: Block[] = [
    {
      kind: 'title',
      type: 'Phụ lục II',
      summary: 'Mã niêm phong của các phiếu đánh giá',
      note: `(Kèm theo Biên bản ${longDate(data.heldOn)})`,
    },
    {
      kind: 'text',
      text: 'Mỗi phiếu được niêm phong bằng một mã (SHA-256) khi nộp. Phiếu đã bị sửa sau khi nộp sẽ cho mã khác.',
    },
    ...sessionSeal(data.seal),
    {
      kind: 'table',
      size: 10.5,
      columns: [
        { header: 'TT', width: 5, align: 'center' },
        { header: 'Ủy viên', width: 20 },
        { header: 'Sản phẩm', width: 31 },
        { header: 'Mã niêm phong', width: 44 },
      ],
      rows,
    },
  ];
  return { blocks };
}
