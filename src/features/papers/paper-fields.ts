// The papers an office may give its own Word form, and the names it may use in each. Long because it is one table.

import { FILED_PAPER_FIELDS } from './filed-paper-fields.ts';

export interface PaperFields {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Lists: repeated between {{#name}} and {{/name}}. */
  readonly rows: Readonly<
    Record<string, { readonly words: string; readonly fields: Readonly<Record<string, string>> }>
  >;
}

const OFFICE = {
  tinh: 'Tỉnh, thành phố (chữ thường: tỉnh Hưng Yên)',
  coQuan: 'Cơ quan ban hành',
  diaDanh: 'Địa danh',
  so: 'Số văn bản, để trống khi chưa cấp',
  ngay: 'Ngày tháng năm, có chỗ trống khi chưa cấp',
} as const;

const PRODUCTS = {
  sanPham: {
    words: 'Danh sách sản phẩm',
    fields: {
      tt: 'Số thứ tự',
      tenSanPham: 'Tên sản phẩm',
      chuThe: 'Chủ thể',
      diaChi: 'Địa chỉ',
      maSo: 'Mã số sản phẩm',
      lanDangKy: 'Lần đầu, nâng hạng, đánh giá lại',
      diem: 'Điểm trung bình',
      sao: 'Hạng sao',
    },
  },
} as const;

const SIGNING = {
  thamQuyen: 'Các dòng thẩm quyền ký, viết hoa',
  nguoiKy: 'Họ tên người ký, để trống khi chưa ký',
} as const;

const DECISION = {
  ...OFFICE,
  trichYeu: 'Trích yếu',
  canCu: 'Các căn cứ, mỗi căn cứ một dòng',
  dot: 'Đợt hoặc phiên đánh giá',
  soSanPham: 'Số sản phẩm trong danh sách',
  noiNhan: 'Nơi nhận, mỗi nơi một dòng',
  ...SIGNING,
} as const;

const SESSION = {
  hoiDong: 'Tên Hội đồng',
  quyetDinh: 'Quyết định thành lập Hội đồng',
  phien: 'Tên phiên',
  hinhThuc: 'Họp hoặc lấy ý kiến bằng văn bản',
  ngayHop: 'Ngày họp',
  soSanPham: 'Số sản phẩm đã đánh giá',
} as const;

const PERSON = {
  tt: 'Số thứ tự',
  hoTen: 'Họ và tên',
  chucVu: 'Chức vụ, đơn vị công tác',
  nhiemVu: 'Nhiệm vụ',
} as const;

const RESULTS = {
  ketQua: {
    words: 'Kết quả từng sản phẩm',
    fields: {
      tt: 'Số thứ tự',
      tenSanPham: 'Tên sản phẩm',
      chuThe: 'Chủ thể',
      maSo: 'Mã số sản phẩm',
      lanDangKy: 'Lần đầu, nâng hạng, đánh giá lại',
      diemUyVien: 'Điểm của từng ủy viên',
      diem: 'Điểm trung bình',
      theoDiem: 'Hạng theo điểm',
      sao: 'Hạng sau khi xét điều kiện',
      conThieu: 'Điều kiện còn thiếu',
      ketLuan: 'Kết luận',
    },
  },
} as const;

export const PAPER_FIELDS = {
  ...FILED_PAPER_FIELDS,
  'to-trinh': {
    name: 'Tờ trình',
    fields: {
      ...OFFICE,
      dot: 'Đợt hoặc phiên đánh giá',
      canCu: 'Các căn cứ, mỗi căn cứ một dòng',
      hoiDong: 'Tên Hội đồng',
      bienBan: 'Biên bản của Hội đồng',
      soDanhGia: 'Số sản phẩm Hội đồng đã đánh giá',
      soSanPham: 'Số sản phẩm trong danh sách',
      ...SIGNING,
    },
    rows: PRODUCTS,
  },
  'quyet-dinh': {
    name: 'Quyết định công nhận',
    fields: { ...DECISION, thoiHan: 'Số tháng giấy chứng nhận có giá trị' },
    rows: PRODUCTS,
  },
  'phe-duyet': { name: 'Quyết định phê duyệt kết quả tiềm năng 5 sao', fields: DECISION, rows: PRODUCTS },
  'thong-bao': {
    name: 'Thông báo kết quả',
    fields: {
      ...OFFICE,
      xa: 'Xã, phường (chữ thường)',
      hoiDong: 'Tên Hội đồng',
      dot: 'Đợt đánh giá',
      tenSanPham: 'Tên sản phẩm',
      chuThe: 'Chủ thể',
      diaChi: 'Địa chỉ',
      maSo: 'Mã số sản phẩm',
      lanDangKy: 'Lần đầu, nâng hạng, đánh giá lại',
      diem: 'Điểm trung bình',
      ketQua: 'Kết quả bằng lời',
      ...SIGNING,
    },
    rows: {},
  },
  'giay-moi': {
    name: 'Giấy mời họp Hội đồng',
    fields: {
      ...OFFICE,
      hoiDong: 'Tên Hội đồng',
      phien: 'Tên phiên',
      hinhThuc: 'Họp hoặc lấy ý kiến bằng văn bản',
      ngayHop: 'Ngày họp hoặc hạn gửi phiếu',
      diaDiem: 'Địa điểm',
      chuTri: 'Người chủ trì',
      thanhPhan: 'Thành phần mời, mỗi dòng một mục',
      ...SIGNING,
    },
    rows: {
      sanPham: {
        words: 'Danh sách sản phẩm',
        fields: { tt: 'Số thứ tự', tenSanPham: 'Tên sản phẩm', chuThe: 'Chủ thể', maSo: 'Mã số sản phẩm' },
      },
    },
  },
  'bien-ban': {
    name: 'Biên bản phiên',
    fields: {
      ...OFFICE,
      ...SESSION,
      coMat: 'Người có mặt, mỗi người một dòng',
      vangMat: 'Người vắng mặt, mỗi người một dòng',
      tranhCham: 'Người không chấm do có lợi ích liên quan, mỗi người một dòng',
      dieuKien: 'Điều kiện tiến hành theo Quy chế',
      toTuVan: 'Báo cáo của Tổ tư vấn',
      soAnDanh: 'Sản phẩm của từng số ẩn danh, để trống khi chấm có tên',
      yKien: 'Ý kiến thảo luận',
      chenhLech: 'Chênh lệch điểm và cách xử lý',
      biLoai: 'Hồ sơ bị loại',
      niemPhong: 'Mã niêm phong của phiên',
      thuKy: 'Thư ký',
      chuTich: 'Người chủ trì',
    },
    rows: RESULTS,
  },
  'bang-diem': {
    name: 'Bảng điểm tổng hợp',
    fields: {
      diaDanh: OFFICE.diaDanh,
      ngay: 'Ngày họp, có chỗ trống khi chưa định',
      hoiDong: SESSION.hoiDong,
      phien: SESSION.phien,
      uyVien: 'Ủy viên theo thứ tự các cột điểm',
      thuKy: 'Thư ký',
      chuTich: 'Người chủ trì',
    },
    rows: RESULTS,
  },
  'bao-cao': {
    name: 'Báo cáo của Hội đồng',
    fields: {
      ...OFFICE,
      ...SESSION,
      bienBan: 'Biên bản của phiên',
      yKien: 'Ý kiến thảo luận và ghi chú khi đề xuất',
      deNghi: 'Sản phẩm đề nghị công nhận, mỗi sản phẩm một dòng',
      tiemNang: 'Sản phẩm tiềm năng 5 sao, mỗi sản phẩm một dòng',
      chenhLech: 'Chênh lệch điểm và cách xử lý',
      biLoai: 'Hồ sơ bị loại',
      ...SIGNING,
    },
    rows: RESULTS,
  },
  'gui-bo': {
    name: 'Văn bản gửi Bộ',
    fields: { ...OFFICE, pheDuyet: 'Quyết định phê duyệt kết quả', ...SIGNING },
    rows: {
      ...PRODUCTS,
      thanhPhan: { words: 'Thành phần bộ hồ sơ', fields: { ten: 'Tên giấy tờ', co: 'Số, ngày hoặc chưa có' } },
    },
  },
  'keo-dai': {
    name: 'Thông báo kéo dài hiệu lực',
    fields: {
      ...OFFICE,
      xa: 'Xã, phường (chữ thường)',
      giayChungNhan: 'Số giấy chứng nhận',
      tenSanPham: 'Tên sản phẩm',
      chuThe: 'Chủ thể',
      diaChi: 'Địa chỉ',
      hetHan: 'Ngày hết hạn',
      nopHoSo: 'Ngày nộp hồ sơ đánh giá lại',
      tuNgay: 'Kéo dài từ ngày',
      denNgay: 'Không quá ngày',
      ...SIGNING,
    },
    rows: {},
  },
  'thu-hoi': {
    name: 'Quyết định thu hồi giấy chứng nhận',
    fields: {
      ...OFFICE,
      canCu: 'Căn cứ, mỗi dòng một căn cứ',
      lyDo: 'Lý do thu hồi theo khoản 1 Điều 8',
      giayChungNhan: 'Số giấy chứng nhận',
      tenSanPham: 'Tên sản phẩm',
      chuThe: 'Chủ thể',
      diaChi: 'Địa chỉ',
      sao: 'Hạng sao',
      quyetDinhCongNhan: 'Quyết định công nhận',
      ...SIGNING,
    },
    rows: {},
  },
  'mau-03': {
    name: 'Báo cáo đánh giá của xã (Mẫu số 03)',
    fields: {
      ...OFFICE,
      xa: 'Xã, phường (chữ thường)',
      tenSanPham: 'Tên sản phẩm',
      chuThe: 'Chủ thể',
      loaiHinh: 'Loại hình chủ thể',
      diaChi: 'Địa chỉ',
      nguyenLieu: 'Nguồn gốc sản phẩm, nguyên liệu địa phương',
      laoDong: 'Sử dụng lao động địa phương',
      yTuong: 'Nguồn gốc ý tưởng sản phẩm',
      banSac: 'Bản sắc, trí tuệ địa phương',
      ...SIGNING,
    },
    rows: {},
  },
  'thanh-lap': {
    name: 'Quyết định thành lập Hội đồng',
    fields: {
      ...OFFICE,
      canCu: 'Các căn cứ, mỗi căn cứ một dòng',
      thuongTruc: 'Cơ quan thường trực',
      ...SIGNING,
    },
    rows: {
      hoiDong: { words: 'Thành viên Hội đồng', fields: PERSON },
      toTuVan: { words: 'Thành viên Tổ tư vấn', fields: PERSON },
    },
  },
  'quy-che': {
    name: 'Quy chế hoạt động của Hội đồng',
    fields: {
      ...OFFICE,
      canCu: 'Các căn cứ, mỗi căn cứ một dòng',
      hoiDong: SESSION.hoiDong,
      quyetDinh: SESSION.quyetDinh,
      thanhPhan: 'Thành phần, mỗi loại một dòng',
      tyLe: 'Tỷ lệ phiếu tối thiểu',
      chuTri: 'Yêu cầu có người chủ trì, để trống khi không yêu cầu',
      chenhLech: 'Chênh lệch điểm phải xử lý',
      dauSao: 'Cách xét dấu sao',
      cachXepHang: 'Theo điểm trung bình hoặc biểu quyết',
      anDanh: 'Hồ sơ ẩn danh với ai, để trống khi không ẩn danh',
      hanYKien: 'Thời hạn gửi ý kiến bằng văn bản, để trống khi họp',
      ...SIGNING,
    },
    rows: {},
  },
  'to-tu-van': {
    name: 'Báo cáo của Tổ tư vấn',
    fields: { ...OFFICE, hoiDong: SESSION.hoiDong, phien: SESSION.phien, ...SIGNING },
    rows: {
      sanPham: {
        words: 'Danh sách sản phẩm',
        fields: {
          tt: 'Số thứ tự',
          tenSanPham: 'Tên sản phẩm',
          chuThe: 'Chủ thể',
          maSo: 'Mã số sản phẩm',
          danhGia: 'Đánh giá của Tổ tư vấn',
          khaoSat: 'Khảo sát thực tế',
          yeuCau: 'Giấy tờ, kiểm nghiệm đã yêu cầu',
        },
      },
    },
  },
  'de-nghi': {
    name: 'Văn bản đề nghị của xã',
    fields: { ...OFFICE, xa: 'Xã, phường (chữ thường)', noiGui: 'Cơ quan nhận', ...SIGNING },
    rows: {
      sanPham: {
        words: 'Danh sách sản phẩm',
        fields: {
          tt: 'Số thứ tự',
          tenSanPham: 'Tên sản phẩm',
          chuThe: 'Chủ thể',
          phanLoai: 'Ngành, nhóm, phân nhóm',
          maSo: 'Mã số sản phẩm',
          sanPhamMau: 'Số sản phẩm mẫu',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, PaperFields>>;
