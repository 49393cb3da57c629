import { z } from 'zod';
import { type UnitItem, unitsIn } from '#features/units';
import { byId, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, type FormState, Note, SelectField, TextArea, TextField } from '#ui';
import { type ProducerRecordRow, type ProductRecordRow, readProducerRecord, readProductRecord } from '../queries.ts';
import { producerTypes } from '../schema.ts';
import { producerRecordPath, productRecordPath, registerPath } from '../urls.ts';

interface Chosen {
  provinces: UnitItem[];
  communes: UnitItem[];
  province: string | null;
}

/** `?tinh=` shows the communes of another province. */
const otherProvince = z.object({ tinh: uuid().optional().catch(undefined) });

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

async function choices(db: Parameters<typeof unitsIn>[0], province: string | null, day: string): Promise<Chosen> {
  const [provinces, communes] = await Promise.all([
    unitsIn(db, null, day),
    province === null ? [] : unitsIn(db, province, day),
  ]);
  return { provinces, communes, province };
}

const options = (units: readonly UnitItem[]) => units.map(({ id, name }) => ({ value: id, label: name }));

/** Province first, then its communes: a small search form of its own, so it works without JavaScript. */
function ProvinceChooser({ action, chosen }: { action: string; chosen: Chosen }) {
  return (
    <Form action={action} method="get" class="row" label="Tỉnh, thành phố">
      <SelectField
        name="tinh"
        label="Tỉnh, thành phố"
        value={chosen.province ?? ''}
        choices={options(chosen.provinces)}
        empty="Chọn"
      />
      <Button>Xem xã của tỉnh này</Button>
    </Form>
  );
}

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
