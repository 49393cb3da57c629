import { publicPage } from '#platform/http/page';
import { Button, Form, FormEnd, TextField } from '#ui';
import { lookUpPaths } from '../urls.ts';

/** The question: receipt number and telephone; the answer never says which of them was wrong. */
export const lookUpPage = publicPage({
  shell: 'public',
  cache: 'private',
  async load() {
    return null;
  },
  head: () => ({
    title: 'Hồ sơ đang ở bước nào',
    description: 'Tra cứu hồ sơ đăng ký OCOP bằng số phiếu trên giấy biên nhận và số điện thoại của chủ thể.',
  }),
  view: (_data, ctx) => (
    <div class="page read stack-5 pt-6 pb-12">
      <h1>Hồ sơ đang ở bước nào?</h1>
      <p class="story">Gõ số phiếu trên giấy biên nhận và số điện thoại của chủ thể. Không cần tài khoản.</p>
      <Form action={lookUpPaths.form} state={ctx.form('lookUp.dossier')} class="stack-5">
        <TextField
          name="code"
          label="Số phiếu trên giấy biên nhận"
          hint="Ví dụ: 0007-X/PĐK-33-11977-2026. Mã số sản phẩm của hồ sơ cũng được."
          maxLength={60}
          autocomplete="off"
        />
        <TextField
          name="phone"
          label="Điện thoại của chủ thể"
          hint="Số đã ghi trong hồ sơ"
          type="tel"
          inputMode="tel"
          maxLength={30}
          autocomplete="tel"
          width="mid"
        />
        <FormEnd>
          <Button kind="main" icon="lens">
            Xem hồ sơ
          </Button>
        </FormEnd>
      </Form>
      <p class="sm mut">
        Chỉ hiện hồ sơ đang ở cơ quan nào, từ ngày nào và bước tiếp theo. Muốn xem đầy đủ,{' '}
        <a href="/dang-nhap">đăng nhập</a>.
      </p>
    </div>
  ),
});
