import { actNumbers } from '#features/legal-acts';
import { lawSettings } from '#law/settings';
import { page } from '#platform/http/page';
import { settingsOn } from '#platform/settings';
import { Note } from '#ui';
import type { CouncilLevel } from '../level.ts';
import { seatableAccounts } from '../queries.ts';
import { councilPaths } from '../urls.ts';
import { CouncilForm } from './council-form.tsx';

/** Sets up a council. */
export const newCouncilPage = page({
  permission: 'council.establish',
  shell: 'desk',
  async load(ctx) {
    const [people, stored, numbers] = await Promise.all([
      seatableAccounts(ctx.db, ctx.actor.area, ctx.day),
      settingsOn(ctx.db, ctx.day, ctx.actor.area),
      actNumbers(ctx.db),
    ]);
    const level: CouncilLevel = ctx.actor.role === 'ministry' ? 'central' : 'province';
    return { people, usual: lawSettings(stored), level, numbers };
  },
  head: () => ({ title: 'Thành lập Hội đồng', up: { href: councilPaths.councils, words: 'Hội đồng' } }),
  view: ({ people, usual, level, numbers }, ctx) => (
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
        regulation={usual}
        act="Thành lập Hội đồng"
        level={level}
        numbers={numbers}
      />
    </div>
  ),
});
