/** Writes a list into the registry: all of it or nothing, one ledger row a record, set by set. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { begetMany, type Hand, newCheckCode, showNewest } from '#features/registry';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';
import type { Known } from '../compare/types.ts';
import type { JudgedRow } from '../rows.ts';
import type { ImportSubject } from '../schema.ts';
import { endStanding, replaceOlder, saveChanges } from './changes.ts';
import { newestMade, type Plan, planOf, producerPlanOf, recognitionColumns } from './plan.ts';
import { fillProducers } from './producers.ts';
import { keepSubjects, refreshSearch, type Subject } from './subjects.ts';

/** Tables grow under the statements: few large ones are planned as what they are. */
const BATCH = 5000;

export interface Written {
  readonly producers: number;
  readonly products: number;
  readonly recognitions: number;
  readonly changed: number;
  readonly ended: number;
  readonly same: number;
}

interface Writing {
  readonly id: string;
  readonly subject: ImportSubject;
  readonly province: string;
  readonly hand: Hand;
  /** Told what is under way; throws when somebody asked to stop. */
  readonly step: (words: string) => Promise<void>;
}

/** Writes the rows judged against `known` in the caller's transaction, which holds the province. */
export async function writeRows(
  tx: Tx,
  { id, subject, province, hand, step }: Writing,
  rows: readonly JudgedRow[],
  known: Known,
): Promise<Written> {
  const standing = new Map(
    known.products.map((one) => [one.id, one.recognitions.filter(({ state }) => state === 'inForce')] as const),
  );
  const plan =
    subject === 'producers' ? producerPlanOf(rows, v7) : planOf(rows, (product) => standing.get(product) ?? [], v7);
  const subjects: Subject[] = [];
  await step('Đang ghi chủ thể');
  await saveProducers(tx, hand, id, province, plan, subjects);
  await step('Đang ghi sản phẩm');
  await saveProducts(tx, hand, id, province, plan, subjects);
  await step('Đang ghi lần công nhận');
  await saveRecognitions(tx, hand, id, province, plan, subjects, new Map(known.products.map((one) => [one.id, one])));
  await step('Đang ghi thay đổi');
  await fillProducers(tx, hand, id, plan.filledProducers, subjects);
  await saveChanges(tx, hand, id, plan, subjects);
  await endStanding(tx, hand, id, plan, subjects);
  await replaceOlder(tx, hand, plan, standing, subjects);
  await keepSubjects(tx, id, subjects);
  await keepPlaces(tx, id, plan);
  const touched = [...new Set(plan.placed.flatMap((one) => one.product_id ?? []))];
  const made = new Set(plan.products.map((one) => one.id));
  await step('Đang cập nhật tra cứu');
  await showNewest(
    tx,
    touched.filter((product) => !made.has(product)),
  );
  await refreshSearch(tx, [...new Set([...touched, ...(await productsOf(tx, plan))])]);
  return {
    ...{ producers: plan.producers.length, products: plan.products.length, recognitions: plan.recognitions.length },
    changed: plan.completed.length + plan.filledProducts.length + plan.filledProducers.length,
    ended: plan.ended.length,
    same: rows.filter(({ verdict }) => verdict.status === 'same').length,
  };
}

/** Products of the producers a list completed: the search tells where they are. */
async function productsOf(tx: Tx, { filledProducers }: Plan): Promise<string[]> {
  const ids = filledProducers.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`select id from product where producer = any(${ids}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

async function saveProducers(
  tx: Tx,
  hand: Hand,
  id: string,
  province: string,
  { producers }: Plan,
  subjects: Subject[],
) {
  await begetMany(
    tx,
    hand,
    producers.map((one) => ({
      ...{ id: one.id, process: 'producer', action: 'producer.register', to: 'active' },
      ...{ producer: one.id, commune: one.commune, province, facts: { import: id, name: one.name } },
    })),
  );
  await inBatches(
    producers.map((one) => ({ ...one, province, source: { import: id } })),
    (batch) =>
      sql`insert into producer (id, name, type, address, commune, former_unit, tax_code, phone, representative, province, source)
    select * from json_to_recordset(${batch}::json) as r(id uuid, name text, type text, address text, commune uuid, former_unit uuid,
      tax_code text, phone text, representative jsonb, province uuid, source jsonb)`.execute(tx),
    BATCH,
  );
  for (const one of producers) subjects.push({ subject: one.id, kind: 'producer', act: 'made', before: {} });
}

/** Products stand with the recognition they show, which is written after them. */
async function saveProducts(tx: Tx, hand: Hand, id: string, province: string, plan: Plan, subjects: Subject[]) {
  const { products } = plan;
  const shown = newestMade(plan);
  await sql`set constraints product_current_recognition_fkey deferred`.execute(tx);
  await begetMany(
    tx,
    hand,
    products.map((one) => ({
      ...{ id: one.id, process: 'product', action: 'product.register', to: 'active' },
      ...{ producer: one.producer, commune: one.commune, province, facts: { import: id, name: one.name } },
    })),
  );
  await inBatches(
    products.map((one) => ({ ...one, province, current_recognition: shown.get(one.id), source: { import: id } })),
    (batch) =>
      sql`insert into product (id, producer, name, place_note, commune, former_unit, province, current_recognition, source)
    select id, producer, name, place_note, commune, former_unit, province, current_recognition, source from json_to_recordset(${batch}::json)
      as r(id uuid, producer uuid, name text, place_note text, commune uuid, former_unit uuid, province uuid, current_recognition uuid, source jsonb)`.execute(
        tx,
      ),
    BATCH,
  );
  for (const one of products) subjects.push({ subject: one.id, kind: 'product', act: 'made', before: {} });
}

async function saveRecognitions(
  tx: Tx,
  hand: Hand,
  id: string,
  province: string,
  { recognitions, placed, products }: Plan,
  subjects: Subject[],
  known: ReadonlyMap<string, { readonly producer: string | null; readonly commune: string | null }>,
) {
  const made = new Map(products.map((one) => [one.id, one]));
  const producerOf = new Map(placed.map((one) => [one.product_id, one.producer_id]));
  await begetMany(
    tx,
    hand,
    recognitions.map(({ id: recognition, product, revoked, row: { facts } }) => ({
      ...{
        id: recognition,
        process: 'recognition',
        action: revoked ? 'recognition.importRevoked' : 'recognition.import',
      },
      ...{ to: revoked ? 'revoked' : 'inForce', producer: producerOf.get(product) ?? null, province },
      commune: (made.get(product) ?? known.get(product))?.commune ?? null,
      facts: {
        ...{ import: id, sheet: facts.sheet, row: facts.row, product: facts.product, stars: facts.stars },
        ...{ decision: facts.decisionNumber, dated: facts.decisionDate },
      },
    })),
  );
  await inBatches(
    recognitions.map((one) => recognitionColumns(one, id, newCheckCode())),
    (batch) =>
      sql`insert into recognition (id, product, star, check_code, issued_earliest, issued_latest, expires_earliest, expires_latest, ended_on, end_decision,
      end_text_date, end_reason, decision_number, decision_text_date, product_code, product_name, producer_name, producer_address, source)
    select * from json_to_recordset(${batch}::json) as r(id uuid, product uuid, star integer, check_code text, issued_earliest date, issued_latest date,
      expires_earliest date, expires_latest date, ended_on date, end_decision text, end_text_date text, end_reason text, decision_number text,
      decision_text_date text, product_code text, product_name text, producer_name text, producer_address text, source jsonb)`.execute(
        tx,
      ),
    BATCH,
  );
  await sql`set constraints product_current_recognition_fkey immediate`.execute(tx);
  for (const one of recognitions) subjects.push({ subject: one.id, kind: 'recognition', act: 'made', before: {} });
}

async function keepPlaces(tx: Tx, id: string, { placed }: Plan) {
  await inBatches(
    placed,
    (batch) =>
      sql`update list_import_row o set product_id = r.product_id, producer_id = r.producer_id, recognition_id = r.recognition_id
    from json_to_recordset(${batch}::json) as r(no integer, product_id uuid, producer_id uuid, recognition_id uuid) where o.import = ${id} and o.no = r.no`.execute(
        tx,
      ),
    BATCH,
  );
}
