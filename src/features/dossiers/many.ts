import { sql } from 'kysely';
import { v7 } from 'uuid';
import { z } from 'zod';
import { action } from '#platform/http/action';
import type { ActionContext, ReadContext } from '#platform/http/context';
import { eachApart, type Outcome, oneOfMany } from '#platform/http/each-apart';
import { uuid } from '#platform/http/fields';
import { invalid } from '#platform/refusal';
import { receiveOne } from './commune-receive.ts';
import { paths } from './urls.ts';

/** At most so many in one go: as many as a page of the list shows, twice over. */
const MOST_AT_ONCE = 100;

/** The list the officer came from, with its filters. */
export const listAddress = z
  .string()
  .max(1200)
  .regex(/^\/(ho-so|viec-cua-toi)(\?[^\s\\]*)?$/)
  .meta({ label: 'Danh sách đã mở' });

const receiveManyInput = z.strictObject({
  items: z.array(oneOfMany).min(1).max(MOST_AT_ONCE).meta({ label: 'Hồ sơ đã chọn' }),
  back: listAddress.optional(),
});

/** The same for the province, each dossier with the round it goes into. */
export const acceptManyInput = z.strictObject({
  items: z
    .array(oneOfMany.extend({ round: uuid({ label: 'Đợt đánh giá' }) }))
    .min(1)
    .max(MOST_AT_ONCE)
    .meta({ label: 'Hồ sơ đã chọn' }),
  back: listAddress.optional(),
});

/** What became of one dossier of many. */
const result = z.object({ id: uuid(), name: z.string(), done: z.boolean(), words: z.string() });
export type ManyResult = z.output<typeof result>;
export const manyOut = z.object({ id: uuid(), results: z.array(result) });
export type ManyOut = z.output<typeof manyOut>;

/** The commune receives many dossiers, each by itself: one that cannot be received is named and stops no other (U25). */
export const receiveMany = action({
  name: 'dossier.receiveMany',
  permission: 'dossier.receive',
  title: 'Tiếp nhận nhiều hồ sơ',
  input: receiveManyInput,
  output: manyOut,
  publicData: false,
  async run(ctx, { items, back }) {
    onceEach(items);
    const outcomes = await eachApart(ctx, 'dossier.receive', items, receiveOne);
    return keepResults(ctx, 'dossier.receive', back, outcomes, () => 'Đã tiếp nhận.');
  },
});

/** Throws when a dossier was chosen twice. */
export function onceEach(items: readonly { id: string }[]): void {
  if (new Set(items.map(({ id }) => id)).size < items.length) throw invalid('items', 'Chọn mỗi hồ sơ một lần');
}

/** Keeps what became of each, for the page of results; names are told only of dossiers within reach. */
export async function keepResults<Item extends { id: string }, Out>(
  ctx: ActionContext,
  verb: string,
  back: string | undefined,
  outcomes: readonly Outcome<Item, Out>[],
  said: (item: Item) => string,
): Promise<ManyOut> {
  const ids = outcomes.map(({ item }) => item.id);
  const { rows } = await sql<{ id: string; name: string }>`
    select d.id, p.name || ', ' || m.name as name
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
     where d.id = any(${ids}::uuid[]) and ${ctx.within('dossier.read', 'l')}`.execute(ctx.tx);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const results = outcomes.map((one) => ({
    id: one.item.id,
    name: names.get(one.item.id) ?? 'Hồ sơ không tìm thấy',
    done: one.done,
    words: one.done ? said(one.item) : one.refusal.message,
  }));
  const id = v7();
  await ctx.tx
    .insertInto('act_on_many')
    .values({
      id,
      account: ctx.actor.account,
      action: verb,
      back: back ?? paths.list,
      results: JSON.stringify(results),
    })
    .execute();
  return { id, results };
}

/** What was chosen in a list, as it stands in the address of the preview. */
export const chosenQuery = z.object({
  chon: z.array(uuid()).max(MOST_AT_ONCE).catch([]).default([]),
  ve: listAddress.optional().catch(undefined),
});

/** A dossier chosen, as the preview shows it. */
export interface ChosenRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly kind: string;
  readonly product: string;
  readonly producer: string;
  readonly commune: string;
  readonly province: string;
  readonly enteredBy: string;
  readonly proposedOn: string | null;
}

/** The chosen dossiers the actor may act on with this verb, in the order of their terms. */
export async function chosenRows(ctx: ReadContext, verb: string, ids: readonly string[]): Promise<ChosenRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ChosenRow>`
    select d.id, l.version, l.state, d.kind, p.name as product, m.name as producer, d.province, d.entered_by as "enteredBy",
           d.proposed_on as "proposedOn", v.full_name as commune
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
      left join lateral (select w.full_name from unit_version w where w.unit = d.commune order by w.valid_from desc limit 1) v on true
     where d.id = any(${[...ids]}::uuid[]) and ${ctx.within(verb, 'l')} and ${ctx.within('dossier.read', 'l')}
     order by l.due_on nulls last, d.id`.execute(ctx.db);
  return rows;
}
