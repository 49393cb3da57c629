import { page } from '#platform/http/page';
import { Button, Checkboxes, Form, NumberField, TextField } from '#ui';
import { givenRoles } from '../schema.ts';
import { identitySettingsNow } from '../settings.ts';
import { identityPaths } from '../urls.ts';

const officers = Object.entries(givenRoles).filter(([role]) => role !== 'producer');

/** The agency's rules of signing in; they count at the next request of everybody. */
export const signInRulesPage = page({
  permission: 'settings.read',
  shell: 'desk',
  async load(ctx) {
    return { rules: await identitySettingsNow(ctx.db, ctx.day), mayChange: await ctx.may('settings.change') };
  },
  head: () => ({
    title: 'Quy tắc đăng nhập',
    here: identityPaths.accounts,
    up: { href: identityPaths.accounts, words: 'Tài khoản' },
  }),
  view: ({ rules, mayChange }, ctx) => {
    const { passwordAtLeast, passwordMaximumDays, secondFactor, timeouts } = rules;
    return (
      <div class="stack-5 max-w-[42rem]">
        <h1>Quy tắc đăng nhập</h1>
        <p class="ink2">Quy tắc mới áp dụng ngay cho mọi người, kể cả người đang đăng nhập.</p>
        <Form action={identityPaths.signInRules} state={ctx.form('settings.changeSignIn')} class="stack">
          <h2>Mật khẩu</h2>
          <NumberField
            name="passwordOfficer"
            label="Cán bộ, thành viên hội đồng: ít nhất"
            unit="ký tự"
            value={passwordAtLeast.officer}
          />
          <NumberField name="passwordProducer" label="Chủ thể: ít nhất" unit="ký tự" value={passwordAtLeast.producer} />
          <NumberField
            name="passwordDays"
            label="Bắt đổi mật khẩu sau"
            unit="ngày"
            hint="Bỏ trống thì không bắt đổi"
            optional
            value={passwordMaximumDays}
          />
          <h2>Mã xác thực</h2>
          <Checkboxes
            name="secondFactor"
            label="Vai trò cần mã trên điện thoại"
            values={secondFactor}
            choices={officers.map(([value, label]) => ({ value, label }))}
          />
          <h2>Hết phiên</h2>
          <NumberField
            name="idleMinutes"
            label="Cán bộ: sau khi không làm gì"
            unit="phút"
            value={timeouts.officer.idle}
          />
          <NumberField
            name="absoluteHours"
            label="Cán bộ: dù vẫn đang làm"
            unit="giờ"
            value={Math.round(timeouts.officer.absolute / 60)}
          />
          <NumberField
            name="producerIdleHours"
            label="Chủ thể: sau khi không làm gì"
            unit="giờ"
            value={Math.round(timeouts.producer.idle / 60)}
          />
          <NumberField
            name="producerAbsoluteDays"
            label="Chủ thể: trong tất cả"
            unit="ngày"
            value={Math.round(timeouts.producer.absolute / 1440)}
          />
          <TextField name="reason" label="Lý do, văn bản" hint="Ghi vào sổ cùng thay đổi này" maxLength={500} />
          {mayChange ? (
            <Button kind="main">Đổi quy tắc đăng nhập</Button>
          ) : (
            <Button off="Người quản trị hệ thống đổi các quy tắc này.">Đổi quy tắc đăng nhập</Button>
          )}
        </Form>
      </div>
    );
  },
});
