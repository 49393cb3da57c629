import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, type FormState, Note, SelectField, TextArea, TextField } from '#ui';
import { type ProductRecordRow, readProductRecord } from '../queries.ts';
import { productRecordPath, registerPath } from '../urls.ts';
import { type Chosen, choices, options, otherProvince, ProvinceChooser } from './province-chooser.tsx';

/** The form that corrects a product. */
export const productRecordPage = page({
  permission: 'product.correct',
  params: byId,
  query: otherProvince,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }, { tinh }): Promise<{ record: ProductRecordRow; chosen: Chosen }> {
    const record = await readProductRecord(ctx.db, id, ctx.day);
    if (record === null) throw notFound();
    return { record, chosen: await choices(ctx.db, tinh ?? record.province, ctx.day) };
  },
  head: ({ record }) => record.name,
  view: ({ record, chosen }, ctx) => (
    <ProductForm record={record} chosen={chosen} state={ctx.form('product.correct')} />
  ),
});

function ProductForm({ record, chosen, state }: { record: ProductRecordRow; chosen: Chosen; state: FormState }) {
  return (
    <div class="page form stack">
      <h1>{record.name}</h1>
      {record.commune === null && (
        <Note kind="soon" title="Chưa xếp được xã.">
          Nguồn ghi: {record.placeNote ?? record.place ?? 'không có địa chỉ'}. Hỏi chủ thể rồi chọn xã hiện nay.
        </Note>
      )}
      <ProvinceChooser action={productRecordPath(record.id)} chosen={chosen} />
      <Form action={`${productRecordPath(record.id)}/sua`} state={state} version={record.version}>
        <TextField name="name" label="Tên sản phẩm" value={record.name} />
        <SelectField
          name="commune"
          label="Xã, phường, đặc khu hiện nay"
          value={record.commune}
          choices={options(chosen.communes)}
          empty="Chưa rõ"
          optional
        />
        <TextField name="specification" label="Quy cách" value={record.specification} optional />
        <TextField name="standard" label="Tiêu chuẩn" value={record.standard} optional />
        <TextArea name="story" label="Câu chuyện sản phẩm" value={record.story} optional />
        <FormEnd>
          <Button kind="main">Lưu thông tin sản phẩm</Button>
          <Button kind="bare" href={registerPath}>
            Về danh bạ
          </Button>
        </FormEnd>
      </Form>
    </div>
  );
}
