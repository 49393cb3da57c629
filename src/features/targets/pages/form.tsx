import { actOffers } from '#features/legal-acts';
import { unitsIn } from '#features/units';
import { sayTarget } from '#law/targets';
import type { ReadContext } from '#platform/http/context';
import { DateField, formatDay, SelectField, TextArea, TextField } from '#ui';
import { MEASURES } from '../measures.ts';
import type { TargetRecord } from '../queries.ts';
import { COUNTRY } from '../schema.ts';

export interface Offered {
  readonly units: readonly { value: string; label: string }[];
  readonly acts: readonly string[];
}

/** Units an officer sets targets for, and acts that may give them. */
export async function offered({ db, day, actor }: ReadContext): Promise<Offered> {
  const acts = await actOffers(db);
  if (actor.area === null) return { units: [{ value: COUNTRY, label: 'Cả nước' }], acts };
  const [province, communes] = await Promise.all([unitsIn(db, null, day), unitsIn(db, actor.area, day)]);
  const own = province.filter(({ id }) => id === actor.area);
  return { units: [...own, ...communes].map(({ id, name }) => ({ value: id, label: name })), acts };
}

/** What both forms ask of a target. */
export function TargetFields({ value, units, acts }: Offered & { value?: TargetRecord }) {
  const unit = value === undefined ? units[0]?.value : (value.unit ?? COUNTRY);
  const known = units.some((one) => one.value === unit);
  const choices = known || value === undefined ? units : [...units, { value: unit ?? '', label: value.place }];
  const bare = value && sayTarget(value, { measure: value.measure === '%' ? '%' : '', denominator: null })?.trim();
  return (
    <>
      <SelectField name="unit" label="Của đơn vị" value={unit} choices={choices} />
      <div class="row items-end">
        <DateField name="from" label="Từ ngày" value={value && formatDay(value.from)} />
        <DateField name="to" label="Đến ngày" value={value && formatDay(value.to)} />
      </div>
      <TextArea name="name" label="Chỉ tiêu" value={value?.name} rows={2} />
      <TextField
        name="plan"
        label="Mức giao"
        hint="Ví dụ: 35; 70–100; ít nhất 50%; ghi lời nếu không có số"
        value={bare ?? value?.quote}
        width="mid"
      />
      <TextField
        name="measure"
        label="Đơn vị tính"
        hint="Ví dụ: sản phẩm, điểm; phần trăm thì để trống"
        value={value?.measure === '%' || value?.comparator === 'words' ? undefined : value?.measure}
        width="mid"
        optional="sometimes"
      />
      <TextField
        name="denominator"
        label="Phần trăm của"
        hint="Bắt buộc khi mức giao là phần trăm, ví dụ: tổng số chủ thể"
        value={value?.denominator}
        optional="sometimes"
      />
      <SelectField
        name="indicator"
        label="Đo bằng số liệu"
        hint="Để trống khi hệ thống chưa có số liệu này"
        value={value?.indicator}
        choices={Object.entries(MEASURES).map(([id, label]) => ({ value: id, label }))}
        empty="Chưa đo được"
        optional
        wide
      />
      <TextField
        name="act"
        label="Văn bản giao"
        hint="Số, ký hiệu trong sổ văn bản"
        value={value?.actLabel}
        offers={acts}
        optional
      />
      <TextField name="owner" label="Cơ quan chịu trách nhiệm" value={value?.owner} optional />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} optional />
    </>
  );
}
