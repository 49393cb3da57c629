import { administrationPaths } from '#features/administration';
import { page } from '#platform/http/page';
import { Button, EmptyState, FileField, Form, Icon, LogoPlate, TextField } from '#ui';
import { logoOn } from '../logo.ts';
import { logoPaths } from '../urls.ts';

/** The owner's mark: what is shown, another one, none. */
export const logoPage = page({
  permission: 'settings.read',
  shell: 'desk',
  async load(ctx) {
    return { logo: await logoOn(ctx.db, ctx.day), may: await ctx.may('settings.change') };
  },
  head: () => ({ title: 'Logo OCOP', here: administrationPaths.settings }),
  view: ({ logo, may }, ctx) => (
    <div class="page form stack-7">
      <header class="stack">
        <p>
          <a class="crumb" href={administrationPaths.settings}>
            <Icon name="left" />
            Thiết lập
          </a>
        </p>
        <h1>Logo OCOP</h1>
        <p class="ink2">
          “OCOP” là nhãn hiệu chứng nhận đã đăng ký; hệ thống không tự vẽ. Đặt tệp gốc của Văn phòng Điều phối nông thôn
          mới Trung ương thì logo hiện ở chân trang công khai, ở trang tra cứu và bản in giấy chứng nhận còn hiệu lực, ở
          bìa cẩm nang. Chưa đặt thì những nơi này để trống.
        </p>
        {!may && <p class="mut">Quản trị hệ thống đặt và gỡ logo.</p>}
      </header>
      {logo === null ? (
        <EmptyState title="Chưa đặt logo" />
      ) : (
        <section class="stack" aria-labelledby="dang-dung">
          <h2 id="dang-dung" class="text-lg">
            Đang dùng
          </h2>
          <div class="box">
            <LogoPlate logo={logo} />
          </div>
        </section>
      )}
      {may && (
        <Form action={logoPaths.page} state={ctx.form('settings.changeLogo')} files class="box stack-4">
          <h2 class="text-lg">{logo === null ? 'Đặt logo' : 'Thay bằng tệp khác'}</h2>
          <FileField
            name="file"
            label="Tệp logo"
            hint="PNG hoặc SVG, không quá 2 MB; PNG có cạnh dài từ 300 điểm ảnh."
            accept="image/png,image/svg+xml,.svg"
            paper
          />
          <TextField name="note" label="Căn cứ, nguồn tệp" hint="Số văn bản cho dùng nhãn hiệu, nơi cấp tệp" />
          <Button kind="main">{logo === null ? 'Đặt logo' : 'Thay logo'}</Button>
        </Form>
      )}
      {may && logo !== null && (
        <Form action={logoPaths.remove} state={ctx.form('settings.removeLogo')} class="box stack-4">
          <h2 class="text-lg">Gỡ logo</h2>
          <TextField name="note" label="Lý do gỡ" />
          <Button>Gỡ logo</Button>
        </Form>
      )}
    </div>
  ),
});
