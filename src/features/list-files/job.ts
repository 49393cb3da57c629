/** Long lists are made in the background, as the actor who asked. */
import { sql } from 'kysely';
import { addDays } from '#law/days';
import type { Actor } from '#platform/actor';
import { takenAs } from '#platform/documents/list-file';
import type { SheetValue } from '#platform/documents/sheet';
import { listBehind } from '#platform/http/list-behind';
import { insertFile } from '#platform/http/uploads';
import type { Web } from '#platform/http/web';
import { type Background, Closing, keepWorking, Stopped } from '#platform/jobs';
import { tell } from '#platform/outbox/outbox';
import { notFound } from '#platform/refusal';
import { formatNumber } from '#ui';
import { listFileRules } from './queries.ts';
import { listFilePaths } from './urls.ts';

interface Job {
  readonly id: string;
  readonly tries: number;
  readonly actor: Actor;
  readonly path: string;
}
type Step = (done: number) => Promise<void>;

const FAILED = 'Có lỗi khi lập tệp. Lập lại; nếu vẫn lỗi, báo bộ phận hỗ trợ.';
const EVERY = 1000;
const COLUMNS = sql`id, tries, actor, path`;

/** Makes what was asked for until the answer is called. */
export function keepMakingLists(web: Web, onError: (error: unknown) => void): () => Promise<void> {
  return keepWorking(web.db, background(web), onError);
}

function background(web: Web): Background<Job> {
  const { app } = web.db;
  return {
    name: 'list',
    async waiting() {
      const { rows } = await sql<Job>`select ${COLUMNS} from list_file where job order by at limit 5`.execute(app);
      return rows;
    },
    async begin({ id }) {
      const { rows } = await sql<Job>`
        update list_file set tries = tries + 1 where id = ${id} and job returning ${COLUMNS}`.execute(app);
      return rows[0];
    },
    work: (job, signal) => make(web, job, signal),
    giveBack: async ({ id }, problem) => {
      await sql`update list_file set job = false, doing = null, problem = ${problem} where id = ${id}`.execute(app);
    },
    failed: FAILED,
  };
}

async function make(web: Web, { id, actor, path }: Job, signal: AbortSignal): Promise<void> {
  await refuseInactive(web, actor);
  const { list, form } = await listBehind(web, actor, path, id);
  const total = (await list.long?.()) ?? 0;
  const step: Step = async (done) => {
    if (signal.aborted) throw new Closing();
    const { rows } = await sql<{ stop: boolean }>`
      update list_file set title = ${list.title}, doing = 'Đang ghi từng dòng', done = ${done}, total = ${total} where id = ${id} returning stop`.execute(
      web.db.app,
    );
    if (rows[0]?.stop) throw new Stopped('Đã dừng theo yêu cầu.');
  };
  await step(0);
  const { name, type, body } = await takenAs({ ...list, lines: counted(list.lines, step) }, form, web.clock.now());
  const bytes = body instanceof Uint8Array ? body : Buffer.concat(await body.map(Buffer.from).toArray());
  const stored = await web.files.putOwn(bytes, { kind: form === 'json' ? 'txt' : form, type, name });
  const { days } = await listFileRules(web.db.app, web.clock.today());
  const endsOn = addDays(web.clock.today(), days);
  await web.db.transaction(async (tx) => {
    await insertFile(tx, stored, actor.account);
    await sql`update file set attached = true where id = ${stored.id}`.execute(tx);
    await sql`update list_file set job = false, doing = null, problem = null, file = ${stored.id}, ends_on = ${endsOn}::date where id = ${id}`.execute(
      tx,
    );
    await tell(tx, {
      ...{ channel: 'app', account: actor.account, link: listFilePaths.one(id) },
      subject: 'Tệp danh sách đã lập xong',
      body: `Danh sách “${list.title}”: tải tệp trong ${formatNumber(days)} ngày.`,
    });
  });
}

/** Whoever lost the account, or the right, gets no file. */
async function refuseInactive({ db }: Web, { account }: Actor): Promise<void> {
  const { rows } = await sql`select from lifecycle where id = ${account}::uuid and state = 'active'`.execute(db.app);
  if (rows.length === 0) throw notFound('Tài khoản không còn hoạt động nên không lập tệp.');
}

async function* counted(lines: AsyncIterable<SheetValue[]>, step: Step): AsyncGenerator<SheetValue[]> {
  let done = 0;
  for await (const line of lines) {
    yield line;
    done += 1;
    if (done % EVERY === 0) await step(done);
  }
}
