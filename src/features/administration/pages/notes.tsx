import { z } from 'zod';
import { page } from '#platform/http/page';
import { Button, EmptyState, Form, formatMoment, LoadMore, TakeList } from '#ui';
import { notesOf } from '../queries.ts';
import { administrationPaths } from '../urls.ts';

const PAGE = 50;

/** Notes to the account that is signed in, newest first, page by page. */
export const notesPage = page({
  permission: null,
  shell: 'auto',
  query: z.object({ after: z.uuid().optional().catch(undefined) }),
  async load(ctx, _params, { after }) {
    const rows = await notesOf(ctx.db, ctx.actor.account, { limit: PAGE + 1, after: after ?? null });
    const notes = rows.slice(0, PAGE);
    const older = rows.length > PAGE ? `${administrationPaths.notes}?after=${notes.at(-1)?.id ?? ''}` : null;
    return { notes, older, first: after === undefined };
  },
  head: () => 'Thông báo',
  view: ({ notes, older, first }, ctx) => (
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
        <EmptyState
          title={first ? 'Chưa có thông báo nào' : 'Hết thông báo'}
          way={first ? undefined : { href: administrationPaths.notes, words: 'Về thông báo mới nhất' }}
        >
          {first ? 'Khi hồ sơ chuyển bước, thông báo sẽ hiện ở đây.' : 'Không còn thông báo nào cũ hơn.'}
        </EmptyState>
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
      <LoadMore href={older} words="Thông báo cũ hơn" />
    </div>
  ),
});
