/** A tiny programme of chores for tests of the web layer: pages, acts, reads and a file. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { z } from 'zod';
import { action, publicAction } from '../../src/platform/http/action.ts';
import { byId, day, file, integer, secret, text, uuid } from '../../src/platform/http/fields.ts';
import { page, publicPage, redirect } from '../../src/platform/http/page.ts';
import { download, list, publicList, publicRead, read } from '../../src/platform/http/read.ts';
import { api, get, post, type Route } from '../../src/platform/http/routes.ts';
import { attachFiles } from '../../src/platform/http/uploads.ts';
import { beget, carryOut } from '../../src/platform/ledger/ledger.ts';
import { historyOf } from '../../src/platform/ledger/read.ts';
import { notFound } from '../../src/platform/refusal.ts';
import { FileField, Form, TextArea, TextField } from '../../src/ui/index.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const choreOut = z.object({ id: uuid(), version: z.int() });

const start = action({
  name: 'chore.start',
  title: 'Giao việc',
  input: z.strictObject({
    title: text({ label: 'Tên việc', max: 40 }),
    count: integer({ label: 'Số lần', min: 1, max: 5000 }).optional(),
    dueOn: day({ label: 'Ngày xong' }).optional(),
    paper: file({ label: 'Ảnh chụp', takes: 'picture' }).optional(),
    pin: secret({ label: 'Mã' }).optional(),
  }),
  output: choreOut,
  async run(ctx, given) {
    const id = v7();
    if (given.paper) await attachFiles(ctx, [given.paper], {}, 'paper');
    const facts = { title: given.title, count: given.count, dueOn: given.dueOn };
    const { version } = await beget(ctx.tx, ctx, { process: 'chore', id, action: 'chore.start', reach: {}, facts });
    return { id, version };
  },
});

const note = action({
  name: 'chore.note',
  title: 'Ghi chú',
  input: z.strictObject({ id: uuid(), body: text({ label: 'Nội dung', max: 500, lines: 'many' }) }),
  output: choreOut,
  subject: ({ id }) => id,
  async run(ctx, { id, body }) {
    const { version } = await carryOut(ctx.tx, ctx, { action: 'chore.note', subject: id, facts: { body } });
    return { id, version };
  },
});

const finish = action({
  name: 'chore.finish',
  title: 'Báo xong',
  input: z.strictObject({ id: uuid() }),
  subject: ({ id }) => id,
  fresh: true,
  async run(ctx, { id }) {
    await carryOut(ctx.tx, ctx, { action: 'chore.finish', subject: id, facts: { swept: true } });
  },
});

const breakDown = publicAction({
  name: 'chore.break',
  title: 'Hỏng',
  input: z.strictObject({}),
  once: false,
  async run(ctx) {
    await sql`select * from table_that_is_not_there`.execute(ctx.tx);
  },
});

const homePage = publicPage({
  shell: 'public',
  async load(ctx) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from lifecycle`.execute(ctx.db);
    return rows[0]?.n ?? 0;
  },
  head: () => 'Trang đầu',
  view: (count) => <p>Có {count} việc</p>,
});

/** Letters from a given one, kept as text; `to` another address, none after z, and a form where words were typed. */
const lettersPage = publicPage({
  query: z.object({
    from: z.string().length(1).optional(),
    to: z.string().max(10).optional(),
    typed: z.string().max(10).optional(),
  }),
  shell: 'public',
  load: async (_ctx, _params, { from = 'a', to, typed }) =>
    to === undefined ? { rest: letters.filter((letter) => letter >= from), typed } : redirect(`/chu?from=${to}`),
  head: ({ rest }) => (rest.length === 0 ? { title: 'Không có chữ', status: 404 } : 'Chữ cái'),
  ready: ({ rest, typed }) => (typed === undefined ? rest.join(' ') : null),
  view: ({ rest, typed }, ctx) => (
    <div>
      {rest.join(' ')} {typed}
      {typed === 'form' && (
        <Form action="/viec/moi" state={ctx.form('chore.start')}>
          {' '}
        </Form>
      )}
    </div>
  ),
});

const newPage = page({
  permission: 'chore.start',
  shell: 'desk',
  load: async () => null,
  head: () => 'Giao việc',
  view: (_data, ctx) => (
    <Form action="/viec/moi" state={ctx.form('chore.start')} files>
      <TextField name="title" label="Tên việc" />
      <TextField name="count" label="Số lần" optional />
      <TextField name="dueOn" label="Ngày xong" optional />
      <TextField name="pin" label="Mã" type="password" optional />
      <FileField name="paper" label="Ảnh chụp" optional />
      <button type="submit">Giao việc</button>
    </Form>
  ),
});

const chorePage = page({
  permission: 'chore.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const rows = await historyOf(ctx.db, id);
    if (!rows[0]) throw notFound();
    return { id, last: rows[0], open: rows[0].to === 'open' };
  },
  personal: (data) => ({ subject: data.id, what: 'chore' }),
  head: () => 'Việc nhà',
  view: ({ id, last, open }, ctx) => (
    <div>
      <p>Bản đang lưu: {JSON.stringify(last.facts)}</p>
      {open && (
        <Form action={`/viec/${id}/ghi`} state={ctx.form('chore.note')} version={last.version}>
          <TextArea name="body" label="Nội dung" />
        </Form>
      )}
      {open && (
        <Form action={`/viec/${id}/xong`} state={ctx.form('chore.finish')} version={last.version}>
          {' '}
        </Form>
      )}
    </div>
  ),
});

const choreRead = read({
  name: 'chore.read',
  title: 'Một việc',
  permission: 'chore.read',
  params: byId,
  subject: ({ id }) => id,
  output: choreOut,
  version: ({ version }) => version,
  async run(ctx, { id }) {
    return { id, version: (await historyOf(ctx.db, id))[0]?.version ?? 0 };
  },
});
const openRead = publicRead({
  name: 'chore.count',
  title: 'Số việc',
  output: z.object({ count: z.int() }),
  async run(ctx) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from lifecycle`.execute(ctx.db);
    return { count: rows[0]?.n ?? 0 };
  },
});
const letterList = publicList({
  name: 'letter.list',
  title: 'Chữ cái',
  query: z.object({ from: z.string().max(1).optional(), size: z.array(integer({ max: 9 })).optional() }),
  item: z.object({ letter: z.string() }),
  cursor: z.tuple([z.string().length(1)]),
  async run(_ctx, _params, { from = 'a' }, { limit, after }) {
    const rest = letters.filter((letter) => letter >= from && (after === null || letter > after[0]));
    const rows = rest.slice(0, limit);
    return {
      items: rows.map((letter) => ({ letter, hidden: 1 })),
      next: rest.length > limit ? [rows.at(-1) ?? ''] : null,
    };
  },
});
const privateList = list({
  name: 'chore.list',
  title: 'Các việc',
  permission: 'chore.read',
  item: choreOut,
  cursor: z.tuple([]),
  run: async () => ({ items: [], next: null }),
});
const slip = download({
  name: 'chore.slip',
  title: 'Phiếu',
  permission: 'chore.read',
  params: byId,
  subject: ({ id }) => id,
  logged: 'export',
  run: async (_ctx, { id }) => ({ name: `phiếu "${id}"\r\n.txt`, type: 'text/plain', body: '=1+1' }),
});

export const choreRoutes: readonly Route[] = [
  get('/', homePage),
  get('/chu', lettersPage),
  get('/viec/moi', newPage),
  post('/viec/moi', start, { page: newPage, back: ({ id }) => `/viec/${id}`, done: () => 'Đã giao việc.' }),
  get('/viec/:id', chorePage),
  get('/viec/:id/phieu', slip),
  post('/viec/:id/ghi', note, { page: chorePage, back: ({ id }) => `/viec/${id}` }),
  post('/viec/:id/xong', finish, { page: chorePage, back: (_out, { id }) => `/viec/${id}` }),
  api('POST', '/chores', start),
  api('POST', '/chores/:id/note', note),
  api('POST', '/chores/:id/end', finish),
  api('POST', '/broken', breakDown),
  api('GET', '/chores', privateList),
  api('GET', '/chores/:id', choreRead),
  api('GET', '/count', openRead),
  api('GET', '/letters', letterList),
];
