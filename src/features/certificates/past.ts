/** Recognitions of former years, entered from their papers as they were: by the body and the units of their day (R8.5, R12.9). */
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { newCheckCode } from '#features/registry';
import { basisText } from '#law/answers';
import { expiresOn } from '#law/certificate';
import { type Level, whoDecides } from '#law/competence';
import type { FactsOf } from '#law/moves';
import { loadRulebook, type RulebookId, type Star } from '#law/rulebooks';
import { bandStar } from '#law/stars';
import { rulebookFor } from '#law/transition';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { type PastSheet, pastSheets, totalsFit } from './past-sheets.ts';
import { decisionRow, recordPast as recordInput } from './schema.ts';
import { runningRecognition, supersede } from './succession.ts';

/** A product of the officer's province, as it stands in the register. */
export interface PastProduct {
  readonly id: string;
  readonly name: string;
  readonly producer: string | null;
  readonly producerName: string | null;
  readonly address: string | null;
  readonly commune: string | null;
  readonly formerUnit: string | null;
}

/** A district or province that the officer's province has come from, with the days it was there. */
export interface PastUnit {
  readonly id: string;
  readonly level: 'district' | 'province';
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** The product, if it lies in the province; undefined for one out of reach. */
export async function pastProduct(db: Kysely<DB> | Tx, province: string, id: string): Promise<PastProduct | undefined> {
  const { rows } = await sql<PastProduct>`
    select p.id, p.name, p.producer, m.name as "producerName", m.address, p.commune, p.former_unit as "formerUnit"
      from product p join lifecycle l on l.id = p.id left join producer m on m.id = p.producer
     where p.id = ${id} and l.province = ${province} and p.joined_into is null`.execute(db);
  return rows[0];
}

/** Products of the province whose name holds the words, without marks. */
export async function findPastProducts(db: Kysely<DB>, province: string, q: string): Promise<PastProduct[]> {
  const { rows } = await sql<PastProduct>`
    select p.id, p.name, p.producer, m.name as "producerName", m.address, p.commune, p.former_unit as "formerUnit"
      from product p join lifecycle l on l.id = p.id left join producer m on m.id = p.producer
     where l.province = ${province} and p.joined_into is null
       and (p.name_plain like '%' || plain_text(${q}) || '%' or m.name_plain like '%' || plain_text(${q}) || '%')
     order by p.name, p.id limit 30`.execute(db);
  return rows;
}

/** The provinces the present one has come from, itself among them, and their districts: bodies that may have recognised. */
export async function pastUnits(db: Kysely<DB> | Tx, province: string): Promise<PastUnit[]> {
  const { rows } = await sql<PastUnit>`
    with provinces as (
      select ${province}::uuid as id
      union select s.former from unit_succession s join unit u on u.id = s.former and u.level = 'province' where s.successor = ${province})
    select u.id, u.level, (unit_on(u.id, coalesce(u.valid_to, current_date))).full_name as name,
           u.valid_from::text as "from", u.valid_to as "to"
      from unit u where u.id in (select id from provinces)
        or u.level = 'district' and exists (select from unit_version v where v.unit = u.id and v.parent in (select id from provinces))
     order by u.level desc, name, u.id`.execute(db);
  return rows;
}

/**
 * Enters a recognition made before the present decision: number, day, star, the body that was entitled on that day, what is
 * known of the evaluation. A newer recognition of the product goes on standing (issue 3, test 22).
 */
export const recordPast = action({
  name: 'recognition.recordPast',
  title: 'Ghi lại lần công nhận cũ',
  input: recordInput,
  output: decisionRow,
  async run(ctx, given) {
    const province = ctx.actor.area;
    if (province === null) throw refused('Tài khoản này chưa gắn với tỉnh nào nên không ghi lại được.');
    const product = await pastProduct(ctx.tx, province, given.product);
    if (!product) throw notFound();
    const unit = (await pastUnits(ctx.tx, province)).find(({ id }) => id === given.unit);
    if (!unit) throw invalid('unit', 'Chọn một đơn vị trong danh sách');
    const star = Number(given.star);
    const sheets = pastSheets(given.sheets);
    const entitled = whoDecides('recognise', star, given.dated);
    const book = rulebookFor('first', given.dated, given.dated);
    if (!book.ok) throw refused(book.message);
    const shown: FactsOf<'recognition.recordPast'> = {
      star,
      level: unit.level satisfies Level,
      decidedOn: given.dated,
      unitThere: unit.from <= given.dated && (unit.to === null || given.dated <= unit.to),
      totalsFit: totalsFit(sheets, given.points),
      bandStar: await bandOf(book.value, sheets, given.points),
      known: await isKnown(ctx.tx, product.id, given.number, given.dated),
      number: given.number,
    };
    const id = v7();
    const moved = await beget(ctx.tx, ctx, {
      process: 'recognition',
      id,
      action: 'recognition.recordPast',
      reach: { producer: product.producer, commune: product.commune, province },
      facts: { product: product.id, star, number: given.number, dated: given.dated, unit: unit.id, level: unit.level },
      shown,
      effect: async (tx) => {
        await writePast(ctx, tx, { id, star, product, unit, given, rulebook: book.value });
        const basis = entitled.ok ? basisText(entitled.basis) : '';
        await writeEvaluation(ctx, tx, { id, product, unit, given, basis, sheets });
      },
    });
    await takePlace(ctx, id, product.id, given);
    return { id, state: moved.state, version: moved.version };
  },
});

/** The star the points reach under the rulebook of that day, from the totals where they are known. */
async function bandOf(rulebook: RulebookId, sheets: readonly PastSheet[], points?: number): Promise<Star | null> {
  const { starBands } = await loadRulebook(rulebook);
  if (sheets.length > 0)
    return bandStar(starBands, { sum: sheets.reduce((sum, one) => sum + one.total, 0), count: sheets.length });
  return points === undefined ? null : bandStar(starBands, { sum: Math.round(points * 100), count: 100 });
}

type Given = ReturnType<typeof recordInput.parse>;

async function isKnown(tx: Tx, product: string, number: string, dated: Day): Promise<boolean> {
  const { rows } = await sql`
    select 1 from recognition where product = ${product} and decision_number = ${number} and issued_latest = ${dated}`.execute(
    tx,
  );
  return rows.length > 0;
}

interface Past {
  readonly id: string;
  readonly product: PastProduct;
  readonly unit: PastUnit;
  readonly given: Given;
}

async function writePast(
  ctx: ActionContext,
  tx: Tx,
  { id, star, product, unit, given, rulebook }: Past & { star: number; rulebook: string },
): Promise<void> {
  const ends = expiresOn(given.dated);
  await tx
    .insertInto('recognition')
    .values({
      ...{ id, product: product.id, star, rulebook, decision_number: given.number, decision_text_date: given.dated },
      ...{ issuer: `Ủy ban nhân dân ${await nameOn(tx, unit.id, given.dated)}`, signatory: given.signatory ?? null },
      ...{ issued_earliest: given.dated, issued_latest: given.dated, expires_earliest: ends, expires_latest: ends },
      ...{ check_code: newCheckCode(), product_code: given.productCode ?? null },
      product_name: given.productName ?? product.name,
      producer_name: given.producerName ?? product.producerName,
      producer_address: given.address ?? product.address,
      source: JSON.stringify({ kind: 'past', by: ctx.actor.account }),
    })
    .execute();
}

/** "huyện Ân Thi" as it was called on the day. */
async function nameOn(tx: Tx, unit: string, day: Day): Promise<string> {
  const { rows } = await sql<{ name: string }>`select (unit_on(${unit}::uuid, ${day}::date)).full_name as name`.execute(
    tx,
  );
  const name = rows[0]?.name ?? '';
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

async function writeEvaluation(
  ctx: ActionContext,
  tx: Tx,
  { id, product, unit, given, basis, sheets }: Past & { basis: string; sheets: readonly PastSheet[] },
) {
  const reach = { province: ctx.actor.area, producer: product.producer, commune: product.commune };
  if (given.file) await attachFiles(ctx, [given.file], { province: ctx.actor.area });
  if (given.papers.length > 0) await attachFiles(ctx, given.papers, reach);
  const { rows } = await sql<{ place: string | null }>`
    select place_text(${product.formerUnit ?? unit.id}::uuid, ${given.dated}::date) as place`.execute(tx);
  await tx
    .insertInto('past_evaluation')
    .values({
      ...{ recognition: id, unit: unit.id, level: unit.level, basis },
      ...{ council: given.council ?? null, held_on: given.heldOn ?? null },
      points: given.points === undefined ? null : String(given.points),
      place: rows[0]?.place ?? unit.name,
      file: given.file ?? null,
      sheets: JSON.stringify(sheets),
      recorded_by: ctx.actor.account,
    })
    .execute();
  if (given.papers.length > 0)
    await tx
      .insertInto('past_paper')
      .values(given.papers.map((one, at) => ({ recognition: id, position: at + 1, file: one })))
      .execute();
}

/** The newer of two recognitions in force stands; the product shows the newest, whatever was entered last. */
async function takePlace(ctx: ActionContext, id: string, product: string, given: Given): Promise<void> {
  const newest = await runningRecognition(ctx.tx, product);
  if (newest !== null && newest.id !== id) {
    await supersede(ctx, ctx.tx, id, newest.id, { number: newest.decision, dated: newest.issuedOn });
    return;
  }
  const { rows } = await sql<{ id: string }>`
    select r.id from recognition r join lifecycle l on l.id = r.id
     where r.product = ${product} and l.state = 'inForce' and r.id <> ${id} order by r.issued_latest nulls first`.execute(
    ctx.tx,
  );
  for (const former of rows) await supersede(ctx, ctx.tx, former.id, id, { number: given.number, dated: given.dated });
  await sql`update product p set current_recognition = ${id} where p.id = ${product}
             and not exists (select from recognition c where c.id = p.current_recognition and c.issued_latest > ${given.dated}::date)`.execute(
    ctx.tx,
  );
}
