import { TextField } from './field.tsx';

interface CoordinateFieldsProps {
  readonly value: { readonly latitude: number | null; readonly longitude: number | null } | undefined;
}

/** A point on the map, degrees with a decimal comma; both may be left empty. */
export function CoordinateFields({ value }: CoordinateFieldsProps) {
  return (
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
  );
}

const degrees = (value: number | null | undefined) => (value == null ? null : String(value).replace('.', ','));
