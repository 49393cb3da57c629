import { DateField, NumberField, SelectField, TextField } from '#ui';
import type { Total } from '../queries.ts';
import { QUALIFIERS, WHATS } from '../schema.ts';

const ways = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What both forms ask: which number of which place, on which day, by which source. */
export function TotalFields({ value, units }: { value?: Total; units: readonly { value: string; label: string }[] }) {
  return (
    <>
      <SelectField name="unit" label="Nơi" value={value?.unit ?? units[0]?.value} choices={units} />
      <SelectField name="what" label="Số gì" value={value?.what ?? 'valid'} choices={ways(WHATS)} />
      <SelectField name="qualifier" label="Nguồn ghi" value={value?.qualifier ?? 'exact'} choices={ways(QUALIFIERS)} />
      <NumberField name="number" label="Số" value={value === undefined ? undefined : String(value.number)} />
      <DateField name="asOf" label="Tính đến ngày" value={value?.asOf} />
      <TextField name="source" label="Nguồn" hint="Ví dụ: Báo cáo số 12/BC-UBND" value={value?.source} />
      <TextField name="sourceUrl" label="Địa chỉ trang nguồn" value={value?.sourceUrl} optional />
      <DateField name="publishedOn" label="Ngày công bố" value={value?.publishedOn} optional />
      <TextField name="note" label="Ghi chú" value={value?.note} optional />
    </>
  );
}
