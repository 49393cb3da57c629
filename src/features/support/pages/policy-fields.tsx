import { SUPPORT_ITEMS, SUPPORT_KINDS, SUPPORT_STARS } from '#law/support';
import { DateField, formatDay, MoneyField, NumberField, SelectField, TextArea, TextField } from '#ui';
import type { Policy } from '../policies.ts';

const told = (value: number | null | undefined) => (value == null ? undefined : String(value));

/** What both forms ask of a policy. */
export function PolicyFields({ value, acts }: { value?: Policy; acts: readonly string[] }) {
  return (
    <>
      <TextField name="name" label="Tên chính sách" value={value?.name} maxLength={300} />
      <TextField
        name="act"
        label="Văn bản của chính sách"
        hint="Số, ký hiệu nghị quyết hoặc quyết định trong sổ văn bản"
        value={value?.actLabel}
        offers={acts}
      />
      <SelectField
        name="item"
        label="Nội dung hỗ trợ"
        value={value?.item ?? 'reward'}
        choices={Object.entries(SUPPORT_ITEMS).map(([key, label]) => ({ value: key, label }))}
      />
      <div class="row items-end">
        <DateField name="from" label="Từ ngày" value={value && formatDay(value.from)} />
        <DateField name="to" label="Đến ngày" value={value?.to && formatDay(value.to)} optional />
      </div>
      {(Object.keys(SUPPORT_KINDS) as (keyof typeof SUPPORT_KINDS)[]).map((kind) => (
        <fieldset key={kind} class="stack">
          <legend class="font-semibold">{SUPPORT_KINDS[kind]}</legend>
          <div class="row items-end">
            {SUPPORT_STARS.map((star) => (
              <MoneyField
                key={star}
                name={`rates.${kind}.${star}`}
                label={`${star} sao`}
                value={told(value?.rates[kind]?.[star])}
                optional
              />
            ))}
          </div>
        </fieldset>
      ))}
      <NumberField name="percent" label="Phần trăm chi phí" unit="%" value={told(value?.percent)} optional />
      <MoneyField name="cap" label="Nhiều nhất một lần" value={told(value?.cap)} optional />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} maxLength={1000} optional />
    </>
  );
}
