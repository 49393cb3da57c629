import { CoordinateFields, NumberField, SelectField, TextArea, TextField } from '#ui';
import type { LocalPlace } from '../queries.ts';
import { kindWords } from '../schema.ts';

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

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
      <NumberField
        name="hectares"
        label="Diện tích"
        unit="ha"
        value={value?.hectares == null ? null : String(value.hectares).replace('.', ',')}
        optional
      />
      <CoordinateFields value={value} />
    </>
  );
}
