/** The 15 kinds of evidence of Form 02, Part III (R3.6). A guide, not a list of compulsory papers: one paper may support many criteria. */

export type EvidenceId =
  | 'E01'
  | 'E02'
  | 'E03'
  | 'E04'
  | 'E05'
  | 'E06'
  | 'E07'
  | 'E08'
  | 'E09'
  | 'E10'
  | 'E11'
  | 'E12'
  | 'E13'
  | 'E14'
  | 'E15';

export interface EvidenceWords {
  readonly id: EvidenceId;
  readonly name: string;
  readonly requirement: string;
  /** Such a paper usually has an end date: ask for it, and show what has lapsed (R3.3). */
  readonly lapses: boolean;
}

export const EVIDENCE: readonly EvidenceWords[] = [
  {
    id: 'E01',
    name: 'Giấy đăng ký kinh doanh',
    requirement: 'Bản sao chứng minh hoạt động kinh doanh hợp pháp (đối với các đơn vị/cá nhân có đăng ký kinh doanh).',
    lapses: false,
  },
  {
    id: 'E02',
    name: 'Giấy chứng nhận cơ sở đủ điều kiện sản xuất',
    requirement: 'Bản sao (đối với sản phẩm cần phải có giấy chứng nhận theo quy định hiện hành).',
    lapses: true,
  },
  {
    id: 'E03',
    name: 'Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi',
    requirement:
      'Giấy xác nhận an toàn thực phẩm đối với vùng nguyên liệu, hợp đồng mua bán, thỏa thuận liên kết, hóa đơn chứng từ hợp lệ.',
    lapses: true,
  },
  {
    id: 'E04',
    name: 'Bảo vệ môi trường, sử dụng công nghệ theo hướng bền vững',
    requirement: 'Bản sao hồ sơ, thủ tục về môi trường; hình ảnh giải pháp bảo vệ môi trường và công nghệ sử dụng.',
    lapses: true,
  },
  {
    id: 'E05',
    name: 'Sử dụng lao động địa phương',
    requirement: 'Danh sách lao động đóng bảo hiểm có xác nhận của chủ thể, bao gồm cả nơi thường trú.',
    lapses: false,
  },
  {
    id: 'E06',
    name: 'Tăng trưởng sản xuất kinh doanh',
    requirement: 'Kết quả phân loại hợp tác xã hoặc báo cáo tài chính 2 năm gần nhất.',
    lapses: false,
  },
  {
    id: 'E07',
    name: 'Sở hữu trí tuệ',
    requirement:
      'Đơn hoặc giấy chứng nhận đăng ký nhãn hiệu; văn bằng ghi nhận quyền sử dụng; bằng sáng chế, kiểu dáng công nghiệp.',
    lapses: true,
  },
  {
    id: 'E08',
    name: 'Phát triển thị trường, xúc tiến thương mại',
    requirement:
      'Hợp đồng, cam kết, ký gửi, đặt hàng, biên nhận, hóa đơn, chứng từ về phân phối, xuất khẩu, xúc tiến thương mại.',
    lapses: true,
  },
  {
    id: 'E09',
    name: 'Quảng bá sản phẩm',
    requirement: 'Tài liệu minh chứng về website, hoạt động quảng bá.',
    lapses: false,
  },
  {
    id: 'E10',
    name: 'Câu chuyện về sản phẩm',
    requirement: 'Bản sao tờ rơi, hình ảnh, phim, ghi âm về câu chuyện của sản phẩm.',
    lapses: false,
  },
  {
    id: 'E11',
    name: 'Công bố chất lượng sản phẩm',
    requirement: 'Bản sao tài liệu chứng minh chất lượng sản phẩm được công bố.',
    lapses: true,
  },
  {
    id: 'E12',
    name: 'Phiếu kết quả kiểm nghiệm chỉ tiêu chất lượng, an toàn thực phẩm',
    requirement: 'Bản sao tài liệu chứng minh đạt tiêu chuẩn chất lượng, an toàn thực phẩm.',
    lapses: true,
  },
  {
    id: 'E13',
    name: 'Mã số mã vạch, tem truy xuất nguồn gốc',
    requirement: 'Bản sao tài liệu chứng minh mã, tem, sở hữu thương hiệu.',
    lapses: true,
  },
  {
    id: 'E14',
    name: 'Hệ thống quản lý chất lượng tiên tiến, kiểm soát chất lượng',
    requirement: 'Bản sao chứng nhận hệ thống quản lý chất lượng tiên tiến.',
    lapses: true,
  },
  {
    id: 'E15',
    name: 'Giải thưởng, bình chọn của các tổ chức uy tín',
    requirement: 'Bản sao tài liệu về các thành tích, giải thưởng, bình chọn.',
    lapses: false,
  },
];

/** The words of a kind of evidence. Undefined for an unknown id. */
export function evidenceWords(id: string): EvidenceWords | undefined {
  return EVIDENCE.find((one) => one.id === id);
}
