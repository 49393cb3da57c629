import { page } from '#platform/http/page';
import { Note } from '#ui';
import { seatableAccounts } from '../queries.ts';
import { councilPaths } from '../urls.ts';
import { CouncilForm } from './council-form.tsx';

/** Sets up a council. */
export const newCouncilPage = page({
  permission: 'council.establish',
  shell: 'desk',
  load: async (ctx) => ({ people: await seatableAccounts(ctx.db, ctx.actor.area ?? '', ctx.day) }),
  head: () => 'Thành lập Hội đồng',
  view: ({ people }, ctx) => (
    <div class="stack-5">
      <h1>Thành lập Hội đồng</h1>
      {people.length === 0 && (
        <Note kind="soon" title="Chưa có tài khoản nào giữ vai trò trong Hội đồng.">
          Nhờ người quản trị mời Chủ tịch, thư ký và ủy viên trước.
        </Note>
      )}
      <CouncilForm
        action={councilPaths.newCouncil}
        state={ctx.form('council.establish')}
        people={people}
        act="Thành lập Hội đồng"
      />
    </div>
  ),
});
