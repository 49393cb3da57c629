import type { AnonymousRule } from '#law/anonymous';
import { citation, type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { article, bases } from '#platform/documents/phrases';
import { count } from '#platform/documents/words';
import type { CouncilLevel } from '../level.ts';
import { levelWords } from './level-words.ts';

/** The council's regulation with the decision that issues it (Art. 7.3.b); every number is a setting of this council. */
export interface RegulationData {
  issuance: Issuance;
  level: CouncilLevel;
  /** 'tỉnh Bắc Ninh' */
  province: string;
  authority: string;
  bases: string[];
  actShort: string;
  department: string;
  council: string;
  /** 'Quyết định số 112/QĐ-UBND ngày 12 tháng 3 năm 2026' that established the council. */
  councilAct: string;
  /** Who sits on it by role, in words: ['01 Chủ tịch Hội đồng', '05 Ủy viên']. */
  composition: string[];
  quorumPercent: number;
  chairRequired: boolean;
  spreadLimit: number;
  /** How the marks with stars are judged, in words. */
  gateWords: string;
  /** From whom names of producers and products are kept until the scores are open. */
  anonymous: AnonymousRule;
  /** The vote decides the star instead of the mean. */
  byVote: boolean;
  /** Substitutes of another department may stand in where there is none of the own. */
  anySubstitute: boolean;
  /** How re-evaluations go; null: the council meets. */
  ballot: { days: number; asks: number; meetOnSpread: boolean } | null;
  signature: Signature;
}

export function councilRegulation(data: RegulationData): Paper {
  const words = levelWords(data.level, data.province, data.department);
  const summary = `Ban hành Quy chế hoạt động của ${data.council}`;
  return {
    title: `Quyết định ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Quyết định', summary },
          { kind: 'authority', text: data.authority },
          bases(data.bases),
          { kind: 'heading', text: 'QUYẾT ĐỊNH:', align: 'center' },
          article(
            1,
            `Ban hành kèm theo Quyết định này Quy chế hoạt động của ${data.council} (sau đây gọi là Hội đồng).`,
          ),
          article(2, 'Quyết định này có hiệu lực kể từ ngày ký.'),
          article(
            3,
            `${words.executors}, các thành viên Hội đồng, Tổ tư vấn Hội đồng và các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.`,
          ),
          {
            kind: 'closing',
            recipients: ['Như Điều 3;', words.leaders, 'Lưu: VT, NN.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
      { blocks: rules(data) },
    ],
  };
}

function rules(data: RegulationData): Block[] {
  const { actShort } = data;
  const { clause, head } = levelWords(data.level, data.province, data.department);
  return [
    {
      kind: 'title',
      type: 'Quy chế',
      summary: `Hoạt động của ${data.council}`,
      note: `(Ban hành kèm theo ${citation('Quyết định', data.issuance)})`,
    },
    chapter('Chương I\nQUY ĐỊNH CHUNG'),
    article(
      1,
      `Quy chế này quy định tổ chức, nguyên tắc và cách làm việc của Hội đồng (thành lập theo ${data.councilAct}), áp dụng đối với thành viên Hội đồng, Thư ký và Tổ tư vấn Hội đồng.`,
    ),
    article(2, 'Nguyên tắc làm việc'),
    ...numbered([
      `Hội đồng đánh giá công khai, minh bạch, khách quan theo khoản 2 Điều 4 ${actShort}.`,
      'Mỗi thành viên chấm độc lập trên phiếu đánh giá và chịu trách nhiệm về điểm của mình; không xem được phiếu của người khác trước khi mở phiếu.',
      'Kết quả chỉ tính từ các phiếu đã nộp; không ai nhập thay tổng điểm hoặc hạng sao.',
      ...anonymousRule(data.anonymous),
    ]),
    chapter('Chương II\nTỔ CHỨC CỦA HỘI ĐỒNG'),
    article(3, `Hội đồng gồm: ${data.composition.join('; ')}. Thành viên làm việc theo chế độ kiêm nhiệm.`),
    article(
      4,
      'Chủ tịch Hội đồng triệu tập, chủ trì phiên, chấm điểm, quyết định mở lại phiếu khi có lý do, ký biên bản và báo cáo của Hội đồng. Phó Chủ tịch thay Chủ tịch khi Chủ tịch vắng mặt hoặc không tham gia đánh giá sản phẩm có lợi ích liên quan.',
    ),
    article(
      5,
      'Ủy viên đọc hồ sơ, báo cáo của Tổ tư vấn, chấm điểm và ghi nhận xét. Ủy viên dự khuyết chỉ chấm khi được ghi thay ủy viên vắng mặt ' +
        (data.anySubstitute ? 'cùng cơ quan, không có thì của cơ quan khác.' : 'cùng cơ quan.'),
    ),
    article(
      6,
      'Thư ký chuẩn bị tài liệu, ghi người có mặt, đóng phiên chấm, mở phiếu và lập biên bản. Thư ký không chấm điểm.',
    ),
    article(
      7,
      `Tổ tư vấn đánh giá hồ sơ, đề xuất bổ sung hồ sơ, khảo sát thực tế hoặc kiểm nghiệm khi cần và gửi báo cáo cho Chủ tịch Hội đồng trước phiên, theo điểm c ${clause} ${actShort}.`,
    ),
    chapter('Chương III\nĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM'),
    article(8, 'Hình thức'),
    ...numbered([
      `Hội đồng họp để đánh giá sản phẩm đăng ký lần đầu và nâng hạng, theo điểm d ${clause} ${actShort}.`,
      ...ballotRules(data),
    ]),
    article(
      9,
      `Phiên được tiến hành và kết quả được tính khi có từ ${data.quorumPercent}% thành viên chấm điểm nộp phiếu đối với sản phẩm đó${data.chairRequired ? ', trong đó có Chủ tịch hoặc Phó Chủ tịch Hội đồng' : ''}.`,
    ),
    article(10, 'Chấm điểm'),
    ...numbered([
      `Thành viên chấm trên phiếu đánh giá của bộ sản phẩm tại Phụ lục II ${actShort}; chỉ chọn mức điểm in trên phiếu.`,
      'Phiếu đã nộp được niêm phong bằng mã kiểm và khóa; mỗi lần mở lại đều ghi lý do, bản trước được giữ nguyên.',
      'Phiếu giấy mang mã của từng thành viên và từng sản phẩm; bản đã ký được lưu cùng hồ sơ của phiên.',
    ]),
    article(
      11,
      `Khi hai thành viên chênh nhau quá ${data.spreadLimit} điểm đối với một sản phẩm, Hội đồng thảo luận các tiêu chí gây chênh lệch, rồi chấm lại hoặc ghi lý do giữ kết quả vào biên bản trước khi chốt.`,
    ),
    article(12, 'Kết quả'),
    ...numbered([
      'Điểm của sản phẩm là trung bình cộng tổng điểm của các phiếu đã nộp, không làm tròn khi xét hạng sao.',
      data.byVote
        ? 'Hạng sao là hạng của quá nửa số phiếu, mỗi phiếu theo tổng điểm của phiếu; không hạng nào quá nửa thì theo điểm trung bình. Điểm trung bình được ghi cùng kết quả; dưới 90 điểm thì không xếp 5 sao.'
        : 'Hạng sao xét theo điểm trung bình.',
      `Điều kiện có dấu sao được xét theo: ${data.gateWords.charAt(0).toLowerCase()}${data.gateWords.slice(1)}. Thiếu điều kiện của hạng nào thì không được xếp hạng đó.`,
      'Hồ sơ thuộc trường hợp bị loại in trên phiếu thì không xét hạng sao; biên bản ghi rõ căn cứ và lý do.',
    ]),
    article(
      13,
      'Thành viên có lợi ích liên quan đến chủ thể hoặc sản phẩm phải báo Thư ký, không chấm và không xem hồ sơ, phiếu, kết quả của sản phẩm đó; người này không tính vào số thành viên chấm sản phẩm ấy.',
    ),
    article(
      14,
      `Kết thúc phiên, Thư ký lập biên bản từ số liệu của phiên kèm mã niêm phong của từng phiếu; Hội đồng báo cáo kết quả, đề xuất ${head} theo điểm d ${clause} ${actShort}.`,
    ),
    chapter('Chương IV\nTỔ CHỨC THỰC HIỆN'),
    article(
      15,
      `${data.department} bảo đảm điều kiện làm việc của Hội đồng và lưu hồ sơ của các phiên. Thành viên Hội đồng, Tổ tư vấn thực hiện Quy chế này; có vướng mắc thì báo Chủ tịch Hội đồng xem xét, đề nghị ${head} sửa đổi, bổ sung./.`,
    ),
  ];
}

/** From whom names are kept, and what is judged from instead. */
function anonymousRule(rule: AnonymousRule): string[] {
  if (rule === 'named') return [];
  const whom =
    rule === 'scorers'
      ? 'người chấm, kể cả Chủ tịch và Phó Chủ tịch Hội đồng'
      : 'mọi thành viên Hội đồng, kể cả Thư ký';
  return [
    `Hồ sơ và mẫu sản phẩm mang số mẫu; tên, địa chỉ của chủ thể và tên sản phẩm không nêu với ${whom} cho đến khi mở phiếu. Giấy tờ có tên được che trước khi gửi Hội đồng.`,
  ];
}

/** How re-evaluations are judged: in writing with its term and what turns it into a meeting, or in a meeting. */
function ballotRules({ ballot, spreadLimit, actShort }: RegulationData): string[] {
  const clause = `điểm d khoản 6 Điều 7 ${actShort}`;
  if (ballot === null)
    return [`Đánh giá lại thực hiện ở phiên họp vì nội dung cần thảo luận trực tiếp, theo ${clause}.`];
  return [
    `Đánh giá lại thực hiện bằng lấy ý kiến bằng văn bản; chỉ họp khi có nhiều ý kiến khác nhau hoặc nội dung phức tạp cần thảo luận, và ghi lý do, theo ${clause}.`,
    `Thành viên trả lời trong ${count(ballot.days)} ngày kể từ ngày sau ngày gửi phiếu: nộp phiếu đánh giá, hoặc đề nghị họp và ghi lý do. Thư ký nhắc người chưa trả lời.`,
    `Chuyển sang họp khi có từ ${count(ballot.asks)} thành viên đề nghị họp về một sản phẩm${ballot.meetOnSpread ? ` hoặc hai thành viên chênh nhau quá ${spreadLimit} điểm` : ''}. Phiếu đã nộp được giữ làm bản đầu; biên bản ghi lý do chuyển.`,
  ];
}

const chapter = (text: string): Block => ({ kind: 'heading', text, align: 'center' });
const numbered = (lines: string[]): Block[] =>
  lines.map((line, index): Block => ({ kind: 'text', text: `${index + 1}. ${line}` }));
