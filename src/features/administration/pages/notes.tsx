import { page } from '#platform/http/page';
import { Button, EmptyState, Form, formatMoment, TakeList } from '#ui';
import { notesOf } from '../queries.ts';
import { administrationPaths } from '../urls.ts';

/** Notes to the account that is signed in, newest first. */
export const notesPage = page({
  permission: null,
  shell: 'auto',
  load: async (ctx) => ({ notes: await notesOf(ctx.db, ctx.actor.account) }),
  head: () => 'Thông báo',
  view: ({ notes }, ctx) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Thông báo</h1>
        {notes.length > 0 && (
          <div class="row tight">
            {notes.some((note) => note.readAt === null) && (
              <Form action={administrationPaths.readNotes} state={ctx.form('outbox.markAllRead')}>
                <Button icon="check">Đánh dấu đã đọc tất cả</Button>
              </Form>
            )}
            <TakeList href={administrationPaths.notesSheet} />
          </div>
        )}
      </div>
      {notes.length === 0 && (
        <EmptyState title="Chưa có thông báo nào">Khi hồ sơ chuyển bước, thông báo sẽ hiện ở đây.</EmptyState>
      )}
      {notes.map((note) => (
        <article key={note.id} class="line pb-4 stack-2">
          <h2 class="text-base">{note.link ? <a href={note.link}>{note.subject}</a> : note.subject}</h2>
          <p class="sm mut">{formatMoment(new Date(note.createdAt))}</p>
          {note.body.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
          {note.readAt === null && (
            <Form action={`${administrationPaths.notes}/${note.id}`} state={ctx.form('outbox.markRead', note.id)}>
              <Button small>Đánh dấu đã đọc</Button>
            </Form>
          )}
        </article>
      ))}
    </div>
  ),
});
