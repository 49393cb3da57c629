import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, type FormState, SelectField, TextArea, TextField } from '#ui';
import { type ProducerRecordRow, readProducerRecord } from '../queries.ts';
import { producerTypes } from '../schema.ts';
import { producerRecordPath, registerPath } from '../urls.ts';
import { type Chosen, choices, options, otherProvince, ProvinceChooser } from './province-chooser.tsx';

/** The form that corrects a producer. It shows contacts, so reading it is logged. */
export const producerRecordPage = page({
  permission: 'producer.correct',
  params: byId,
  query: otherProvince,
  subject: ({ id }) => id,
  personal: (_data, { id }) => ({ subject: id, what: 'producer contacts' }),
  shell: 'auto',
  async load(ctx, { id }, { tinh }): Promise<{ record: ProducerRecordRow; chosen: Chosen }> {
    const record = await readProducerRecord(ctx.db, id, ctx.day);
    if (record === null) throw notFound();
    return { record, chosen: await choices(ctx.db, tinh ?? record.province, ctx.day) };
  },
  head: ({ record }) => record.name,
  view: ({ record, chosen }, ctx) => (
    <ProducerForm record={record} chosen={chosen} state={ctx.form('producer.correct')} />
  ),
});

function ProducerForm({ record, chosen, state }: { record: ProducerRecordRow; chosen: Chosen; state: FormState }) {
  const types = Object.entries(producerTypes).map(([value, label]) => ({ value, label }));
  return (
    <div class="page form stack">
      <h1>{record.name}</h1>
      <p class="ink2">{record.place}</p>
      <ProvinceChooser action={producerRecordPath(record.id)} chosen={chosen} />
      <Form action={`${producerRecordPath(record.id)}/sua`} state={state} version={record.version}>
        <TextField name="name" label="Tên chủ thể" value={record.name} />
        <SelectField name="type" label="Loại hình" value={record.type} choices={types} empty="Chưa rõ" optional />
        <SelectField
          name="commune"
          label="Xã, phường, đặc khu hiện nay"
          value={record.commune}
          choices={options(chosen.communes)}
          empty="Chọn xã"
        />
        <TextField name="address" label="Địa chỉ trên giấy chứng nhận" value={record.address} optional />
        <TextField name="phone" label="Điện thoại kinh doanh" value={record.phone} optional />
        <TextField name="email" label="Thư điện tử" value={record.email} optional />
        <TextField
          name="website"
          label="Trang của chủ thể"
          hint="Bắt đầu bằng https://"
          value={record.website}
          optional
        />
        <TextField
          name="taxCode"
          label="Mã số thuế"
          hint="10 số, 10-3 số, hoặc 12 số định danh cá nhân"
          value={record.taxCode}
          optional
        />
        <TextField
          name="foundedOn"
          label="Năm hoặc ngày thành lập"
          hint="Ví dụ 2019 hoặc 2019-05-20"
          value={record.foundedOn}
          optional
        />
        <TextArea name="history" label="Lịch sử hình thành" value={record.history} optional />
        <FormEnd>
          <Button kind="main">Lưu thông tin chủ thể</Button>
          <Button kind="bare" href={registerPath}>
            Về danh bạ
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
