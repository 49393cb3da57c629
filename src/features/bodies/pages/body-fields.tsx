import { actPaths } from '#features/legal-acts';
import { SelectField, TextArea, TextField } from '#ui';
import type { Body } from '../queries.ts';
import { BODY_KINDS } from '../schema.ts';

/** What both forms ask of a body. */
export function BodyFields({ value, acts }: { value?: Body; acts: readonly string[] }) {
  return (
    <>
      <SelectField
        name="kind"
        label="Loại"
        value={value?.kind ?? 'steering'}
        choices={Object.entries(BODY_KINDS).map(([kind, label]) => ({ value: kind, label }))}
      />
      <TextField
        name="name"
        label="Tên"
        hint="Như trong quyết định, ví dụ: Ban Chỉ đạo Chương trình OCOP xã Tân Hưng"
        value={value?.name}
        maxLength={300}
      />
      <TextField
        name="act"
        label="Quyết định thành lập"
        hint={
          <>
            Số, ký hiệu trong <a href={actPaths.list}>sổ văn bản</a>
          </>
        }
        value={value?.actLabel}
        offers={acts}
        optional
      />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} maxLength={1000} optional />
    </>
  );
}
