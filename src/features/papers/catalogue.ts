/** The papers an office may give its own Word form, and the names it may use in each. */

interface PaperFields {
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

export const PAPER_FIELDS = {
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
} as const satisfies Readonly<Record<string, PaperFields>>;

export type FormPaper = keyof typeof PAPER_FIELDS;
export const FORM_PAPERS = Object.keys(PAPER_FIELDS) as readonly FormPaper[];

type RowsOf<P extends FormPaper> = (typeof PAPER_FIELDS)[P]['rows'];
/** What a paper must give for its form: every field of the catalogue, as texts. */
export type FieldValues<P extends FormPaper> = Readonly<Record<keyof (typeof PAPER_FIELDS)[P]['fields'], string>> & {
  readonly [R in keyof RowsOf<P>]: readonly Readonly<
    Record<RowsOf<P>[R] extends { readonly fields: infer F } ? keyof F & string : never, string>
  >[];
};

interface Used {
  readonly [name: string]: Used;
}

/** Names a form uses that its paper does not have, in the order they stand; `count` of all it uses. */
export function judgeNames(paper: FormPaper, used: Used): { readonly unknown: string[]; readonly count: number } {
  const { fields, rows }: PaperFields = PAPER_FIELDS[paper];
  const unknown = new Set<string>();
  let count = 0;
  const walk = (names: Used, allowed: ReadonlySet<string>) => {
    for (const [name, inside] of Object.entries(names)) {
      count += 1;
      const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
      if (row) walk(inside, new Set([...allowed, ...Object.keys(row.fields)]));
      else if (allowed.has(name)) walk(inside, allowed);
      else unknown.add(name);
    }
  };
  walk(used, new Set(Object.keys(fields)));
  return { unknown: [...unknown], count };
}
