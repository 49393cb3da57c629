import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { actorOfAppointment } from '#features/identity';
import { addDays } from '#law/days';
import { createAccess } from '#platform/access/access';
import type { Actor } from '#platform/actor';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { PublicContext } from '#platform/http/context';
import { download, publicDownload } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { policyTable } from '#policy';
import { icsOf } from './ics.ts';
import { eventsOf, type Reader } from './queries.ts';
import { feedParams } from './schema.ts';

const TYPE = 'text/calendar; charset=utf-8';
/** How far a calendar file reaches: two months back, thirteen ahead. */
const spanOf = (day: Day): [Day, Day] => [addDays(day, -62), addDays(day, 400)];

/** The secret of a feed: nobody can guess it without SECRET, and the owner can be shown it again. */
export function feedToken(secret: string, feed: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, 'saolang calendar', 'feed', 32));
  return createHmac('sha256', key).update(feed).digest('base64url');
}

/** What is kept of it. */
export const feedHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The open feed of an account in its present role; undefined when it has none. */
export async function openFeed(db: Kysely<DB>, { account, role, unit }: Actor): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select f.id from calendar_feed f join appointment p on p.id = f.appointment
     where f.account = ${account} and p.role = ${role} and p.unit is not distinct from ${unit}::uuid and f.closed_at is null`.execute(
    db,
  );
  return rows[0];
}

/** One's calendar as a file. */
export const calendarFile = download({
  name: 'calendar.file',
  title: 'Tải lịch (.ics)',
  permission: 'calendar.read',
  async run(ctx) {
    const events = await eventsOf(ctx, ...spanOf(ctx.day));
    return { name: 'sao-lang.ics', type: TYPE, body: icsOf(events, ctx) };
  },
});

/**
 * The same for a calendar program that has subscribed: no session, the secret in the address stands for the account in the
 * role it was made in, with whatever that role reaches at this moment. Unknown, closed and useless addresses are all 404.
 */
export const calendarFeed = publicDownload({
  name: 'calendar.feed',
  title: 'Lịch đã đăng ký (.ics)',
  params: feedParams,
  rate: 'signIn',
  async run(ctx, { token }) {
    const reader = await readerOf(ctx, token);
    const events = await eventsOf(reader, ...spanOf(ctx.day));
    return { name: 'sao-lang.ics', type: TYPE, body: icsOf(events, ctx), personal: true };
  },
});

async function readerOf({ db, day, now }: PublicContext, token: string): Promise<Reader> {
  const feed = await db
    .updateTable('calendar_feed')
    .set({ last_read_at: now })
    .where('token_hash', '=', feedHash(token))
    .where('closed_at', 'is', null)
    .returning('appointment')
    .executeTakeFirst();
  const actor = feed && (await actorOfAppointment(db, feed.appointment, day));
  if (!actor) throw notFound();
  const access = createAccess(policyTable);
  return {
    ...{ db, day, actor },
    within: (verb, alias) => access.within(actor, verb, alias),
    ways: (verb, alias) => access.waysOf(actor, verb, alias),
  };
}
