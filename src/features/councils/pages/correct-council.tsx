import { actNumbers } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Note } from '#ui';
import { findCouncil, seatableAccounts } from '../queries.ts';
import { councilPaths } from '../urls.ts';
import { CouncilForm } from './council-form.tsx';

/** The same form, filled, for a later act. */
export const correctCouncilPage = page({
  permission: 'council.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const council = await findCouncil(ctx.db, id);
    if (!council) throw notFound();
    const [people, numbers] = await Promise.all([
      seatableAccounts(ctx.db, council.province, ctx.day),
      actNumbers(ctx.db),
    ]);
    return { council, people, numbers };
  },
  head: ({ council }) => ({
    title: 'Sửa thành viên, quy chế Hội đồng',
    up: { href: councilPaths.council(council.id), words: council.name },
  }),
  view: ({ council, people, numbers }, ctx) => (
    <div class="stack-5">
      <h1>Sửa thành viên, quy chế</h1>
      <Note kind="info" title="Phiên đã lập giữ quy chế lúc lập.">
        Thay đổi ở đây dùng cho các phiên lập sau.
      </Note>
      <CouncilForm
        action={`${councilPaths.council(council.id)}/sua`}
        state={ctx.form('council.correct')}
        council={council}
        regulation={council.regulation}
        people={people}
        act="Lưu thay đổi"
        level={council.level}
        numbers={numbers}
      />
    </div>
  ),
});
