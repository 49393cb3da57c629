import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { DB } from '#platform/db/schema.generated';
import { listFile } from '#platform/documents/list-file';
import { action } from '#platform/http/action';
import { search, uuid } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { refused } from '#platform/refusal';
import { notesOf } from './queries.ts';

const MOST = 5000;
export const LETTER_STATES = {
  waiting: 'Chờ gửi',
  unsure: 'Không rõ đã gửi',
  failed: 'Không gửi được',
  sent: 'Đã gửi',
} as const;
export const CHANNELS = { email: 'Thư điện tử', sms: 'SMS', zalo: 'Zalo' } as const;
export type LetterState = keyof typeof LETTER_STATES;

export const lettersFilter = z.object({
  q: search().catch(undefined),
  state: z.enum(['waiting', 'unsure', 'failed', 'sent']).optional().catch(undefined),
});
export type LettersFilter = z.output<typeof lettersFilter>;

/** A letter on its way out; what it says stays between sender and receiver (it may carry a code). */
export interface LetterRow {
  readonly id: string;
  readonly channel: keyof typeof CHANNELS;
  readonly address: string | null;
  readonly subject: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  readonly failed: string | null;
  readonly state: LetterState;
}

/** A text message handed over longer ago than its sender waits, and not heard of since. */
const UNSURE = sql`o.in_flight and o.not_before <= now()`;
const stateSql = sql`case when o.sent_at is not null then 'sent' when o.failed is not null then 'failed' when ${UNSURE} then 'unsure' else 'waiting' end`;

/** Letters, the newest first; `before` is where the last page ended (ids are in order of time). */
export async function listLetters(
  db: Kysely<DB>,
  { q, state }: LettersFilter,
  ask: { before: string | null; limit: number },
): Promise<LetterRow[]> {
  const named = q
    ? sql`and plain_text(o.subject || ' ' || coalesce(o.address, '')) like '%' || plain_text(${q}) || '%'`
    : sql``;
  const { rows } = await sql<LetterRow>`
    select o.id, o.channel, o.address, o.subject, o.created_at as "createdAt", o.sent_at as "sentAt", o.attempts, o.failed,
           ${stateSql} as state
      from outbox o where o.channel <> 'app' and (${state ?? null}::text is null or ${stateSql} = ${state ?? null}) ${named}
       and (${ask.before}::uuid is null or o.id < ${ask.before}::uuid)
     order by o.id desc limit ${ask.limit}`.execute(db);
  return rows;
}

/** How many letters stand in each state. */
export async function countLetters(db: Kysely<DB>): Promise<Readonly<Record<LetterState, number>>> {
  const { rows } = await sql<Record<LetterState, number>>`
    select count(*) filter (where sent_at is not null)::int as sent,
           count(*) filter (where sent_at is null and failed is not null)::int as failed,
           count(*) filter (where sent_at is null and failed is null and not (${UNSURE}))::int as waiting,
           count(*) filter (where sent_at is null and failed is null and ${UNSURE})::int as unsure
      from outbox o where channel <> 'app'`.execute(db);
  return rows[0] ?? { sent: 0, failed: 0, waiting: 0, unsure: 0 };
}

/** A letter that was given up, or a message nobody knows the fate of, goes out again, with ten new tries. */
export const sendAgain = action({
  name: 'outbox.sendAgain',
  permission: 'settings.change',
  title: 'Gửi lại thư',
  input: z.strictObject({ id: uuid() }),
  publicData: false,
  async run(ctx, { id }) {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('outbox')
      .set({ failed: null, attempts: 0, in_flight: false, not_before: ctx.now })
      .where('id', '=', id)
      .where((is) =>
        is.or([is('failed', 'is not', null), is.and([is('in_flight', '=', true), is('not_before', '<=', ctx.now)])]),
      )
      .where('sent_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw refused('Thư này không còn ở trạng thái không gửi được. Tải lại danh sách.');
  },
});

/** Letters as a spreadsheet, with the filters of the screen, without what they say. */
export const lettersSheet = download({
  name: 'outbox.export',
  title: 'Xuất thư đi ra Excel',
  permission: 'outbox.watch',
  query: lettersFilter,
  logged: 'export',
  async run(ctx, _params, filter) {
    const rows = await listLetters(ctx.db, filter, { before: null, limit: MOST });
    return listFile('thu-di', 'Thư đi', rows, [
      ['Lúc', 'time', 20, (row) => new Date(row.createdAt)],
      ['Kênh', 'text', 14, (row) => CHANNELS[row.channel]],
      ['Đến', 'text', 34, (row) => row.address],
      ['Tiêu đề', 'text', 60, (row) => row.subject],
      ['Trạng thái', 'text', 18, (row) => LETTER_STATES[row.state]],
      ['Gửi xong lúc', 'time', 20, (row) => row.sentAt && new Date(row.sentAt)],
      ['Số lần thử', 'integer', 12, (row) => row.attempts],
      ['Lỗi', 'text', 50, (row) => row.failed],
    ]);
  },
});

/** The account's own notes as a spreadsheet. */
export const notesSheet = download({
  name: 'outbox.exportNotes',
  title: 'Xuất thông báo ra Excel',
  permission: 'outbox.read',
  logged: 'export',
  async run(ctx) {
    const rows = await notesOf(ctx.db, ctx.actor.account, { limit: MOST });
    return listFile('thong-bao', 'Thông báo', rows, [
      ['Lúc', 'time', 20, (row) => new Date(row.createdAt)],
      ['Tiêu đề', 'text', 60, (row) => row.subject],
      ['Nội dung', 'text', 80, (row) => row.body],
      ['Đã đọc lúc', 'time', 20, (row) => row.readAt && new Date(row.readAt)],
    ]);
  },
});
