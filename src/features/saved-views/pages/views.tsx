import { page } from '#platform/http/page';
import { Button, EmptyState, Form, type FormState, TextField } from '#ui';
import { type SavedView, viewsOf } from '../queries.ts';
import { LISTS, type ListName } from '../schema.ts';
import { openPath, viewPaths } from '../urls.ts';

/** The account's kept filters, to open, rename and take away. */
export const viewsPage = page({
  permission: 'view.save',
  shell: 'desk',
  load: async (ctx) => ({ views: await viewsOf(ctx.db, ctx.actor.account) }),
  head: () => 'Bộ lọc đã lưu',
  view: ({ views }, ctx) => (
    <div class="page read stack-7 pt-6">
      <h1>Bộ lọc đã lưu</h1>
      {views.length === 0 && (
        <EmptyState title="Chưa lưu bộ lọc nào" way={{ href: LISTS.queue.path, words: 'Về việc của tôi' }}>
          Lọc một danh sách, rồi bấm "Lưu bộ lọc này".
        </EmptyState>
      )}
      {(Object.keys(LISTS) as ListName[]).map((list) => {
        const own = views.filter((view) => view.list === list);
        return (
          own.length > 0 && (
            <section key={list} class="stack-4" aria-labelledby={`ds-${list}`}>
              <div class="row between">
                <h2 id={`ds-${list}`}>{LISTS[list].words}</h2>
                <a href={LISTS[list].path}>Về danh sách</a>
              </div>
              {own.map((view) => (
                <One
                  key={view.id}
                  view={view}
                  rename={ctx.form('view.rename', view.id)}
                  remove={ctx.form('view.remove', view.id)}
                />
              ))}
            </section>
          )
        );
      })}
    </div>
  ),
});

function One({ view, rename, remove }: { view: SavedView; rename: FormState; remove: FormState }) {
  return (
    <article class="box stack-3">
      <div class="row between">
        <h3>
          <a href={openPath(view.list, view.query)}>{view.name}</a>
        </h3>
        <Form action={viewPaths.remove(view.id)} state={remove} version={view.version} label={`Xóa ${view.name}`}>
          <Button small kind="stop" label={`Xóa bộ lọc ${view.name}`}>
            Xóa bộ lọc
          </Button>
        </Form>
      </div>
      <details open={rename.errors.length > 0 || rename.message !== undefined}>
        <summary>Đổi tên</summary>
        <Form action={viewPaths.rename(view.id)} state={rename} version={view.version} class="stack-3 mt-4">
          <TextField name="name" label="Tên bộ lọc" value={view.name} maxLength={80} />
          <Button>Đổi tên</Button>
        </Form>
      </details>
    </article>
  );
}
