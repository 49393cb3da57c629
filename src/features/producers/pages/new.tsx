import { choices, options, otherProvince, ProvinceChooser } from '#features/registry';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd, SelectField, TextField, Tick } from '#ui';
import { PARTS } from '../sections.ts';
import { producerPaths } from '../urls.ts';

/** An officer enters a producer; a likely duplicate is shown before a second record is made. */
export const newProducerPage = page({
  permission: 'producer.register',
  query: otherProvince,
  shell: 'desk',
  async load(ctx) {
    return {
      chosen: await choices(ctx.db, ctx.actor.area, ctx.day),
      own: ctx.actor.role === 'commune' ? ctx.actor.unit : null,
    };
  },
  head: () => ({ title: 'Ghi chủ thể mới', here: '/so-san-pham' }),
  view: ({ chosen, own }, ctx) => {
    const state = ctx.form('producer.register');
    const communes = options(chosen.communes).filter(({ value }) => own === null || value === own);
    return (
      <div class="page form stack">
        <p>
          <a class="crumb" href={producerPaths.list}>
            Danh bạ chủ thể
          </a>
        </p>
        <h1>Ghi chủ thể mới</h1>
        <p class="ink2">Chỉ ghi điều để nhận ra chủ thể. Các phần khác bổ sung sau, ở trang của chủ thể.</p>
        {communes.length === 0 && <ProvinceChooser action={producerPaths.new} chosen={chosen} />}
        <Form action={producerPaths.new} state={state}>
          <TextField name="name" label="Tên chủ thể" maxLength={300} />
          <SelectField
            name="type"
            label="Loại hình"
            choices={Object.entries(PARTS.kind.fields[0].words ?? {}).map(([value, label]) => ({ value, label }))}
            empty="Chọn"
          />
          <SelectField
            name="commune"
            label="Xã, phường, đặc khu hiện nay"
            value={own}
            choices={communes}
            empty="Chọn xã"
          />
          <TextField name="address" label="Địa chỉ trên giấy chứng nhận" maxLength={300} optional />
          <TextField name="phone" label="Điện thoại kinh doanh" type="tel" optional />
          <TextField
            name="taxCode"
            label="Mã số thuế"
            optional
            hint="10 số, 13 số của chi nhánh, hoặc 12 số định danh cá nhân"
          />
          {state.message && <Tick name="another" label="Đã xem, đây là chủ thể khác" />}
          <FormEnd>
            <Button kind="main">Ghi vào danh bạ</Button>
            <Button kind="bare" href={producerPaths.list}>
              Bỏ qua
            </Button>
          </FormEnd>
        </Form>
      </div>
    );
  },
});
