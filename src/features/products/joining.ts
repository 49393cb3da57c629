/** Joining two records of one product, taking it back, and remembering that two are different. Nothing is joined by itself. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { isEmpty, type SubjectOut, subjectOut } from '#features/record-parts';
import { showNewest } from '#features/registry';
import { findStep, processes, stateWords } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { notFound, refused } from '#platform/refusal';
import { keep, project } from './change.ts';
import { type Moved, moveAll, moveBack, sharedYears, type YearPair } from './join-rows.ts';
import { giveWay, resumeYears, setYearsAside, standAgain, yieldingOf } from './join-yields.ts';
import { factsOf, getProduct, type ProductRow, recordOn } from './record.ts';
import { keepProductsApart as apartInput, joinProducts as joinInput, unjoinProduct as unjoinInput } from './schema.ts';
import { PARTS } from './sections.ts';

/** What is kept of a join beside the rows that moved. */
interface Kept extends Moved {
  readonly take: readonly string[];
  readonly gaveWay: readonly string[];
  readonly aside: readonly string[];
}

/** Joins a record into another: everything that hangs on it goes over, chosen parts are taken, its address leads on. */
export const joinProducts = action({
  name: 'product.join',
  title: 'Nhập hai hồ sơ sản phẩm',
  input: joinInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SubjectOut> {
    const { id, other, reason } = given;
    const { tx } = ctx;
    await hold(tx, id, other);
    const [kept, left] = [await getProduct(tx, id, ctx.day), await getProduct(tx, other, ctx.day)];
    // A record without producer takes the other's.
    const take = [...(given.take ?? []), ...(kept.producer === null && left.producer !== null ? ['producer'] : [])];
    const years = id === other ? [] : await sharedYears(tx, id, other);
    const shown = {
      ...{ reason, sameRecord: id === other, sameProvince: kept.province !== null && kept.province === left.province },
      sameProducer: kept.producer === null || left.producer === null || kept.producer === left.producer,
      openDossiers: await openOfBoth(tx, id, other),
      yearsOpen: years.map(({ year }) => year).filter((year) => given.years[year] === undefined),
    };
    const join = v7();
    if (id !== other)
      await carryOut(tx, ctx, {
        ...{ action: 'product.joinInto', subject: other, expect: { version: given.otherVersion } },
        ...{ reason, facts: { join, into: id, name: left.name } },
      });
    const yielding = await yieldingOf(tx, id, other);
    await giveWay(ctx, join, yielding);
    const exchanged = years.filter(({ year }) => given.years[year] === 'left');
    const aside = shown.yearsOpen.length > 0 ? [] : years.map((pair) => loserOf(pair, exchanged));
    await setYearsAside(ctx, join, { years: aside, reason });
    const before = await rowOf(tx, id);
    const { version } = await carryOut(tx, ctx, {
      ...{ action: 'product.join', subject: id, expect: ctx.expect, reason, shown },
      facts: { join, joined: other, name: left.name, taken: take },
      effect: async (_tx, { no }) => {
        const moved = await moveAll(tx, { from: other, to: id, take, exchanged });
        await takeOver(ctx, { kept: id, left, take, no });
        await tx.updateTable('product').set({ joined_into: id }).where('id', '=', other).execute();
        await showNewest(tx, [id, other]);
        await sql`select refresh_product_search(${[id, other]}::uuid[])`.execute(tx);
        const all: Kept = { ...moved, take, aside, gaveWay: yielding.yields.map((one) => one.id) };
        await sql`insert into product_join (id, kept, joined, kept_no, moved, before, joined_on)
          values (${join}, ${id}, ${other}, ${no}, ${JSON.stringify(all)}, ${JSON.stringify(before)}, ${ctx.day})`.execute(
          tx,
        );
      },
    });
    return { id, version };
  },
});

/** Takes a join back, as long as nothing new hangs on the record. */
export const unjoinProduct = action({
  name: 'product.unjoin',
  title: 'Tách lại hồ sơ sản phẩm đã nhập',
  input: unjoinInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, { id, join: wanted, reason }): Promise<SubjectOut> {
    const { tx } = ctx;
    const join = await tx
      .selectFrom('product_join')
      .selectAll()
      .where('id', '=', wanted)
      .where('kept', '=', id)
      .executeTakeFirst();
    if (!join) throw notFound();
    if (join.undone_on !== null) throw refused('Hồ sơ này đã được tách lại rồi.');
    await hold(tx, id, join.joined);
    const moved = join.moved as unknown as Kept;
    const since = await newSince(tx, id, join.kept_no);
    const facts = { join: join.id };
    const { version } = await carryOut(tx, ctx, {
      ...{ action: 'product.unjoin', subject: id, expect: ctx.expect, reason },
      ...{ shown: { reason, since }, facts: { ...facts, joined: join.joined } },
      effect: async () => {
        await tx
          .updateTable('product_fact')
          .set({ undone: true })
          .where('product', '=', id)
          .where('ledger', '=', join.kept_no)
          .execute();
        await restore(tx, id, moved.take, join.before);
        await moveBack(tx, moved, { from: id, to: join.joined });
        await tx.updateTable('product').set({ joined_into: null }).where('id', '=', join.joined).execute();
        await tx.updateTable('product_join').set({ undone_on: ctx.day }).where('id', '=', join.id).execute();
      },
    });
    await carryOut(tx, ctx, {
      ...{ action: 'product.standAgain', subject: join.joined, reason, facts: { ...facts, from: id } },
    });
    await standAgain(ctx, join.id, moved.gaveWay, reason);
    await resumeYears(ctx, join.id, { years: moved.aside, reason });
    await showNewest(tx, [id, join.joined]);
    await sql`select refresh_product_search(${[id, join.joined]}::uuid[])`.execute(tx);
    return { id, version };
  },
});

/** Remembers that two records are two products: they are not asked about again. */
export const keepProductsApart = action({
  name: 'product.keepApart',
  title: 'Ghi hai sản phẩm không trùng',
  input: apartInput,
  output: subjectOut,
  subject: (given) => given.id,
  async run(ctx, { id, other, reason }): Promise<SubjectOut> {
    if (id === other) throw refused('Chọn hai hồ sơ khác nhau.');
    const [a = id, b = other] = [id, other].toSorted();
    await hold(ctx.tx, a, b);
    const move = { action: 'product.keepApart', reason } as const;
    await carryOut(ctx.tx, ctx, { ...move, subject: other, facts: { reason, other: id } });
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ ...move, subject: id, expect: ctx.expect, facts: { reason, other } },
      effect: async (tx) => {
        const done = await tx
          .insertInto('product_apart')
          .values({ a, b, apart_on: ctx.day, apart_by: ctx.actor.account, reason })
          .onConflict((twice) => twice.doNothing())
          .executeTakeFirst();
        if (done.numInsertedOrUpdatedRows === 0n) throw refused('Cặp này đã được ghi không trùng.');
      },
    });
    return { id, version };
  },
});

/** Holds both records, always in the same order: two officers at once wait for each other instead of blocking. */
async function hold(tx: Tx, one: string, other: string): Promise<void> {
  for (const id of [one, other].toSorted()) await sql`select id from hold_subject(${id}::uuid)`.execute(tx);
}

const ENDED = Object.keys(processes.dossier.states).filter((state) => stateWords('dossier', state).final === true);

/** Dossiers under way in words, when both records have one; else none. */
async function openOfBoth(tx: Tx, one: string, other: string): Promise<string[]> {
  const { rows } = await sql<{ product: string; name: string; state: string }>`
    select d.product, p.name, l.state from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product
     where d.product in (${one}::uuid, ${other}::uuid) and l.state <> all(${ENDED}::text[]) order by d.created_at limit 20`.execute(
    tx,
  );
  if (new Set(rows.map(({ product }) => product)).size < 2) return [];
  return rows.map(({ name, state }) => `${name}: ${stateWords('dossier', state).name}`);
}

const loserOf = (pair: YearPair, exchanged: readonly YearPair[]): string =>
  exchanged.includes(pair) ? pair.kept : pair.left;

/** Columns of table product that a part fills. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  name: ['name'],
  producer: ['producer'],
  class: ['product_set', 'taxonomy', 'sector', 'sector_guessed'],
  place: ['commune', 'former_unit', 'province', 'earlier_units', 'place_note'],
  story: ['story', 'story_en'],
  specification: ['specification', 'standard'],
  picture: ['picture'],
};
const ALL = sql.join(
  Object.values(COLUMNS)
    .flat()
    .map((name) => sql.ref(name)),
);
const columnsOf = (take: readonly string[]) => take.flatMap((key) => COLUMNS[key] ?? []).map((name) => sql.ref(name));

async function rowOf(tx: Tx, id: string): Promise<object> {
  const { rows } = await sql<{ row: object }>`
    select to_jsonb(r) as row from (select ${ALL} from product where id = ${id}::uuid) r`.execute(tx);
  return rows[0]?.row ?? {};
}

/** The chosen parts of the record that is given up become dated facts of the one that is kept, and so do its items. */
async function takeOver(
  ctx: ActionContext,
  { kept, left, take, no }: { kept: string; left: ProductRow; take: readonly string[]; no: number },
): Promise<void> {
  const { tx, day } = ctx;
  const own = await factsOf(tx, kept);
  const was = recordOn(await getProduct(tx, kept, day), own, day, day);
  for (const { part, value, items } of recordOn(left, await factsOf(tx, left.id), day, day)) {
    const before = was.find((one) => one.part.key === part.key);
    const known = new Set((before?.items ?? []).map((one) => sameItem(one.value)));
    for (const { item, value: said } of items) {
      if (known.has(sameItem(said))) continue;
      // What stood first among the pictures stays first.
      const { order: _order, ...unordered } = said;
      const stands = part.key === PARTS.picture.key && known.size > 0 ? unordered : said;
      await keep(ctx, { product: kept, part, item, from: day, value: stands, ledger: no });
    }
    if (items.length > 0 && part.key === PARTS.picture.key) await project(tx, kept, part, day);
    if (!value || !take.includes(part.key)) continue;
    const first = own.every(({ section }) => section !== part.key);
    if (first && before?.value && !isEmpty(before.value))
      await keep(ctx, { product: kept, part, item: kept, from: null, value: before.value, ledger: null });
    await keep(ctx, { product: kept, part, item: kept, from: day, value, ledger: no });
  }
  const columns = columnsOf(take);
  if (columns.length > 0)
    await sql`update product k set (${sql.join(columns)}) = (select ${sql.join(columns)} from product where id = ${left.id}::uuid), version = k.version + 1
      where k.id = ${kept}::uuid`.execute(tx);
}

/** Two items that say the same: the same file, barcode, number. */
const sameItem = (value: Readonly<Record<string, unknown>>): string =>
  String(value.key ?? value.file ?? JSON.stringify(Object.entries(value).toSorted()));

async function restore(tx: Tx, id: string, take: readonly string[], before: unknown): Promise<void> {
  const columns = sql.join(columnsOf([...take, 'picture']));
  await sql`update product p set (${columns}) = (select ${columns} from jsonb_populate_record(null::product, ${JSON.stringify(before)}::jsonb)), version = p.version + 1
    where p.id = ${id}::uuid`.execute(tx);
}

/** What happened since a join with the record, its recognitions, dossiers or years, in words; joins taken back do not count. */
async function newSince(tx: Tx, id: string, no: number): Promise<string[]> {
  const { rows } = await sql<{ action: string; from: string }>`
    select distinct on (g.action) g.action, g.from_state as from from ledger g
     where g.no > ${no} and g.subject in (select ${id}::uuid union all select id from recognition where product = ${id}::uuid
         union all select id from dossier where product = ${id}::uuid union all select id from product_year where product = ${id}::uuid
         union all select r.id from review r join dossier d on d.id = r.dossier where d.product = ${id}::uuid)
       and not exists (select from product_join j where j.undone_on is not null and j.id::text = g.facts ->> 'join')
     limit 10`.execute(tx);
  return rows.map(({ action: name, from }) => findStep(name, from)?.move.verb ?? name);
}
