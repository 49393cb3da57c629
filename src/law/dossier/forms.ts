/** Forms 01, 02 and 03 of Annex III, Decision 26/2026/QĐ-TTg: fields by name, with their printed labels (R3.4, R3.5). */

import { UPDATE_MATTERS } from './changes.ts';

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
const person = (name: string, label: string): FormField => ({
  name,
  label,
  kind: 'text',
  required: true,
  restricted: true,
});
/** What a re-evaluation brings up to date (Art. 6.1.c): printed from the answers of `changes.ts`, where each must be answered. */
const update = (name: string, label: string): FormField => ({
  name,
  label,
  kind: 'long',
  required: false,
  only: 'reEvaluation',
});

/** Fields of the legal representative, on Forms 02 and 03. */
const REPRESENTATIVE: readonly FormField[] = [
  need('representative', 'Họ tên người đại diện theo pháp luật'),
  person('sex', 'Giới tính'),
  person('ethnicity', 'Dân tộc'),
  person('permanentAddress', 'Địa chỉ thường trú'),
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
        need('applicant', 'Tên đơn vị'),
        need('representative', 'Họ tên người đại diện pháp lý'),
        need('position', 'Chức vụ'),
        need('address', 'Địa chỉ liên hệ'),
        need('phone', 'Điện thoại', 'phone'),
        may('email', 'Email', 'email'),
      ],
    },
    { code: '2', title: 'Tên sản phẩm', fields: [need('productName', 'Tên sản phẩm')] },
    { code: '5', title: 'Tài liệu kèm theo', fields: [may('samples', 'Sản phẩm mẫu (số lượng)', 'number')] },
  ],
};

/**
 * Asked beside the forms: who helped to write the dossier, so that no such person judges it (Art. 4.2; council's regulation [?]).
 */
export const HELPER: FormField = may('writer', 'Người, đơn vị đã giúp viết hồ sơ (nếu có)');

export const FORM_02: Form = {
  number: 'Mẫu số 02',
  title: 'Báo cáo tự đánh giá về sản phẩm',
  filledBy: 'producer',
  sections: [
    {
      code: 'I',
      title: 'Thông tin chung',
      fields: [
        need('applicant', 'Tên chủ thể'),
        need('applicantType', 'Loại hình tổ chức'),
        need('address', 'Địa chỉ'),
        need('phone', 'Điện thoại', 'phone'),
        may('email', 'Email', 'email'),
        ...REPRESENTATIVE,
        need('foundedOn', 'Ngày thành lập/đăng ký kinh doanh', 'date'),
        may('registrationNumber', 'Số giấy đăng ký (nếu có)'),
        need('productName', 'Tên sản phẩm/dịch vụ'),
        need('specification', 'Mô tả về quy cách sản phẩm', 'long'),
        may('standard', 'Tiêu chuẩn'),
        may('businessRegistration', 'Giấy đăng ký kinh doanh', 'tick'),
        may('qualityDeclaration', 'Đã công bố chất lượng sản phẩm theo quy định', 'tick'),
        may('foodSafetyCertificate', 'Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm', 'tick'),
        may('productionCertificate', 'Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc', 'tick'),
        may('trademark', 'Giấy chứng nhận đăng ký nhãn hiệu', 'tick'),
        may(
          'geographicalIndication',
          'Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận',
          'tick',
        ),
        may('patent', 'Bằng sáng chế', 'tick'),
        may('industrialDesign', 'Bằng độc quyền kiểu dáng công nghiệp', 'tick'),
        may('copyright', 'Giấy chứng nhận bản quyền tác giả', 'tick'),
        may('otherRight', 'Sở hữu trí tuệ khác (ghi rõ)'),
        need('history', 'Lịch sử hình thành của chủ thể', 'long'),
        need('organisation', 'Cơ cấu tổ chức của chủ thể', 'long'),
      ],
    },
    {
      code: 'II',
      title: 'Kết quả thực hiện phương án sản xuất kinh doanh',
      fields: [
        need('materialArea', 'Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói', 'long'),
        need(
          'qualityChange',
          'Sự thay đổi về chất lượng sản phẩm: tiêu chuẩn, bao bì, nhãn mác, hình thức đóng gói',
          'long',
        ),
        need('market', 'Thị trường phân phối sản phẩm', 'long'),
        need('revenue', 'Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận', 'long'),
      ],
    },
    {
      code: 'III',
      title: 'Đánh giá kết quả thực hiện theo Bộ tiêu chí',
      fields: [
        {
          name: 'changes',
          label: 'Những thay đổi so với sản phẩm OCOP đã được công nhận',
          kind: 'long',
          required: true,
          only: 'upgrade',
        },
        ...UPDATE_MATTERS.map(({ field, label }) => update(field, label)),
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
        need('applicant', 'Tên chủ thể'),
        need('applicantType', 'Loại hình tổ chức'),
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
