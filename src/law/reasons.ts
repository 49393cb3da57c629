/** Typical reasons for returning a dossier: to pick and edit, so that every producer reads the same plain words (U24). */
import { article26, type Basis } from './answers.ts';

export interface ReturnReason {
  readonly id: string;
  readonly text: string;
  /** What it is about: a form, a kind of evidence, the self-score, or the dossier as a whole. */
  readonly about: 'form' | 'paper' | 'answers' | 'samples' | 'dossier';
  readonly basis: Basis;
}

const FORMS = article26('Điều 6 khoản 1');
const FORM_02 = article26('Phụ lục III Mẫu số 02');

export const RETURN_REASONS: readonly ReturnReason[] = [
  { id: 'formIncomplete', text: 'Phiếu đăng ký chưa ghi đủ. Bổ sung các mục còn trống.', about: 'form', basis: FORMS },
  {
    id: 'formUnsigned',
    text: 'Phiếu đăng ký chưa có chữ ký của người đại diện. Ký rồi nộp lại.',
    about: 'form',
    basis: FORMS,
  },
  {
    id: 'reportThin',
    text: 'Báo cáo tự đánh giá chưa mô tả kết quả theo tiêu chí. Bổ sung phần mô tả.',
    about: 'form',
    basis: FORM_02,
  },
  {
    id: 'changesMissing',
    text: 'Hồ sơ nâng hạng chưa nêu những thay đổi so với lần công nhận trước. Bổ sung kèm minh chứng.',
    about: 'form',
    basis: article26('Điều 6 khoản 1 điểm b'),
  },
  {
    id: 'updateMissing',
    text: 'Hồ sơ đánh giá lại chưa cập nhật nguyên liệu, công nghệ, thị trường, doanh thu. Bổ sung phần cập nhật.',
    about: 'form',
    basis: article26('Điều 6 khoản 1 điểm c'),
  },
  {
    id: 'wrongSet',
    text: 'Chọn sai bộ sản phẩm. Chọn lại theo danh mục phân loại.',
    about: 'dossier',
    basis: article26('Phụ lục I'),
  },
  {
    id: 'producerType',
    text: 'Loại hình chủ thể chưa đúng đối tượng tham gia. Bổ sung giấy đăng ký kinh doanh.',
    about: 'dossier',
    basis: article26('Điều 2 khoản 3'),
  },
  {
    id: 'paperBlurred',
    text: 'Ảnh giấy tờ mờ hoặc thiếu trang. Chụp lại đủ trang, rõ chữ.',
    about: 'paper',
    basis: FORM_02,
  },
  {
    id: 'paperLapsed',
    text: 'Giấy tờ đã hết hạn. Thêm bản còn hạn.',
    about: 'paper',
    basis: article26('Điều 6 khoản 1 điểm c'),
  },
  {
    id: 'paperOfAnother',
    text: 'Giấy tờ đứng tên tổ chức, cá nhân khác. Thêm giấy đứng tên chủ thể.',
    about: 'paper',
    basis: FORM_02,
  },
  {
    id: 'foodSafety',
    text: 'Thiếu giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm. Bổ sung giấy còn hạn.',
    about: 'paper',
    basis: article26('Phụ lục II'),
  },
  {
    id: 'declaration',
    text: 'Thiếu bản công bố chất lượng sản phẩm. Bổ sung bản công bố.',
    about: 'paper',
    basis: FORM_02,
  },
  {
    id: 'testReport',
    text: 'Thiếu phiếu kiểm nghiệm theo chỉ tiêu đã công bố. Bổ sung phiếu kiểm nghiệm.',
    about: 'paper',
    basis: FORM_02,
  },
  {
    id: 'origin',
    text: 'Chưa chứng minh nguồn gốc nguyên liệu. Bổ sung hợp đồng, hóa đơn hoặc xác nhận vùng nguyên liệu.',
    about: 'paper',
    basis: FORM_02,
  },
  {
    id: 'labour',
    text: 'Danh sách lao động chưa ghi nơi thường trú. Bổ sung danh sách có xác nhận của chủ thể.',
    about: 'paper',
    basis: FORM_02,
  },
  {
    id: 'answersUnproven',
    text: 'Điểm tự chấm chưa có minh chứng. Gắn minh chứng vào từng tiêu chí.',
    about: 'answers',
    basis: FORM_02,
  },
  {
    id: 'samplesMissing',
    text: 'Chưa đủ sản phẩm mẫu. Gửi đủ số mẫu đến xã.',
    about: 'samples',
    basis: article26('Điều 6 khoản 2 điểm d'),
  },
];
