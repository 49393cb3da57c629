import { TRAINING_KINDS } from '#law/training';
import { DateField, formatDay, NumberField, SelectField, TextArea, TextField } from '#ui';
import type { Training } from '../queries.ts';
import { QUALIFIERS } from '../schema.ts';

const ways = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const told = (value: number | null | undefined) => (value == null ? undefined : String(value));

/** What both forms ask of a course. */
export function TrainingFields({ value, acts }: { value?: Training; acts: readonly string[] }) {
  return (
    <>
      <SelectField name="kind" label="Hình thức" value={value?.kind ?? 'class'} choices={ways(TRAINING_KINDS)} />
      <TextArea
        name="subject"
        label="Nội dung"
        hint="Ví dụ: Ghi nhãn hàng hóa và truy xuất nguồn gốc"
        value={value?.subject}
        rows={2}
        maxLength={400}
      />
      <TextField name="organiser" label="Đơn vị tổ chức" value={value?.organiser} maxLength={200} />
      <TextField name="venue" label="Địa điểm" value={value?.venue} maxLength={200} optional />
      <div class="row items-end">
        <DateField name="from" label="Từ ngày" value={value && formatDay(value.from)} />
        <DateField name="to" label="Đến ngày" value={value && formatDay(value.to)} />
      </div>
      <SelectField
        name="qualifier"
        label="Số người ghi là"
        value={value?.qualifier ?? 'exact'}
        choices={ways(QUALIFIERS)}
      />
      <NumberField name="people" label="Số người tham gia" unit="người" value={told(value?.people)} />
      <NumberField
        name="turns"
        label="Số lượt người"
        hint="Một người dự ba buổi là ba lượt. Để trống nếu mỗi người dự một lượt"
        unit="lượt"
        value={told(value?.turns)}
        optional
      />
      <NumberField name="officers" label="Trong đó cán bộ" unit="người" value={told(value?.officers)} optional />
      <NumberField
        name="producers"
        label="Trong đó người của chủ thể"
        unit="người"
        value={told(value?.producers)}
        optional
      />
      <NumberField name="women" label="Trong đó nữ" unit="người" value={told(value?.women)} optional />
      <TextField
        name="act"
        label="Văn bản, kế hoạch"
        hint="Số, ký hiệu trong sổ văn bản"
        value={value?.actLabel}
        offers={acts}
        optional
      />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} maxLength={1000} optional />
    </>
  );
}
