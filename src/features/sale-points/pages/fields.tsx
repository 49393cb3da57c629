import { SALE_POINT_KINDS } from '#law/sale-points';
import { CoordinateFields, DateField, formatDay, SelectField, TextArea, TextField } from '#ui';
import type { Point } from '../queries.ts';

interface PointFieldsProps {
  readonly value?: Point;
  readonly communes: readonly { readonly id: string; readonly name: string }[];
}

/** What both forms ask of a point. */
export function PointFields({ value, communes }: PointFieldsProps) {
  return (
    <>
      <SelectField
        name="kind"
        label="Loại"
        value={value?.kind ?? 'introduction'}
        choices={Object.entries(SALE_POINT_KINDS).map(([key, label]) => ({ value: key, label }))}
      />
      <TextField name="name" label="Tên" value={value?.name} maxLength={200} />
      <SelectField
        name="commune"
        label="Xã, phường, đặc khu"
        value={value?.commune ?? (communes.length === 1 ? communes[0]?.id : undefined)}
        choices={communes.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Chọn"
      />
      <TextField
        name="address"
        label="Địa chỉ"
        hint="Số nhà, đường, thôn; người mua tìm đến theo đây"
        value={value?.address}
        maxLength={300}
      />
      <TextField name="operator" label="Đơn vị quản lý" value={value?.operator} maxLength={200} optional />
      <TextField name="phone" label="Điện thoại của điểm bán" type="tel" value={value?.phone} width="mid" optional />
      <DateField name="opened" label="Mở từ ngày" value={value && formatDay(value.opened)} />
      <TextField name="act" label="Văn bản công nhận, hỗ trợ" value={value?.act} maxLength={200} optional />
      <CoordinateFields value={value} />
      <TextArea name="note" label="Ghi chú" value={value?.note} rows={2} maxLength={1000} optional />
    </>
  );
}
