import { SUPPORT_ITEMS, SUPPORT_SOURCES } from '#law/support';
import { DateField, formatDay, MoneyField, SelectField, TextArea, TextField } from '#ui';
import type { Policy } from '../policies.ts';
import type { Payment, Recognised } from '../queries.ts';
import { policyDays, recognitionWords } from '../words.ts';

const ways = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

interface PaymentFieldsProps {
  readonly value?: Payment;
  readonly policies: readonly Policy[];
  readonly recognitions: readonly Recognised[];
}

/** What both forms ask of a payment. */
export function PaymentFields({ value, policies, recognitions }: PaymentFieldsProps) {
  return (
    <>
      <SelectField
        name="policy"
        label="Theo chính sách"
        value={value?.policy}
        choices={policies.map((one) => ({ value: one.id, label: `${one.name}, ${policyDays(one)}` }))}
        empty="Không theo chính sách nào trong sổ"
        optional="sometimes"
      />
      <SelectField
        name="item"
        label="Nội dung hỗ trợ"
        value={value?.item}
        choices={ways(SUPPORT_ITEMS)}
        empty="Chọn nội dung"
      />
      <SelectField
        name="recognition"
        label="Cho lần công nhận"
        hint="Cần khi chính sách trả theo hạng sao"
        value={value?.recognition}
        choices={recognitions.map((one) => ({ value: one.id, label: recognitionWords(one) }))}
        empty="Không theo lần công nhận nào"
        optional="sometimes"
      />
      <SelectField
        name="source"
        label="Nguồn kinh phí"
        value={value?.source}
        choices={ways(SUPPORT_SOURCES)}
        empty="Chọn nguồn"
      />
      <MoneyField name="amount" label="Số tiền" value={value && String(value.amount)} />
      <DateField name="paidOn" label="Ngày trả" value={value && formatDay(value.paidOn)} />
      <TextField
        name="decision"
        label="Quyết định"
        hint="Số, ký hiệu và ngày, ví dụ: 2121/QĐ-UBND, 22/10/2021"
        value={value?.decision}
        maxLength={200}
      />
      <TextField
        name="again"
        label="Lý do trả thêm"
        hint="Chỉ ghi khi lần công nhận này đã được trả theo cùng chính sách"
        value={value?.again}
        maxLength={300}
        optional="sometimes"
      />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} maxLength={1000} optional />
    </>
  );
}
