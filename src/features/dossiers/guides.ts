import type { EvidenceId } from '#law/dossier';
import type { ExampleShape } from '#ui';

/** A blank the system can fill with what is known of the producer. The law prescribes none of these; they only help. */
export type BlankName = 'materials' | 'labour' | 'story';

/** What a good paper of a kind looks like (U14, U22), in sentences of at most 20 words. */
export interface Guide {
  readonly shape: ExampleShape;
  /** In the order of the numbers of the drawing. */
  readonly words: readonly string[];
  /** Usually photos, not photographed papers: they may be shrunk. */
  readonly photos?: true;
  readonly blank?: BlankName;
}

const GUIDES: Readonly<Record<EvidenceId, Guide>> = {
  E01: {
    shape: 'certificate',
    words: [
      'Tên trên giấy trùng tên chủ thể ghi ở Mẫu số 01.',
      'Ngành, nghề có sản phẩm đăng ký.',
      'Thấy số giấy và ngày cấp, kể cả lần thay đổi gần nhất.',
      'Thấy dấu và chữ ký của nơi cấp.',
    ],
  },
  E02: {
    shape: 'certificate',
    words: [
      'Đúng loại giấy mà sản phẩm phải có.',
      'Địa chỉ là nơi đang sản xuất sản phẩm này.',
      'Thấy ngày hết hạn; còn hạn đến ngày nộp.',
      'Thấy dấu và chữ ký của nơi cấp.',
    ],
  },
  E03: {
    shape: 'contract',
    words: [
      'Hợp đồng, thỏa thuận hoặc hóa đơn mua nguyên liệu chính.',
      'Ghi rõ nơi trồng, nuôi hoặc khai thác.',
      'Ghi khối lượng và thời gian, còn hiệu lực.',
      'Đủ chữ ký của hai bên.',
    ],
    blank: 'materials',
  },
  E04: {
    shape: 'photo',
    words: [
      'Chụp nơi xử lý nước thải, rác thải, hoặc thiết bị sạch.',
      'Chụp ban ngày, đủ sáng, không ngược nắng.',
      'Đứng xa để thấy cả khu vực, rồi chụp gần.',
      'Kèm bản sao hồ sơ, thủ tục về môi trường nếu có.',
    ],
    photos: true,
  },
  E05: {
    shape: 'list',
    words: [
      'Danh sách lao động có đóng bảo hiểm.',
      'Mỗi người một dòng, đủ họ tên.',
      'Ghi nơi thường trú đến thôn, xã.',
      'Chủ thể ký, đóng dấu xác nhận.',
    ],
    blank: 'labour',
  },
  E06: {
    shape: 'results',
    words: [
      'Báo cáo tài chính, hoặc kết quả phân loại hợp tác xã.',
      'Của hai năm gần nhất, mỗi năm một bản.',
      'Thấy doanh thu và lợi nhuận từng năm.',
      'Có chữ ký, dấu của người đại diện.',
    ],
  },
  E07: {
    shape: 'certificate',
    words: [
      'Giấy chứng nhận nhãn hiệu, hoặc đơn đã được nhận.',
      'Mẫu nhãn hiệu giống trên bao bì đang dùng.',
      'Thấy số đơn hoặc số bằng và ngày cấp.',
      'Chủ sở hữu là chủ thể, hoặc có giấy cho dùng.',
    ],
  },
  E08: {
    shape: 'contract',
    words: [
      'Hợp đồng, đơn đặt hàng, hóa đơn bán hàng.',
      'Ghi đúng tên sản phẩm đăng ký.',
      'Của năm nay hoặc năm trước.',
      'Đủ chữ ký của hai bên.',
    ],
  },
  E09: {
    shape: 'screen',
    words: [
      'Thấy địa chỉ trang web hoặc tên trang bán hàng.',
      'Thấy ảnh sản phẩm trên trang.',
      'Thấy tên sản phẩm và tên chủ thể.',
      'Ảnh hội chợ: thấy gian hàng và tên hội chợ.',
    ],
    photos: true,
  },
  E10: {
    shape: 'photo',
    words: [
      'Ảnh người làm, nơi làm, các công đoạn chính.',
      'Chụp ban ngày, rõ nét, không ghép chữ.',
      'Tờ rơi: chụp thẳng, đủ cả hai mặt.',
      'Câu chuyện viết ngắn, có tên người và tên đất.',
    ],
    photos: true,
    blank: 'story',
  },
  E11: {
    shape: 'certificate',
    words: [
      'Bản tự công bố hoặc giấy tiếp nhận công bố.',
      'Tên sản phẩm, quy cách giống trên nhãn.',
      'Thấy số và ngày công bố.',
      'Có chữ ký, dấu của chủ thể hoặc nơi tiếp nhận.',
    ],
  },
  E12: {
    shape: 'results',
    words: [
      'Phiếu của phòng thử nghiệm được công nhận.',
      'Tên mẫu thử đúng tên sản phẩm.',
      'Đủ các chỉ tiêu ghi trong bản công bố, có mức và kết quả.',
      'Thấy ngày trả kết quả, dấu và chữ ký; đủ mọi trang.',
    ],
  },
  E13: {
    shape: 'certificate',
    words: [
      'Giấy chứng nhận quyền dùng mã số mã vạch.',
      'Tên chủ sở hữu là chủ thể.',
      'Còn hạn đến ngày nộp.',
      'Kèm ảnh nhãn có mã vạch, tem truy xuất quét được.',
    ],
  },
  E14: {
    shape: 'certificate',
    words: [
      'Chứng nhận như HACCP, ISO 22000, GMP, VietGAP.',
      'Phạm vi chứng nhận có sản phẩm này.',
      'Còn hạn đến ngày nộp.',
      'Thấy tên và dấu của nơi chứng nhận.',
    ],
  },
  E15: {
    shape: 'certificate',
    words: [
      'Bằng khen, giải thưởng, giấy chứng nhận bình chọn.',
      'Ghi đúng tên sản phẩm hoặc tên chủ thể.',
      'Thấy năm và số quyết định.',
      'Thấy dấu và chữ ký của nơi trao.',
    ],
  },
};

/** The guide of a kind of evidence; undefined for an unknown id. */
export function guideOf(kind: string): Guide | undefined {
  return Object.hasOwn(GUIDES, kind) ? GUIDES[kind as EvidenceId] : undefined;
}

/** Kinds that are usually photos of things, not of papers. */
export const PHOTO_KINDS: readonly string[] = Object.entries(GUIDES).flatMap(([id, { photos }]) =>
  photos ? [id] : [],
);
