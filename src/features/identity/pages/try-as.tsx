import { publicPage } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import type { Role } from '#policy';
import { Button, ErrorSummary, Form, Icon, type IconName } from '#ui';
import { readTryAs } from '../demo.ts';
import { type TryAsAccount, tryAsAccounts } from '../demo-accounts.ts';
import { identityPaths } from '../urls.ts';
import { roleWords } from '../words.ts';

/** What one can try in each role; the colours of the planes are those of the prints. */
const roles: Readonly<Record<TryAsAccount['role'], { icon: IconName; plane: string; tries: string }>> = {
  producer: {
    icon: 'user',
    plane: 'turmeric',
    tries: 'Nộp hồ sơ, gắn minh chứng, tự chấm điểm, theo dõi kết quả trên điện thoại.',
  },
  commune: {
    icon: 'office',
    plane: 'bamboo',
    tries: 'Kiểm tra giấy tờ, đánh giá bốn nội dung, trả lại hoặc đề nghị lên tỉnh.',
  },
  province: {
    icon: 'stamp',
    plane: 'indigo',
    tries: 'Nhận hồ sơ vào đợt, lập hội đồng, soạn quyết định, cấp chứng nhận.',
  },
  councilChair: { icon: 'gavel', plane: 'lacquer', tries: 'Chấm phiếu của mình, cho mở lại phiếu đã nộp kèm lý do.' },
  councilSecretary: { icon: 'pen', plane: 'paper', tries: 'Theo dõi phiếu đã nộp, đóng và mở điểm, lập biên bản.' },
  councilMember: { icon: 'scales', plane: 'lacquer', tries: 'Chấm phiếu trên máy tính bảng, xem minh chứng bên cạnh.' },
  adviser: {
    icon: 'lens',
    plane: 'bamboo',
    tries: 'Đọc hồ sơ được giao, viết phần thẩm tra của mình, đề nghị bổ sung, ghi khảo sát.',
  },
  ministry: {
    icon: 'hall',
    plane: 'indigo',
    tries: 'Nhận hồ sơ 5 sao của các tỉnh, lập Hội đồng trung ương, ra quyết định.',
  },
  inspector: { icon: 'lens', plane: 'bamboo', tries: 'Tra chứng nhận, sản phẩm, chủ thể khi đi kiểm tra.' },
  auditor: { icon: 'book', plane: 'paper', tries: 'Đọc sổ ghi việc, đối chiếu dấu niêm phong, không sửa gì.' },
  administrator: { icon: 'gear', plane: 'turmeric', tries: 'Mở tài khoản, phân vai, cài đặt, xem sức khỏe hệ thống.' },
};
const order = Object.keys(roles) as TryAsAccount['role'][];

/** The demonstration's door: one button an account. Elsewhere the page does not exist. */
export const tryAsPage = publicPage({
  cache: 'private',
  shell: 'public',
  async load(ctx) {
    if (!ctx.demo) throw notFound();
    return { bodies: await readTryAs(ctx.db, ctx.day) };
  },
  head: () => ({ title: 'Vào thử với vai', noindex: true }),
  view: ({ bodies }, ctx) => {
    const state = ctx.form('account.tryAs');
    return (
      <div class="page pt-6 pb-12">
        <ErrorSummary state={state} />
        <h1 class="text-3xl">Vào thử với vai…</h1>
        <p class="lg ink2 mt-2 mb-6 max-w-[40rem]">
          Mỗi vai mở ra phần việc của người đó trên cùng một bộ hồ sơ. Người và hồ sơ ở đây đều là giả định.
        </p>
        <ul class="border-t-2 border-ink-1">
          {order.map((role) => (
            <RoleRow key={role} role={role} bodies={bodies} />
          ))}
        </ul>
        <p class="mt-6">
          Người mua hàng không cần vai nào: <a href="/chung-nhan">kiểm tra một chứng nhận</a> hoặc{' '}
          <a href="/">mở trang công khai</a>.
        </p>
      </div>
    );
  },
});

function RoleRow({ role, bodies }: { role: TryAsAccount['role']; bodies: ReadonlyMap<string, string> }) {
  const { icon, plane, tries } = roles[role];
  const accounts = tryAsAccounts.filter((one) => one.role === role);
  return (
    <li class="grid grid-cols-[3.5rem_1fr] gap-x-4 gap-y-2 border-b border-line py-4 desk:grid-cols-[3.5rem_16rem_1fr] desk:gap-x-6">
      <span class={`plane ${plane} size-14`}>
        <Icon name={icon} />
      </span>
      <div>
        <h2 class="text-lg">{roleWords[role as Role]}</h2>
        <p class="sm ink2 desk:hidden">{tries}</p>
      </div>
      <div class="col-span-2 desk:col-span-1">
        <p class="ink2 mb-3 hidden desk:block">{tries}</p>
        <ul class="stack-2">
          {accounts.map((account) => (
            <li key={account.key}>
              <Form
                action={identityPaths.tryAs}
                hidden={{ account: account.key }}
                summary={false}
                class="row between line"
              >
                <span class="sm grow">{bodies.get(account.key) ?? account.organisation ?? account.fullName}</span>
                <Button kind="plain" label={`Vào với vai ${roleWords[role as Role]}, ${account.fullName}`}>
                  Vào với vai này
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
