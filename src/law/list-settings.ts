/** How long lists leave the system: no law says it, an office decides. */
import { article26 } from './answers.ts';

export const LIST_SETTINGS = {
  listRowsAtOnce: {
    type: 'number',
    scope: 'system',
    label: 'Danh sách tải ngay có nhiều nhất',
    explain:
      'Quyết định không quy định. Danh sách dài hơn được lập thành tệp trong lúc người dùng làm việc khác, khi xong có tin báo.',
    initial: 20_000,
    min: 10,
    max: 1_000_000,
    unit: 'dòng',
    basis: article26('Điều 10'),
  },
  listFileDays: {
    type: 'number',
    scope: 'system',
    label: 'Giữ tệp danh sách đã lập',
    explain: 'Quyết định không quy định. Hết số ngày này tệp tự xóa; lập lại được bất cứ lúc nào.',
    initial: 7,
    min: 1,
    max: 90,
    unit: 'ngày',
    basis: article26('Điều 10'),
  },
} as const;
