import { type Kysely, type RawBuilder, sql } from 'kysely';
import { advicePaths, confirmedYears } from '#features/dossiers';
import { actOf, hrefOf, listWork, workAsk } from '#features/queue';
import { addDays } from '#law/days';
import { filingWindow } from '#law/reevaluation';
import type { WayIn } from '#platform/access/access';
import type { Actor } from '#platform/actor';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { formatDay } from '#ui';
import type { CalendarEvent } from './schema.ts';

/** Whoever a calendar is read for: a page's context, or the account behind an address. */
export interface Reader {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly day: Day;
  within(verb: string, alias: string): RawBuilder<boolean>;
  ways(verb: string, alias: string): readonly WayIn[];
}

const MOST = 500;

/** Everything in somebody's calendar from one day to another, in order. */
export async function eventsOf(reader: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const producer = reader.actor.role === 'producer';
  const parts = await Promise.all([
    rounds(reader, from, to),
    sessions(reader, from, to),
    producer ? ownTerms(reader, from, to) : queueTerms(reader, from, to),
    certificates(reader, from, to),
    leaves(reader, from, to),
    visits(reader, from, to),
    planned(reader, from, to),
    asked(reader, from, to),
  ]);
  return parts.flat().sort((a, b) => (a.day === b.day ? a.uid.localeCompare(b.uid) : a.day < b.day ? -1 : 1));
}

/** Rounds of one's own province or of the Ministry; for a producer those its dossiers are in. */
async function rounds({ db, actor, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const mine =
    actor.role === 'producer'
      ? sql`exists (select from dossier d join lifecycle x on x.id = d.id where d.round = r.id and ${within('dossier.read', 'x')})`
      : sql`${within('round.read', 'l')} and r.province is not distinct from ${actor.area}::uuid`;
  const { rows } = await sql<{
    id: string;
    year: number;
    no: number;
    before: Day;
    inclusive: boolean;
    done: Day;
    version: number;
    movedAt: Date;
  }>`
    select r.id, r.year, r.no, r.proposed_before as before, r.inclusive, r.completed_before as done, l.version, l.moved_at as "movedAt"
      from evaluation_round r join lifecycle l on l.id = r.id
     where ${mine} and (r.proposed_before between ${from} and ${addDays(to, 1)} or r.completed_before between ${from} and ${addDays(to, 1)})
     limit ${MOST}`.execute(db);
  return rows.flatMap(({ id, year, no, before, inclusive, done, version, movedAt }) => {
    const parts = {
      kind: 'round' as const,
      note: null,
      href: actor.role === 'producer' ? null : '/dot',
      version,
      changedAt: movedAt,
    };
    const name = `đợt ${no} năm ${year}`;
    const last = inclusive ? before : addDays(before, -1);
    return [
      { ...parts, uid: `round-cutoff-${id}`, day: last, title: `Ngày cuối đề nghị vào ${name}` },
      { ...parts, uid: `round-end-${id}`, day: addDays(done, -1), title: `Ngày cuối hoàn thành ${name}` },
    ].filter(({ day }) => day >= from && day <= to);
  });
}

async function sessions({ db, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    place: string | null;
    day: Day;
    version: number;
    movedAt: Date;
  }>`
    select s.id, s.title, s.place, s.held_on as day, l.version, l.moved_at as "movedAt"
      from council_session s join lifecycle l on l.id = s.id
     where ${within('session.read', 'l')} and l.state <> 'cancelled' and s.held_on between ${from} and ${to} limit ${MOST}`.execute(
    db,
  );
  return rows.map(({ id, title, place, day, version, movedAt }) => ({
    ...{ uid: `session-${id}`, kind: 'session' as const, day, title: `Họp Hội đồng: ${title}`, note: place },
    ...{ href: `/phien/${id}`, version, changedAt: movedAt },
  }));
}

/** A session that is not over stands in the calendar with its own day. */
const isHeld = ({ process, state }: { process: string; state: string }) =>
  process === 'session' && state !== 'concluded';

/** Last days of what waits in the officer's queue, also in a colleague's place. */
async function queueTerms(reader: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const ask = workAsk(reader, {}, MOST, null, await confirmedYears(reader.db));
  const items = await listWork(reader.db, ask);
  return items.flatMap((item) =>
    item.dueOn === null || item.dueOn < from || item.dueOn > to || isHeld(item)
      ? []
      : [
          {
            ...{ uid: `term-${item.id}`, kind: 'term' as const, day: item.dueOn, title: `Hạn: ${actOf(item)}` },
            ...{ note: item.name, href: hrefOf(item), version: item.version, changedAt: item.movedAt },
          },
        ],
  );
}

async function ownTerms({ db, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const { rows } = await sql<{ id: string; name: string; next: string; day: Day; version: number; movedAt: Date }>`
    select d.id, p.name, l.next_actor as next, l.due_on as day, l.version, l.moved_at as "movedAt"
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product
     where ${within('dossier.read', 'l')} and l.next_actor is not null and l.due_on between ${from} and ${to} limit ${MOST}`.execute(
    db,
  );
  return rows.map(({ id, name, next, day, version, movedAt }) => ({
    ...{ uid: `term-${id}`, kind: 'term' as const, day, note: name, href: `/ho-so/${id}`, version, changedAt: movedAt },
    title: next === 'producer' ? 'Hạn bạn bổ sung hồ sơ' : 'Hạn cơ quan xử lý hồ sơ',
  }));
}

/** Ends of certificates with the window of re-evaluation, for the producer and its commune. */
async function certificates({ db, actor, day: today, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  if (actor.role !== 'producer' && actor.role !== 'commune') return [];
  const { rows } = await sql<{ id: string; name: string; ends: Day; version: number; movedAt: Date }>`
    select r.id, r.product_name as name, r.expires_earliest as ends, l.version, l.moved_at as "movedAt"
      from recognition r join lifecycle l on l.id = r.id
     where ${within('certificate.print', 'l')} and l.state = 'inForce' and r.expires_earliest = r.expires_latest
       and r.expires_earliest between ${from} and ${addDays(to, 400)} limit ${MOST}`.execute(db);
  return rows.flatMap(({ id, name, ends, version, movedAt }) => {
    const parts = { kind: 'certificate' as const, note: name, href: null, version, changedAt: movedAt };
    const { opens, closes } = filingWindow(ends, today);
    return [
      { ...parts, uid: `window-open-${id}`, day: opens, title: 'Bắt đầu nhận hồ sơ đánh giá lại' },
      {
        ...parts,
        uid: `window-close-${id}`,
        day: closes,
        title: `Ngày cuối nộp hồ sơ đánh giá lại (chứng nhận hết hạn ${formatDay(ends)})`,
      },
      { ...parts, uid: `certificate-${id}`, day: ends, title: 'Giấy chứng nhận hết hạn' },
    ].filter((one) => one.day >= from && one.day <= to);
  });
}

/** Visits of the advisory team to the place, for those who read the dossier. */
async function visits({ db, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const { rows } = await sql<{
    id: string;
    dossier: string;
    product: string;
    place: string;
    day: Day;
    version: number;
    movedAt: Date;
  }>`
    select v.id, v.dossier, p.name as product, v.place, v.visited_on as day, 1 as version, v.recorded_at as "movedAt"
      from site_visit v join lifecycle l on l.id = v.dossier join dossier d on d.id = v.dossier join product p on p.id = d.product
     where ${within('dossier.read', 'l')} and v.visited_on between ${from} and ${to} order by v.visited_on, v.id limit ${MOST}`.execute(
    db,
  );
  return rows.map(({ id, dossier, product, place, day, version, movedAt }) => ({
    ...{ uid: `visit-${id}`, kind: 'visit' as const, day, title: `Khảo sát thực tế: ${product}`, note: place },
    ...{ href: advicePaths.visit(dossier, id), version, changedAt: movedAt },
  }));
}

/** Visits still to come, for the same. */
async function planned({ db, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const { rows } = await sql<{
    id: string;
    dossier: string;
    product: string;
    place: string;
    startsAt: string | null;
    day: Day;
    version: number;
    movedAt: Date;
  }>`
    select v.id, v.dossier, p.name as product, v.place, v.starts_at as "startsAt", v.visit_on as day, v.moves + 1 as version, v.changed_at as "movedAt"
      from planned_visit v join lifecycle l on l.id = v.dossier join dossier d on d.id = v.dossier join product p on p.id = d.product
     where ${within('dossier.read', 'l')} and v.visit is null and v.cancelled_on is null
       and v.visit_on between ${from} and ${to} order by v.visit_on, v.id limit ${MOST}`.execute(db);
  return rows.map(({ id, dossier, product, place, startsAt, day, version, movedAt }) => ({
    ...{ uid: `planned-${id}`, kind: 'visit' as const, day, title: `Hẹn khảo sát: ${product}` },
    ...{ note: [startsAt, place].filter(Boolean).join(', '), version, changedAt: movedAt },
    href: advicePaths.planned(dossier, id),
  }));
}

/** Last days of what the advisory team has asked for and nobody has sent yet. */
async function asked({ db, within }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const { rows } = await sql<{
    id: string;
    dossier: string;
    product: string;
    day: Day;
    version: number;
    movedAt: Date;
  }>`
    select a.id, a.dossier, p.name as product, a.due_on as day, l.version, l.moved_at as "movedAt"
      from advice_request a join lifecycle l on l.id = a.dossier join dossier d on d.id = a.dossier join product p on p.id = d.product
     where ${within('dossier.read', 'l')} and l.state in ('inRound', 'central') and a.answered_on is null
       and a.due_on between ${from} and ${to} order by a.due_on, a.id limit ${MOST}`.execute(db);
  return rows.map(({ id, dossier, product, day, version, movedAt }) => ({
    ...{ uid: `asked-${id}`, kind: 'term' as const, day, title: 'Hạn gửi giấy tờ Tổ tư vấn đề nghị', note: product },
    ...{ href: `/ho-so/${dossier}`, version, changedAt: movedAt },
  }));
}

async function leaves({ db, actor }: Reader, from: Day, to: Day): Promise<CalendarEvent[]> {
  const { rows } = await sql<{
    id: string;
    mine: boolean;
    other: string | null;
    from: Day;
    to: Day;
    version: number;
    movedAt: Date;
  }>`
    select d.id, d.holder = ${actor.account} as mine, case when d.holder = ${actor.account} then e.full_name else h.full_name end as other,
           d.valid_from as "from", d.valid_to as "to", l.version, l.moved_at as "movedAt"
      from delegation d join lifecycle l on l.id = d.id join account h on h.id = d.holder left join account e on e.id = d.deputy
     where ${actor.account}::uuid in (d.holder, d.deputy) and l.state <> 'asked' and d.valid_to >= d.valid_from
       and d.valid_from <= ${to}::date and d.valid_to >= ${from}::date limit ${MOST}`.execute(db);
  return rows.map((row) => ({
    ...{ uid: `leave-${row.id}`, kind: 'leave' as const, day: row.from, until: row.to, note: null },
    title: row.mine
      ? `Bạn vắng; ${row.other === null ? 'không có người làm thay' : `${row.other} làm thay`}`
      : `Làm thay ${row.other}`,
    ...{ href: `/nghi-phep/${row.id}`, version: row.version, changedAt: row.movedAt },
  }));
}
