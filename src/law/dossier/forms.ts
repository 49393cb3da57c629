/** Forms 01, 02 and 03 of Annex III, Decision 26/2026/QĐ-TTg: fields by name, with their printed labels (R3.4, R3.5). */

export type FieldKind = 'text' | 'long' | 'date' | 'phone' | 'email' | 'tick' | 'number';

export interface FormField {
  /** Name in the dossier's form; the same name in two forms is the same datum, asked once. */
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Blocks submission when empty. */
  readonly required: boolean;
  /** Never public: person, ethnicity, home address (R19.2). */
  readonly restricted?: true;
  /** Asked only of these kinds of application. */
  readonly only?: 'upgrade' | 'reEvaluation';
}

export interface FormSection {
  readonly code: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

export interface Form {
  readonly number: string;
  readonly title: string;
  readonly filledBy: 'producer' | 'commune';
  readonly sections: readonly FormSection[];
}

const need = (name: string, label: string, kind: FieldKind = 'text'): FormField => ({
  name,
  label,
  kind,
  required: true,
});
const may = (name: string, label: string, kind: FieldKind = 'text'): FormField => ({
  name,
  label,
  kind,
  required: false,
});
const person = (name: string, label: string, required: boolean): FormField => ({
  name,
  label,
  kind: 'text',
  required,
  restricted: true,
});

/** Fields of the legal representative, on all three forms. */
const REPRESENTATIVE: readonly FormField[] = [
  need('representativeName', 'Họ tên người đại diện theo pháp luật'),
  person('representativeSex', 'Giới tính', true),
  person('representativeEthnicity', 'Dân tộc', true),
  person('representativeAddress', 'Địa chỉ thường trú', true),
];

export const FORM_01: Form = {
  number: 'Mẫu số 01',
  title: 'Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP',
  filledBy: 'producer',
  sections: [
    {
      code: '1',
      title: 'Thông tin về đơn vị đăng ký',
      fields: [
        need('producerName', 'Tên đơn vị'),
        need('representativeName', 'Họ tên người đại diện pháp lý'),
        need('representativePosition', 'Chức vụ'),
        need('address', 'Địa chỉ liên hệ'),
        need('phone', 'Điện thoại', 'phone'),
        may('email', 'Email', 'email'),
      ],
    },
    { code: '2', title: 'Tên sản phẩm', fields: [need('productName', 'Tên sản phẩm')] },
    { code: '3', title: 'Nhóm sản phẩm đăng ký', fields: [need('productSet', 'Ngành, nhóm, phân nhóm')] },
    { code: '4', title: 'Lần đăng ký đánh giá', fields: [need('kind', 'Lần đầu, nâng hạng hoặc đánh giá lại')] },
    {
      code: '5',
      title: 'Tài liệu kèm theo',
      fields: [
        may('attachments', 'Báo cáo đánh giá về sản phẩm theo Bộ tiêu chí (bản gốc, bản điện tử)'),
        may('sampleCount', 'Sản phẩm mẫu (số lượng)', 'number'),
      ],
    },
    {
      code: '6',
      title: 'Cam đoan',
      fields: [
        need('signedPlace', 'Nơi lập phiếu'),
        need('signedOn', 'Ngày lập phiếu', 'date'),
        need('pledged', 'Cam đoan thông tin đúng sự thật', 'tick'),
      ],
    },
  ],
};

export const FORM_02: Form = {
  number: 'Mẫu số 02',
  title: 'Báo cáo tự đánh giá về sản phẩm',
  filledBy: 'producer',
  sections: [
    {
      code: 'I',
      title: 'Thông tin chung',
      fields: [
        need('producerName', 'Tên chủ thể'),
        need('producerType', 'Loại hình tổ chức'),
        need('address', 'Địa chỉ'),
        need('phone', 'Điện thoại', 'phone'),
        may('email', 'Email', 'email'),
        ...REPRESENTATIVE,
        need('foundedOn', 'Ngày thành lập/đăng ký kinh doanh', 'date'),
        may('registrationNumber', 'Số giấy đăng ký (nếu có)'),
        need('productDescription', 'Tên sản phẩm/dịch vụ, mô tả về quy cách sản phẩm, tiêu chuẩn', 'long'),
        may('hasBusinessRegistration', 'Giấy đăng ký kinh doanh', 'tick'),
        may('hasQualityDeclaration', 'Đã công bố chất lượng sản phẩm theo quy định', 'tick'),
        may('hasFoodSafetyCertificate', 'Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm', 'tick'),
        may('hasProductionCertificate', 'Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc', 'tick'),
        may('hasTrademark', 'Giấy chứng nhận đăng ký nhãn hiệu', 'tick'),
        may(
          'hasUseRight',
          'Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận',
          'tick',
        ),
        may('hasPatent', 'Bằng sáng chế', 'tick'),
        may('hasIndustrialDesign', 'Bằng độc quyền kiểu dáng công nghiệp', 'tick'),
        may('hasCopyright', 'Giấy chứng nhận bản quyền tác giả', 'tick'),
        may('otherProperty', 'Sở hữu trí tuệ khác (ghi rõ)'),
        need('history', 'Lịch sử hình thành của chủ thể', 'long'),
        need('organisation', 'Cơ cấu tổ chức của chủ thể', 'long'),
      ],
    },
    {
      code: 'II',
      title: 'Kết quả thực hiện phương án sản xuất kinh doanh',
      fields: [
        need(
          'rawMaterialAndTechnology',
          'Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói',
          'long',
        ),
        need(
          'qualityChange',
          'Sự thay đổi về chất lượng sản phẩm: tiêu chuẩn, bao bì, nhãn mác, hình thức đóng gói',
          'long',
        ),
        need('market', 'Thị trường phân phối sản phẩm', 'long'),
        need('businessResult', 'Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận', 'long'),
      ],
    },
    {
      code: 'III',
      title: 'Đánh giá kết quả thực hiện theo Bộ tiêu chí',
      fields: [
        {
          name: 'changesSinceRecognition',
          label: 'Những thay đổi so với sản phẩm OCOP đã được công nhận, kèm minh chứng',
          kind: 'long',
          required: true,
          only: 'upgrade',
        },
        {
          name: 'updateSinceRecognition',
          label:
            'Cập nhật sau khi được công nhận: nguyên liệu, công nghệ, bao bì, nhãn mác, công bố chất lượng, kiểm nghiệm, thị trường, sản lượng, doanh thu',
          kind: 'long',
          required: true,
          only: 'reEvaluation',
        },
      ],
    },
    {
      code: 'IV',
      title: 'Kế hoạch sản xuất, kinh doanh',
      fields: [need('plan', 'Định hướng, kế hoạch phát triển sản phẩm, tổ chức sản xuất, thị trường', 'long')],
    },
  ],
};

/** The four matters the commune assesses (Art. 7.2.a), as Form 03 prints them. */
export type CommuneMatter = 'material' | 'labour' | 'idea' | 'identity';

export const COMMUNE_MATTERS: readonly {
  readonly name: CommuneMatter;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    name: 'material',
    label: 'Về sử dụng nguyên liệu địa phương',
    hint: 'Mô tả của chủ thể và tình hình sử dụng nguyên liệu thực tế trên địa bàn xã.',
  },
  {
    name: 'labour',
    label: 'Về sử dụng lao động địa phương',
    hint: 'Mô tả của chủ thể và tình hình sử dụng lao động thực tế trên địa bàn xã.',
  },
  {
    name: 'idea',
    label: 'Nguồn gốc ý tưởng sản phẩm',
    hint: 'Sản phẩm truyền thống hay sản phẩm mới, dựa trên thực tế của địa phương.',
  },
  {
    name: 'identity',
    label: 'Bản sắc/trí tuệ địa phương',
    hint: 'Giá trị văn hóa, tri thức bản địa, kinh nghiệm, phương thức sản xuất tạo nên sự khác biệt.',
  },
];

export const FORM_03: Form = {
  number: 'Mẫu số 03',
  title: 'Báo cáo đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP',
  filledBy: 'commune',
  sections: [
    {
      code: 'I',
      title: 'Thông tin chung về hồ sơ sản phẩm',
      fields: [
        need('producerName', 'Tên chủ thể'),
        need('producerType', 'Loại hình tổ chức'),
        need('address', 'Địa chỉ'),
        ...REPRESENTATIVE,
        need('productName', 'Sản phẩm đăng ký đánh giá'),
      ],
    },
    {
      code: 'II',
      title: 'Đánh giá một số nội dung của hồ sơ sản phẩm',
      fields: COMMUNE_MATTERS.map((one) => need(one.name, one.label, 'long')),
    },
  ],
};
