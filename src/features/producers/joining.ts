/** Joining two records of one producer, taking it back, and remembering that two are different. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { isEmpty, type SubjectOut, subjectOut } from '#features/record-parts';
import { findStep } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { notFound, refused } from '#platform/refusal';
import { keep, project } from './change.ts';
import { refreshKeys } from './duplicates.ts';
import { factsOf, getProducer, recordOn } from './record.ts';
import { keepApart as apartInput, joinProducers as joinInput, unjoinProducer as unjoinInput } from './schema.ts';

/** Ids of what went over with a joined record. `had`: users of the kept record before. */
interface Moved {
  readonly products: readonly string[];
  readonly dossiers: readonly string[];
  readonly papers: readonly string[];
  readonly files: readonly string[];
  readonly users: readonly string[];
  /** Absent in joins made before ideas and places were tied to producers. */
  readonly ideas?: readonly string[];
  readonly places?: readonly string[];
  /** Places the kept record was not tied to before. */
  readonly placesNew?: readonly string[];
  readonly had: readonly string[];
}

/** Joins a record into another: everything that hangs on it goes over, chosen parts are taken, its address leads on. */
export const joinProducers = action({
  name: 'producer.join',
  title: 'Nhập hai hồ sơ chủ thể',
  input: joinInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SubjectOut> {
    const { id, other, take = [], reason } = given;
    await hold(ctx.tx, id, other);
    const [kept, left] = [await getProducer(ctx.tx, id, ctx.day), await getProducer(ctx.tx, other, ctx.day)];
    const shown = {
      ...{ reason, sameRecord: id === other, sameProvince: kept.province !== null && kept.province === left.province },
      sessions: await sessionsOfBoth(ctx.tx, id, other),
    };
    if (id !== other)
      await carryOut(ctx.tx, ctx, {
        ...{ action: 'producer.joinInto', subject: other, expect: { version: given.otherVersion } },
        ...{ reason, facts: { into: id, name: left.name } },
      });
    const before = await rowOf(ctx.tx, id);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'producer.join', subject: id, expect: ctx.expect, reason, shown },
      facts: { joined: other, name: left.name, taken: take },
      effect: async (tx, { no }) => {
        await takeOver(ctx, { kept: id, left: other, take, no });
        await tx.updateTable('producer').set({ joined_into: id }).where('id', '=', other).execute();
        const moved = await moveAll(tx, other, id);
        await sql`insert into producer_join (id, kept, joined, kept_no, moved, before, joined_on)
          values (${v7()}, ${id}, ${other}, ${no}, ${JSON.stringify(moved)}, ${JSON.stringify(before)}, ${ctx.day})`.execute(
          tx,
        );
        await refreshKeys(tx, ctx.day, [id]);
      },
    });
    return { id, version };
  },
});

/** Takes a join back, as long as nothing new hangs on the record. */
export const unjoinProducer = action({
  name: 'producer.unjoin',
  title: 'Tách lại hồ sơ đã nhập',
  input: unjoinInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SubjectOut> {
    const join = await ctx.tx
      .selectFrom('producer_join')
      .selectAll()
      .where('id', '=', given.join)
      .where('kept', '=', given.id)
      .executeTakeFirst();
    if (!join) throw notFound();
    if (join.undone_on !== null) throw refused('Hồ sơ này đã được tách lại rồi.');
    await hold(ctx.tx, given.id, join.joined);
    const moved = join.moved as unknown as Moved;
    const since = await newSince(ctx.tx, given.id, join.kept_no, moved);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'producer.unjoin', subject: given.id, expect: ctx.expect, reason: given.reason },
      ...{ shown: { reason: given.reason, since }, facts: { joined: join.joined } },
      effect: async (tx) => {
        await tx
          .updateTable('producer_fact')
          .set({ undone: true })
          .where('producer', '=', given.id)
          .where('ledger', '=', join.kept_no)
          .execute();
        await restore(tx, given.id, join.before);
        await moveBack(tx, moved, { kept: given.id, to: join.joined });
        await tx.updateTable('producer').set({ joined_into: null }).where('id', '=', join.joined).execute();
        await tx.updateTable('producer_join').set({ undone_on: ctx.day }).where('id', '=', join.id).execute();
      },
    });
    await carryOut(ctx.tx, ctx, {
      ...{ action: 'producer.standAgain', subject: join.joined, reason: given.reason, facts: { from: given.id } },
    });
    await refreshKeys(ctx.tx, ctx.day, [given.id, join.joined]);
    return { id: given.id, version };
  },
});

/** Remembers that two records are two producers: they are not asked about again. */
export const keepApart = action({
  name: 'producer.keepApart',
  title: 'Ghi hai hồ sơ không trùng',
  input: apartInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SubjectOut> {
    const [a, b] = given.id < given.other ? [given.id, given.other] : [given.other, given.id];
    await hold(ctx.tx, a, b);
    const move = { action: 'producer.keepApart', reason: given.reason } as const;
    await carryOut(ctx.tx, ctx, { ...move, subject: given.other, facts: { reason: given.reason, other: given.id } });
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ ...move, subject: given.id, expect: ctx.expect, facts: { reason: given.reason, other: given.other } },
      effect: async (tx) => {
        const done = await tx
          .updateTable('producer_pair')
          .set({ apart_on: ctx.day, apart_by: ctx.actor.account, apart_reason: given.reason })
          .where('a', '=', a)
          .where('b', '=', b)
          .where('apart_on', 'is', null)
          .executeTakeFirst();
        if (done.numUpdatedRows === 0n) throw refused('Cặp này không còn chờ xem. Tải lại danh sách.');
      },
    });
    return { id: given.id, version };
  },
});

/** Holds both records, always in the same order: two officers at once wait for each other instead of blocking. */
async function hold(tx: Tx, one: string, other: string): Promise<void> {
  for (const id of [one, other].toSorted()) await sql`select id from hold_subject(${id}::uuid)`.execute(tx);
}

/** Sessions under way in which products of both records are scored. */
async function sessionsOfBoth(tx: Tx, one: string, other: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select s.title as name from council_session s join lifecycle l on l.id = s.id
     where l.state in ('scoring', 'closed', 'opened') and (select count(distinct d.producer) from session_dossier o
       join dossier d on d.id = o.dossier where o.session = s.id and d.producer in (${one}::uuid, ${other}::uuid)) = 2`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

const ROW = sql`name, type, address, commune, former_unit, province, phone, email, website, tax_code, registration_number, representative, founded_on, history, organisation, contact_open`;
const rowOf = async (tx: Tx, id: string) => {
  const { rows } = await sql<{ row: object }>`
    select to_jsonb(r) as row from (select ${ROW} from producer where id = ${id}::uuid) r`.execute(tx);
  return rows[0]?.row ?? {};
};

/** The chosen parts of the record that is given up become dated facts of the one that is kept, and so do its items. */
async function takeOver(
  { tx, day }: ActionContext,
  { kept, left, take, no }: { kept: string; left: string; take: readonly string[]; no: number },
): Promise<void> {
  const [to, from] = [await getProducer(tx, kept, day), await getProducer(tx, left, day)];
  const [own, facts] = [await factsOf(tx, kept), await factsOf(tx, left)];
  const was = recordOn(to, own, day, day);
  for (const { part, value, items } of recordOn(from, facts, day, day)) {
    for (const item of items) await keep(tx, part, kept, { item: item.item, from: day, value: item.value }, no, day);
    if (value && take.includes(part.key)) {
      const old = was.find((one) => one.part.key === part.key)?.value;
      const first = own.every(({ section }) => section !== part.key);
      if (first && old && !isEmpty(old)) await keep(tx, part, kept, { item: kept, from: null, value: old }, null, day);
      await keep(tx, part, kept, { item: kept, from: day, value }, no, day);
    }
    if (items.length > 0 || (value && take.includes(part.key))) await project(tx, kept, part, day);
  }
}

/** Products with their recognitions, dossiers, papers, files and users go from one record to the other. */
async function moveAll(tx: Tx, from: string, to: string): Promise<Moved> {
  const ids = async (statement: ReturnType<typeof sql<{ id: string }>>) =>
    (await statement.execute(tx)).rows.map(({ id }) => id);
  const places = await ids(
    sql`delete from local_place_producer where producer = ${from}::uuid returning local_place as id`,
  );
  const had = await ids(sql`select id from appointment where producer = ${to}::uuid`);
  return {
    ...{ had, places },
    placesNew:
      await ids(sql`insert into local_place_producer (local_place, producer) select unnest(${places}::uuid[]), ${to}::uuid
      on conflict do nothing returning local_place as id`),
    ideas: await ids(sql`update product_idea set producer = ${to} where producer = ${from}::uuid returning id`),
    products: await ids(sql`update product set producer = ${to} where producer = ${from}::uuid returning id`),
    dossiers: await ids(sql`update dossier set producer = ${to} where producer = ${from}::uuid returning id`),
    papers: await ids(sql`update paper set producer = ${to} where producer = ${from}::uuid returning id`),
    files: await ids(sql`update file set producer = ${to} where producer = ${from}::uuid returning id`),
    users: await ids(sql`update appointment set producer = ${to} where producer = ${from}::uuid returning id`),
  };
}

async function moveBack(tx: Tx, moved: Moved, { kept, to }: { kept: string; to: string }): Promise<void> {
  await sql`update product set producer = ${to} where id = any(${[...moved.products]}::uuid[])`.execute(tx);
  await sql`update dossier set producer = ${to} where id = any(${[...moved.dossiers]}::uuid[])`.execute(tx);
  await sql`update paper set producer = ${to} where id = any(${[...moved.papers]}::uuid[])`.execute(tx);
  await sql`update file set producer = ${to} where id = any(${[...moved.files]}::uuid[])`.execute(tx);
  await sql`update appointment set producer = ${to} where id = any(${[...moved.users]}::uuid[])`.execute(tx);
  await sql`update product_idea set producer = ${to} where id = any(${[...(moved.ideas ?? [])]}::uuid[])`.execute(tx);
  await sql`delete from local_place_producer where producer = ${kept}::uuid and local_place = any(${[...(moved.placesNew ?? [])]}::uuid[])`.execute(
    tx,
  );
  await sql`insert into local_place_producer (local_place, producer) select unnest(${[...(moved.places ?? [])]}::uuid[]), ${to}::uuid
    on conflict do nothing`.execute(tx);
}

async function restore(tx: Tx, id: string, before: unknown): Promise<void> {
  await sql`update producer p set (${ROW}) = (select ${ROW} from jsonb_populate_record(p, ${JSON.stringify(before)}::jsonb)), version = p.version + 1
    where p.id = ${id}::uuid`.execute(tx);
}

/** What happened since a join with the record or anything of it, in words: reasons not to take it back. */
async function newSince(tx: Tx, id: string, no: number, moved: Moved): Promise<string[]> {
  const { rows } = await sql<{ action: string; from: string }>`
    select distinct on (g.action) g.action, g.from_state as from from lifecycle l join ledger g on g.subject = l.id
     where l.producer = ${id}::uuid and g.no > ${no} limit 10`.execute(tx);
  const { rows: more } = await sql<{ papers: boolean; users: boolean }>`
    select exists (select from paper where producer = ${id}::uuid and added_at > (select at from ledger where no = ${no})) as papers,
      exists (select from appointment where producer = ${id}::uuid and id <> all(${[...moved.had, ...moved.users]}::uuid[])) as users`.execute(
    tx,
  );
  return [
    ...rows.map(({ action: name, from }) => findStep(name, from)?.move.verb ?? name),
    ...(more[0]?.papers ? ['Thêm giấy tờ vào kho'] : []),
    ...(more[0]?.users ? ['Thêm người dùng'] : []),
  ];
}
