/** What writing a list means: records to make, to complete, to end. Pure: ids come from `newId`. */
import { type CertificateDays, certificateDays } from '#law/certificate';
import type { KnownRecognition } from '../compare/types.ts';
import type { JudgedRow } from '../rows.ts';
import { type FilledProducer, isProducerField, type NewProducer, newProducer } from './producers.ts';

export interface NewProduct {
  readonly id: string;
  readonly name: string;
  readonly producer: string | null;
  readonly place_note: string | null;
  readonly commune: string | null;
  readonly former_unit: string | null;
}
export interface NewRecognition {
  readonly id: string;
  readonly product: string;
  readonly revoked: boolean;
  readonly row: JudgedRow;
}
/** A row with where it will stand. */
export interface Placed {
  readonly no: number;
  readonly product_id: string | null;
  readonly producer_id: string | null;
  readonly recognition_id: string | null;
}
export interface Plan {
  readonly producers: NewProducer[];
  readonly products: NewProduct[];
  readonly recognitions: NewRecognition[];
  /** Existing recognitions the list completes, and those it ends. */
  readonly completed: { readonly id: string; readonly row: JudgedRow }[];
  readonly ended: { readonly id: string; readonly row: JudgedRow }[];
  /** Existing products given the commune they lacked. */
  readonly filledProducts: { readonly id: string; readonly commune: string }[];
  /** Existing producers given what their record lacked; the first row that gives it counts. */
  readonly filledProducers: FilledProducer[];
  readonly placed: Placed[];
}

const WRITTEN = new Set(['new', 'change', 'same', 'repeat']);

const emptyPlan = (): Plan => ({
  ...{ producers: [], products: [], recognitions: [], completed: [], ended: [] },
  ...{ filledProducts: [], filledProducers: [], placed: [] },
});

/** Makes the plan of the rows judged; `standing` are the existing recognitions in force of a product. */
export function planOf(
  rows: readonly JudgedRow[],
  standing: (product: string) => readonly KnownRecognition[],
  newId: () => string,
): Plan {
  const producers = new Map<string, NewProducer>();
  const products = new Map<string, NewProduct>();
  const plan = emptyPlan();
  for (const row of rows) {
    if (!WRITTEN.has(row.verdict.status)) continue;
    const producer = row.verdict.producer ?? producerOf(producers, plan, row, newId);
    fillProducer(plan, row);
    const product = row.verdict.product ?? productOf(products, plan, row, producer, newId);
    if (product === null) continue; // a row that repeats one of the file which is not written
    const recognition = recognitionOf(plan, row, product, standing, newId);
    plan.placed.push({ no: row.kept.no, product_id: product, producer_id: producer, recognition_id: recognition });
  }
  return plan;
}

function producerOf(known: Map<string, NewProducer>, plan: Plan, row: JudgedRow, newId: () => string, whole = false) {
  const { facts, verdict } = row;
  const { newProducer: identity } = verdict;
  if (identity === null) return null;
  const there = known.get(identity);
  if (there) return there.id;
  if (verdict.status === 'repeat' || facts.producer === null) return null;
  const made = newProducer(newId(), facts.producer, row, whole);
  known.set(identity, made);
  plan.producers.push(made);
  return made.id;
}

/** What a row completes of a producer that is there. */
function fillProducer({ filledProducers }: Plan, row: JudgedRow): void {
  const { producer: id, changes } = row.verdict;
  const gaps = changes.filter(({ field }) => isProducerField(field));
  if (id !== null && gaps.length > 0) filledProducers.push({ id, changes: gaps, row });
}

/** The plan of a list of producers: no product and no recognition comes of it. */
export function producerPlanOf(rows: readonly JudgedRow[], newId: () => string): Plan {
  const plan = emptyPlan();
  const producers = new Map<string, NewProducer>();
  for (const row of rows) {
    if (!WRITTEN.has(row.verdict.status)) continue;
    const producer = row.verdict.producer ?? producerOf(producers, plan, row, newId, true);
    fillProducer(plan, row);
    plan.placed.push({ no: row.kept.no, product_id: null, producer_id: producer, recognition_id: null });
  }
  return plan;
}

function productOf(
  known: Map<string, NewProduct>,
  plan: Plan,
  { facts, verdict }: JudgedRow,
  producer: string | null,
  newId: () => string,
) {
  const identity = verdict.newProduct ?? '';
  const there = known.get(identity);
  if (there) return there.id;
  if (verdict.status === 'repeat') return null;
  const made: NewProduct = {
    ...{ id: newId(), name: facts.product ?? '', producer, place_note: facts.address },
    ...{ commune: verdict.commune, former_unit: facts.place.former },
  };
  known.set(identity, made);
  plan.products.push(made);
  return made.id;
}

/** Only a list of recognitions makes some, only one of revocations ends some; every other list makes none. */
function recognitionOf(
  plan: Plan,
  row: JudgedRow,
  product: string,
  standing: (product: string) => readonly KnownRecognition[],
  newId: () => string,
): string | null {
  const { verdict, facts } = row;
  const fields = new Set(verdict.changes.map(({ field }) => field));
  if (fields.has('commune') && verdict.commune) plan.filledProducts.push({ id: product, commune: verdict.commune });
  const makes = verdict.status === 'new' || (verdict.status === 'change' && fields.has('recognition'));
  if (facts.kind === 'recognised' && makes) return addRecognition(plan, row, product, false, newId);
  if (facts.kind === 'recognised' && verdict.recognition && verdict.status === 'change') {
    if (fields.has('star') || fields.has('decisionNumber') || fields.has('decisionDate'))
      plan.completed.push({ id: verdict.recognition, row });
  }
  if (facts.kind === 'revoked' && (verdict.status === 'new' || fields.has('ended'))) {
    const ends = verdict.product ? standing(verdict.product) : [];
    if (ends.length === 0) return addRecognition(plan, row, product, true, newId);
    for (const { id } of ends) plan.ended.push({ id, row });
  }
  return verdict.recognition;
}

function addRecognition(plan: Plan, row: JudgedRow, product: string, revoked: boolean, newId: () => string): string {
  const id = newId();
  plan.recognitions.push({ id, product, revoked, row });
  return id;
}

/** A list of a hundred thousand rows has a few hundred days: each is worked out once. */
const worked = new Map<string, CertificateDays>();
const MOST_DAYS = 5000;

/** The days a decision's date gives a certificate. */
export function daysOf(date: string | null): CertificateDays {
  if (date === null) return certificateDays(null);
  const there = worked.get(date);
  if (there) return there;
  if (worked.size >= MOST_DAYS) worked.clear();
  const days = certificateDays(date);
  worked.set(date, days);
  return days;
}

/** The recognition each product made by this list shows: the newest, of those without a day the first made. */
export function newestMade({ recognitions }: Plan): ReadonlyMap<string, string> {
  const newest = new Map<string, { id: string; on: string }>();
  for (const { id, product, revoked, row } of recognitions) {
    const on = (revoked ? null : certificateDays(row.facts.decisionDate).issuedLatest) ?? '';
    const there = newest.get(product);
    if (there === undefined || on > there.on || (on === there.on && id < there.id)) newest.set(product, { id, on });
  }
  return new Map([...newest].map(([product, { id }]) => [product, id]));
}

/** A recognition as its row says it: no star, no date and no term that the list does not give. */
export function recognitionColumns({ id, product, revoked, row }: NewRecognition, importId: string, checkCode: string) {
  const { facts, kept } = row;
  const days = daysOf(revoked ? null : facts.decisionDate);
  const note = kept.read.more.note ?? null;
  const act = revoked
    ? {
        ended_on: daysOf(facts.decisionDate).issuedLatest,
        ...{ end_decision: facts.decisionNumber, end_text_date: facts.decisionDate, end_reason: note },
      }
    : { decision_number: facts.decisionNumber, decision_text_date: facts.decisionDate };
  return {
    ...{ id, product, star: facts.stars, check_code: checkCode },
    ...{ issued_earliest: days.issuedEarliest, issued_latest: days.issuedLatest },
    ...{ expires_earliest: days.expiresEarliest, expires_latest: days.expiresLatest, ...act },
    ...{ product_code: kept.read.more.productCode ?? null },
    ...{ product_name: facts.product, producer_name: facts.producer, producer_address: facts.address },
    source: { import: importId, sheet: facts.sheet, row: facts.row, note, score: kept.read.score },
  };
}
