import { SelectField, TextField } from '#ui';
import { ALL_UNITS } from '../schema.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
const choicesOf = (rows: readonly Named[]) => rows.map(({ id, name }) => ({ value: id, label: name }));

/** Who has to do a task: a unit, a body, or an office by words; `at`: before the names, where a form gives several. */
export function OwnerFields({
  units,
  bodies,
  at = '',
  all,
}: {
  units: readonly Named[];
  bodies: readonly Named[];
  at?: string;
  /** Words of the choice of every unit, where the form takes it. */
  all?: string;
}) {
  return (
    <>
      <SelectField
        name={`${at}unit`}
        label="Giao cho"
        choices={[...(all === undefined ? [] : [{ value: ALL_UNITS, label: all }]), ...choicesOf(units)]}
        empty={bodies.length > 0 ? 'Ban, tổ, cơ quan khác' : 'Cơ quan khác, ghi ở dưới'}
        optional="sometimes"
      />
      {bodies.length > 0 && (
        <SelectField
          name={`${at}ownerBody`}
          label="Ban, tổ"
          choices={choicesOf(bodies)}
          empty="Không giao cho ban, tổ"
          optional="sometimes"
        />
      )}
      <TextField
        name={`${at}owner`}
        label="Cơ quan khác"
        hint="Khi cơ quan ấy không dùng hệ thống, ví dụ: Sở Công Thương"
        optional="sometimes"
      />
    </>
  );
}
