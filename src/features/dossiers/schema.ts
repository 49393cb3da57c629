import { z } from 'zod';
import type { UpdateMatter } from '#law/dossier';
import { type State, stateWords } from '#law/moves';
import { dossierStates } from '#law/moves/dossier';
import { choice, day, file, flag, integer, text, uuid } from '#platform/http/fields';

/** States of a dossier, as the law's table of moves names them. */
export type DossierState = State<'dossier'>;
/** States with no further way on: a product whose dossiers all stand there may begin another. */
export const ENDED_STATES = (Object.keys(dossierStates) as DossierState[]).filter(
  (state) => stateWords('dossier', state).final === true,
);

/** What is applied for; exactly one (R2.5). */
export const applicationKinds = { first: 'Lần đầu', upgrade: 'Nâng hạng', reEvaluation: 'Đánh giá lại' } as const;
export type ApplicationKind = keyof typeof applicationKinds;

const short = (label: string, hint?: string) => text({ label, max: 300, ...(hint ? { hint } : {}) }).optional();
const long = (label: string, hint?: string) =>
  text({ label, max: 8000, lines: 'many', ...(hint ? { hint } : {}) }).optional();

/** Form 01 and Form 02 part I (R3.4, R3.5): who applies, with what. */
export const generalPart = z.strictObject({
  applicant: short('Tên chủ thể'),
  applicantType: short('Loại hình tổ chức'),
  address: short('Địa chỉ'),
  phone: short('Điện thoại'),
  email: short('Thư điện tử'),
  representative: short('Người đại diện pháp luật'),
  position: short('Chức vụ'),
  sex: choice({ female: 'Nữ', male: 'Nam' }, { label: 'Giới tính' }).optional(),
  ethnicity: short('Dân tộc'),
  permanentAddress: short('Địa chỉ thường trú'),
  foundedOn: short('Ngày thành lập hoặc đăng ký kinh doanh'),
  registrationNumber: short('Số giấy đăng ký'),
  productName: short('Tên sản phẩm hoặc dịch vụ'),
  specification: long('Quy cách sản phẩm', 'Ví dụ: túi 500 g, 20 túi một thùng'),
  standard: short('Tiêu chuẩn công bố'),
  businessRegistration: flag({ label: 'Giấy đăng ký kinh doanh' }),
  qualityDeclaration: flag({ label: 'Đã công bố chất lượng sản phẩm' }),
  foodSafetyCertificate: flag({ label: 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm' }),
  productionCertificate: flag({ label: 'Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc khác' }),
  trademark: flag({ label: 'Giấy chứng nhận đăng ký nhãn hiệu' }),
  geographicalIndication: flag({
    label: 'Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận',
  }),
  patent: flag({ label: 'Bằng sáng chế' }),
  industrialDesign: flag({ label: 'Bằng độc quyền kiểu dáng công nghiệp' }),
  copyright: flag({ label: 'Giấy chứng nhận bản quyền tác giả' }),
  otherRight: short('Quyền sở hữu trí tuệ khác'),
  history: long('Lịch sử hình thành của chủ thể'),
  organisation: long('Cơ cấu tổ chức của chủ thể'),
  samples: short('Số sản phẩm mẫu gửi kèm'),
  writer: short('Người, đơn vị đã giúp viết hồ sơ'),
});

/** Form 02 part II: results of the business plan. */
export const resultsPart = z.strictObject({
  materialArea: long('Vùng nguyên liệu, công nghệ sản xuất, chế biến, đóng gói'),
  qualityChange: long('Sự thay đổi về chất lượng, bao bì, nhãn mác'),
  market: long('Thị trường phân phối sản phẩm'),
  revenue: long('Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận'),
});

/** Form 02 part IV: what the producer will do next. */
export const planPart = z.strictObject({ plan: long('Định hướng, kế hoạch sản xuất, kinh doanh') });

const proof = z
  .array(uuid({ label: 'Minh chứng' }))
  .max(40)
  .default([]);
const matter = z
  .strictObject({
    answer: choice({ same: 'Không thay đổi', changed: 'Có thay đổi' }, { label: 'Thay đổi' }).optional(),
    words: long('Thay đổi thế nào, kết quả ra sao'),
    papers: proof,
  })
  .optional();

/** What changed since recognition: the list of an upgrade (R3.2), the nine matters and the papers of a re-evaluation (R3.3). */
export const changesPart = z.strictObject({
  changes: z
    .array(z.strictObject({ what: text({ label: 'Thay đổi', max: 2000, lines: 'many' }), papers: proof }))
    .max(40)
    .default([]),
  matters: z
    .strictObject({
      material: matter,
      technology: matter,
      packaging: matter,
      label: matter,
      declaration: matter,
      tests: matter,
      market: matter,
      output: matter,
      revenue: matter,
    } satisfies Record<UpdateMatter, typeof matter>)
    .default({}),
  unrenewed: z
    .record(z.string().max(10), text({ label: 'Lý do chưa thay', max: 1000, lines: 'many' }).optional())
    .default({}),
});

/** Parts of the form, as they are saved one by one. */
export const formParts = { general: generalPart, results: resultsPart, changes: changesPart, plan: planPart } as const;
export type FormPart = keyof typeof formParts;
export type DossierForm = {
  readonly general?: z.output<typeof generalPart>;
  readonly results?: z.output<typeof resultsPart>;
  readonly changes?: z.output<typeof changesPart>;
  readonly plan?: z.output<typeof planPart>;
};

/** Criterion code → option id, or a list where several may be ticked. */
export const answers = z.record(z.string().max(20), z.union([z.string().max(40), z.array(z.string().max(40)).max(40)]));
export type Answers = z.output<typeof answers>;

/** What is told back of a dossier after an act. */
export const dossierRow = z.object({
  id: uuid(),
  state: z.string(),
  version: z.int(),
  draftVersion: z.int(),
});
export type DossierRow = z.output<typeof dossierRow>;

/** Starts a dossier: for a product of the registry, or for one that is named now. */
export const startDossier = z.strictObject({
  producer: uuid({ label: 'Chủ thể' }),
  kind: choice(applicationKinds, { label: 'Lần đăng ký đánh giá' }),
  product: uuid({ label: 'Sản phẩm' }).optional(),
  newProduct: text({ label: 'Tên sản phẩm mới', max: 200 }).optional(),
  productSet: text({ label: 'Bộ sản phẩm', max: 40 }),
  onBehalf: flag({ label: 'Nhập hộ từ hồ sơ giấy' }).default(false),
  signedForm: file({ label: 'Phiếu đăng ký đã ký (bản chụp hoặc quét)' }).optional(),
});

/** The form the producer has signed on paper, for a dossier an officer enters (R3.9). */
export const attachSignedForm = z.strictObject({ id: uuid(), file: file({ label: 'Phiếu đăng ký đã ký' }) });

export const saveGeneral = z.strictObject({ id: uuid(), ...generalPart.shape });
export const saveResults = z.strictObject({ id: uuid(), ...resultsPart.shape });
export const saveChanges = z.strictObject({ id: uuid(), ...changesPart.shape });
export const savePlan = z.strictObject({ id: uuid(), ...planPart.shape });

/** The self-score as it stands now: the whole sheet, every time. `attach`: the criterion to attach a paper to next. */
export const saveAnswers = z.strictObject({
  id: uuid(),
  attach: text({ label: 'Gắn minh chứng cho tiêu chí', max: 20 }).optional(),
  answers: answers.default({}),
  notes: z.record(z.string().max(20), text({ label: 'Giải trình', min: 0, max: 3000, lines: 'many' })).default({}),
});

/** A paper for the wallet, cited in this dossier at once (R3.6); with a criterion, it supports it. */
export const addDossierPaper = z.strictObject({
  id: uuid(),
  kind: text({ label: 'Loại giấy tờ', max: 40 }),
  title: text({ label: 'Tên giấy tờ', max: 300 }),
  number: short('Số, ký hiệu'),
  issuer: short('Nơi cấp'),
  issuedOn: day({ label: 'Ngày cấp' }).optional(),
  endsOn: day({ label: 'Ngày hết hạn' }).optional(),
  file: file({ label: 'Giấy tờ' }),
  criterion: text({ label: 'Tiêu chí', max: 20 }).optional(),
});
export const citePaper = z.strictObject({
  id: uuid(),
  paper: uuid({ label: 'Giấy tờ' }),
  criterion: text({ label: 'Tiêu chí', max: 20 }).optional(),
  /** The list the act was done from; changes nothing. */
  kind: text({ label: 'Loại giấy tờ', max: 40 }).optional(),
});
export const uncitePaper = z.strictObject(citePaper.shape);

/** Several pictures of one thing, each a paper of its own (U16). */
export const addDossierPhotos = z.strictObject({
  id: uuid(),
  kind: text({ label: 'Loại giấy tờ', max: 40 }),
  title: text({ label: 'Tên chung của các ảnh', max: 280 }),
  photos: z
    .array(file({ label: 'Ảnh', takes: 'picture' }))
    .min(1, 'Chọn ít nhất một ảnh')
    .max(20, 'Mỗi lần nhiều nhất 20 ảnh')
    .meta({ label: 'Ảnh' }),
  criterion: text({ label: 'Tiêu chí', max: 20 }).optional(),
});
export const movePaper = z.strictObject({
  ...citePaper.shape,
  way: choice({ up: 'Lên', down: 'Xuống' }, { label: 'Chuyển' }),
});
export const turnPaper = z.strictObject(citePaper.shape);
export const replacePaper = z.strictObject({
  ...citePaper.shape,
  number: short('Số, ký hiệu'),
  issuedOn: day({ label: 'Ngày cấp' }).optional(),
  endsOn: day({ label: 'Ngày hết hạn' }).optional(),
  file: file({ label: 'Tệp thay' }),
});

export const submitDossier = z.strictObject({
  id: uuid(),
  /** Version of the content that was read before submitting; the form always sends it. */
  draftVersion: integer({ label: 'Phiên bản nội dung', min: 1, max: 1_000_000_000 }).optional(),
  truthful: flag({ label: 'Cam đoan nội dung là đúng sự thật' }),
});
export const withdrawDossier = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do rút hồ sơ', max: 2000, lines: 'many' }),
});
