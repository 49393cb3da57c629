import { Button } from './button.tsx';
import { Checkboxes, Radios, SelectField, Tick, YesNo } from './choices.tsx';
import { DateField, FileField, MoneyField, NumberField, TextArea, TextField } from './field.tsx';
import { Form, FormEnd } from './form.tsx';
import { SearchSelect } from './search-select.tsx';

const STATE = {
  key: '01938f6e-0000-7000-8000-000000000000',
  values: { taxCode: '24001234', '_q.commune': 'nam duong' },
  errors: [
    { field: 'taxCode', message: 'Nhập đủ 10 số của mã số thuế' },
    { field: 'commune', message: 'Chọn xã trong danh sách gợi ý' },
  ],
};

/** Every field, two of them refused. */
export function KitForms() {
  return (
    <section class="mt-12">
      <h2 class="mb-4">Thông tin chủ thể</h2>
      <Form action="/chu-the" state={STATE} version={3} label="Thông tin chủ thể">
        <div class="fields">
          <TextField name="name" label="Tên chủ thể" value="HTX Mỳ gạo Chũ Xuân Trường" autocomplete="organization" />
          <TextField
            name="taxCode"
            label="Mã số thuế"
            hint="10 số, hoặc 10 số rồi gạch và 3 số"
            inputMode="numeric"
            width="short"
          />
          <SearchSelect
            name="commune"
            page="/chu-the"
            label="Xã, phường"
            hint="Gõ tên mới hoặc tên cũ, không cần dấu"
            found={[
              { value: '1', label: <b>Xã Nam Dương, tỉnh Bắc Ninh</b> },
              {
                value: '2',
                label: <b>Xã Nam Dương (cũ), huyện Lục Ngạn, tỉnh Bắc Giang</b>,
                hint: 'Từ 01/07/2025 thuộc xã Nam Dương, tỉnh Bắc Ninh',
              },
            ]}
          />
          <TextField name="site" label="Trang điện tử" type="url" optional />
          <DateField name="founded" label="Ngày thành lập" value="04/02/2019" />
          <NumberField name="workers" label="Lao động" unit="người" value="12" />
          <MoneyField name="revenue" label="Doanh thu năm trước" value="1.234.567.000" />
          <TextArea name="story" label="Câu chuyện sản phẩm" optional value="Nghề làm mỳ ở Chũ có hơn 60 năm." />
          <SelectField
            name="kind"
            label="Loại hình"
            value="coop"
            choices={[
              { value: 'coop', label: 'Hợp tác xã' },
              { value: 'home', label: 'Hộ gia đình' },
            ]}
          />
          <Radios
            name="reason"
            label="Lần đánh giá"
            value="again"
            choices={[
              { value: 'first', label: 'Đánh giá lần đầu', hint: 'Sản phẩm chưa từng được công nhận' },
              { value: 'again', label: 'Đánh giá lại', hint: 'Giấy chứng nhận còn từ 120 đến 180 ngày' },
            ]}
          />
          <Checkboxes
            name="channels"
            label="Nơi bán"
            values={['shop']}
            choices={[
              { value: 'shop', label: 'Cửa hàng' },
              { value: 'web', label: 'Sàn điện tử' },
            ]}
          />
          <YesNo
            name="paper"
            label="Kết quả kiểm tra"
            value="no"
            yes={{ value: 'yes', label: 'Đạt', shortcut: 'D' }}
            no={{ value: 'no', label: 'Không đạt', shortcut: 'K' }}
          />
          <FileField
            name="files"
            label="Ảnh sản phẩm và nhãn"
            accept="image/*,.pdf"
            multiple
            hint="Nhiều ảnh một lần được"
          />
          <Tick name="sure" label="Tôi chịu trách nhiệm về nội dung đã khai" checked />
        </div>
        <FormEnd>
          <Button kind="main">Lưu và đi tiếp</Button>
          <Button kind="bare" href="/chu-the">
            Bỏ
          </Button>
        </FormEnd>
      </Form>
    </section>
  );
}
