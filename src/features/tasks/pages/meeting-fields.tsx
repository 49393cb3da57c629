import { DateField, FileField, formatDay, TextArea, TextField } from '#ui';
import type { Meeting } from '../meetings-read.ts';

/** What both forms ask of a meeting. */
export function MeetingFields({ value, acts }: { value?: Meeting; acts: readonly string[] }) {
  return (
    <>
      <TextField
        name="title"
        label="Cuộc họp"
        hint="Ví dụ: Họp Ban Chỉ đạo Chương trình OCOP quý IV"
        value={value?.title}
        maxLength={300}
      />
      <DateField name="heldOn" label="Ngày họp" value={value && formatDay(value.heldOn)} />
      <TextField name="chairedBy" label="Chủ trì (chức vụ)" value={value?.chairedBy} maxLength={200} optional />
      <TextArea name="words" label="Kết luận chung" value={value?.words} rows={4} maxLength={8000} optional />
      <TextField
        name="act"
        label="Thông báo kết luận"
        hint="Số, ký hiệu trong sổ văn bản"
        value={value?.actLabel}
        offers={acts}
        optional
      />
      <FileField
        name="file"
        label={value?.file ? 'Tệp thay cho tệp đang có' : 'Bản chụp hoặc tệp kết luận'}
        parts="office"
        optional
      />
    </>
  );
}
