import { type Issuance, officialHead, type Signature, signerOf } from '#platform/documents/issuance';
import type { Block, Paper } from '#platform/documents/paper';
import { addressedTo } from '#platform/documents/phrases';
import { longDate } from '#platform/documents/words';
import type { AgendaProduct, Day, SessionMode } from './data.ts';

/** Invitation to a session, or the request for written opinions when the council does not meet (Art. 7.3.d, 7.6.d). */
export interface InvitationData {
  issuance: Issuance;
  mode: SessionMode;
  /** 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Bắc Ninh' */
  council: string;
  sessionTitle: string;
  guests: string[];
  /** Meeting: day, time '08 giờ 00' and place. Written: day until which sheets are taken. */
  day: Day;
  time: string | null;
  venue: string | null;
  chair: string;
  products: AgendaProduct[];
  /** Where the papers can be read. */
  address: string;
  signature: Signature;
}

export function invitation(data: InvitationData): Paper {
  const meeting = data.mode === 'meeting';
  const subject = meeting
    ? `Dự phiên họp của ${data.council}`
    : `Cho ý kiến bằng văn bản về kết quả đánh giá, phân hạng lại sản phẩm OCOP`;
  return {
    title: `Giấy mời: ${data.sessionTitle}`,
    sections: [
      {
        blocks: [
          officialHead(data.issuance),
          { kind: 'title', type: 'Giấy mời', summary: subject },
          addressedTo('Kính mời', data.guests),
          {
            kind: 'text',
            text: `${data.council} trân trọng kính mời các ông, bà ${meeting ? 'tới dự' : 'tham gia'} ${data.sessionTitle}.`,
          },
          ...(meeting ? meetingLines(data) : writtenLines(data)),
          { kind: 'text', text: [{ text: meeting ? 'Chủ trì: ' : 'Chủ tịch Hội đồng: ', bold: true }, data.chair] },
          { kind: 'text', text: { text: 'Sản phẩm được đánh giá:', bold: true }, keep: true },
          {
            kind: 'table',
            columns: [
              { header: 'TT', width: 6, align: 'center' },
              { header: 'Tên sản phẩm', width: 38 },
              { header: 'Chủ thể', width: 34 },
              { header: 'Mã số sản phẩm', width: 22, align: 'center' },
            ],
            rows: data.products.map((one, index) => [String(index + 1), one.name, one.producer, one.productCode ?? '']),
          },
          {
            kind: 'text',
            text: `Hồ sơ, báo cáo của Tổ tư vấn và phiếu đánh giá có tại ${data.address}. Ủy viên có lợi ích liên quan đến chủ thể của sản phẩm nào thì báo Thư ký Hội đồng để không chấm sản phẩm đó.`,
          },
          {
            kind: 'text',
            text: meeting
              ? 'Rất mong các ông, bà đến dự đúng thời gian và thành phần; trường hợp vắng mặt xin báo Thư ký Hội đồng trước phiên họp./.'
              : 'Phiếu không gửi trong thời hạn được tính là vắng mặt; trường hợp không thể cho ý kiến xin báo Thư ký Hội đồng./.',
          },
          {
            kind: 'closing',
            recipients: ['Như trên;', 'Chủ tịch Hội đồng (để báo cáo);', 'Lưu: VT, hồ sơ Hội đồng.'],
            signers: [signerOf(data.signature)],
          },
        ],
      },
    ],
  };
}

function line(label: string, text: string): Block {
  return { kind: 'text', text: [{ text: `${label}: `, bold: true }, text] };
}

function meetingLines(data: InvitationData): Block[] {
  return [
    line('Thời gian', `${data.time ? `${data.time}, ` : ''}${longDate(data.day)}`),
    line('Địa điểm', data.venue ?? '..............................'),
  ];
}

function writtenLines(data: InvitationData): Block[] {
  return [
    line(
      'Hình thức',
      'lấy ý kiến bằng văn bản; mỗi ủy viên chấm trên phiếu đánh giá của từng sản phẩm, không tổ chức họp.',
    ),
    line('Thời hạn gửi phiếu', `hết ${longDate(data.day)}`),
  ];
}
