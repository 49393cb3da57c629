import { DateField, FileField, formatDay, SelectField, TextArea, TextField, Tick } from '#ui';
import type { Act } from '../queries.ts';
import { ACT_KINDS, ACT_LEVELS } from '../schema.ts';

const ways = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const shown = (day: string | null | undefined) => (day == null ? undefined : formatDay(day));

/** What both forms ask of an act. */
export function ActFields({ value }: { value?: Act }) {
  return (
    <>
      <SelectField name="kind" label="Loại văn bản" value={value?.kind ?? 'decision'} choices={ways(ACT_KINDS)} />
      <TextField
        name="number"
        label="Số, ký hiệu"
        hint="Ghi như trên văn bản, ví dụ: 843/QĐ-UBND"
        value={value?.number}
        width="mid"
        optional
      />
      <TextField name="issuer" label="Cơ quan ban hành" hint="Ví dụ: UBND tỉnh Hưng Yên" value={value?.issuer} />
      <SelectField name="level" label="Cấp ban hành" value={value?.level ?? 'province'} choices={ways(ACT_LEVELS)} />
      <TextArea name="title" label="Trích yếu" value={value?.title} rows={3} />
      <DateField name="issuedOn" label="Ngày ban hành" value={shown(value?.issuedOn)} optional />
      <DateField
        name="inForceFrom"
        label="Có hiệu lực từ ngày"
        hint="Để trống nếu từ ngày ban hành"
        value={shown(value?.inForceFrom)}
        optional
      />
      <DateField
        name="expiresOn"
        label="Hết hiệu lực sau ngày"
        hint="Chỉ ghi khi văn bản nêu"
        value={shown(value?.expiresOn)}
        optional
      />
      <div class="row items-end">
        <DateField name="periodFrom" label="Giai đoạn từ ngày" value={shown(value?.periodFrom)} optional />
        <DateField name="periodTo" label="đến ngày" value={shown(value?.periodTo)} optional />
      </div>
      <TextField name="signatory" label="Người ký" value={value?.signatory} width="mid" optional />
      <TextField
        name="signingCapacity"
        label="Chức vụ người ký"
        hint="Ví dụ: KT. Chủ tịch, Phó Chủ tịch"
        value={value?.signingCapacity}
        optional
      />
      <TextField name="source" label="Nguồn" hint="Nơi biết văn bản này" value={value?.source} optional />
      <TextField name="sourceUrl" label="Địa chỉ trang nguồn" type="url" value={value?.sourceUrl} optional />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} optional />
      <FileField
        name="file"
        label={value?.file ? 'Tệp thay cho tệp đang có' : 'Bản chụp hoặc tệp văn bản'}
        parts="office"
        optional
      />
      <Tick name="open" label="Cho mọi người xem ở cổng công khai" checked={value?.open ?? true} />
    </>
  );
}
