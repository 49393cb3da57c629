/** What the decision leaves open about members of an advisory team who work with an account of their own. */
import { article26 } from './answers.ts';

export const ADVICE_SETTINGS = {
  membersAsk: {
    type: 'flag',
    scope: 'system',
    label: 'Thành viên Tổ tư vấn tự gửi đề nghị bổ sung cho chủ thể',
    explain: 'Tắt thì thành viên ghi vào phần thẩm tra, cơ quan của Tổ tư vấn gửi. Quyết định không nói ai gửi.',
    initial: true,
    basis: article26('Điều 7 khoản 3 điểm c'),
  },
} as const;
