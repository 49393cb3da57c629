import { DateField, formatDay, TextField } from '#ui';
import type { Officer } from '../officers-read.ts';

/** What both forms ask of an officer in charge. */
export function OfficerFields({ value, acts }: { value?: Officer; acts: readonly string[] }) {
  return (
    <>
      <TextField name="name" label="Họ và tên" value={value?.name} maxLength={120} width="mid" />
      <TextField
        name="position"
        label="Chức vụ"
        hint="Ví dụ: Công chức Phòng Kinh tế"
        value={value?.position}
        maxLength={200}
      />
      <DateField name="from" label="Phụ trách từ ngày" value={value && formatDay(value.from)} />
      <TextField name="phone" label="Điện thoại" type="tel" value={value?.phone} width="mid" optional />
      <TextField name="email" label="Thư điện tử" type="email" value={value?.email} optional />
      <TextField
        name="act"
        label="Văn bản phân công"
        hint="Số, ký hiệu trong sổ văn bản"
        value={value?.actLabel}
        offers={acts}
        optional
      />
    </>
  );
}
