import { NumberField, SelectField, TextArea, TextField } from '#ui';
import type { LocalPlace } from '../queries.ts';
import { kindWords } from '../schema.ts';

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));
const degrees = (value: number | null | undefined) => (value == null ? null : String(value).replace('.', ','));

/** What both forms ask: what it is, where it lies, by which paper, its point. */
export function PlaceFields({
  value,
  communes,
}: {
  value?: LocalPlace;
  communes: readonly { value: string; label: string }[];
}) {
  return (
    <>
      <SelectField name="kind" label="Loại" value={value?.kind ?? 'craftVillage'} choices={kinds} />
      <TextField name="name" label="Tên" value={value?.name} />
      <TextField name="craft" label="Nghề, cây trồng, vật nuôi" value={value?.craft} />
      <SelectField name="commune" label="Xã, phường, đặc khu" value={value?.commune} choices={communes} empty="Chọn" />
      <TextField name="recognised" label="Năm hoặc ngày công nhận" value={value?.recognised} width="mid" optional />
      <TextField name="act" label="Văn bản công nhận" value={value?.act} optional />
      <TextArea
        name="plantingCodes"
        label="Mã số vùng trồng"
        hint="Mỗi dòng một mã, ghi như giấy cấp mã"
        value={value?.plantingCodes}
        rows={3}
        optional
      />
      <NumberField name="hectares" label="Diện tích" unit="ha" value={degrees(value?.hectares)} optional />
      <div class="row items-end">
        <TextField
          name="latitude"
          label="Vĩ độ"
          hint="Ví dụ: 20,6467"
          value={degrees(value?.latitude)}
          width="date"
          inputMode="decimal"
          optional
        />
        <TextField
          name="longitude"
          label="Kinh độ"
          hint="Ví dụ: 106,0511"
          value={degrees(value?.longitude)}
          width="date"
          inputMode="decimal"
          optional
        />
      </div>
    </>
  );
}
