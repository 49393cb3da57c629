/** What a list changes of records that are there already: completes, ends, replaces. */
import { sql } from 'kysely';
import { type Hand, moveMany, type Standing, supersede, supersessions } from '#features/registry';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';
import { daysOf, type Plan } from './plan.ts';
import type { Subject } from './subjects.ts';

const BATCH = 500;

/** What the list adds to records that are there: dated rows of the ledger with before and after. */
export async function saveChanges(
  tx: Tx,
  hand: Hand,
  id: string,
  { completed, filledProducts }: Plan,
  subjects: Subject[],
) {
  const kept = new Set<string>();
  for (const { id: recognition, row } of completed) {
    if (kept.has(recognition)) continue;
    kept.add(recognition);
    const { verdict, facts } = row;
    const fields = new Set(verdict.changes.map(({ field }) => field));
    const days = daysOf(facts.decisionDate);
    const { rows } = await sql<{ before: Record<string, unknown> }>`
      with old as (select id, jsonb_build_object('star', star, 'decision_number', decision_number, 'decision_text_date', decision_text_date, 'issued_earliest', issued_earliest,
          'issued_latest', issued_latest, 'expires_earliest', expires_earliest, 'expires_latest', expires_latest) as before from recognition where id = ${recognition})
      update recognition r set
        star = ${fields.has('star') ? sql`${facts.stars}` : sql`star`},
        decision_number = ${fields.has('decisionNumber') ? sql`${facts.decisionNumber}` : sql`decision_number`}
        ${
          fields.has('decisionDate')
            ? sql`, decision_text_date = ${facts.decisionDate}, issued_earliest = ${days.issuedEarliest}::date, issued_latest = ${days.issuedLatest}::date,
                  expires_earliest = ${days.expiresEarliest}::date, expires_latest = ${days.expiresLatest}::date`
            : sql``
        }
      from old where r.id = old.id returning old.before`.execute(tx);
    const before = rows[0]?.before ?? {};
    subjects.push({ subject: recognition, kind: 'recognition', act: 'changed', before });
    await moveMany(tx, hand, [
      {
        id: recognition,
        action: 'recognition.completeByList',
        facts: { import: id, row: facts.row, changes: verdict.changes },
      },
    ]);
  }
  await fillCommunes(tx, hand, id, filledProducts, subjects);
}

/** Gives products the commune they lacked; the first row of the list wins. */
async function fillCommunes(tx: Tx, hand: Hand, id: string, filled: Plan['filledProducts'], subjects: Subject[]) {
  const once = [...new Map(filled.toReversed().map((one) => [one.id, one])).values()];
  await inBatches(
    once,
    (batch) =>
      sql`update product o set commune = r.commune from json_to_recordset(${batch}::json) as r(id uuid, commune uuid) where o.id = r.id`.execute(
        tx,
      ),
    BATCH,
  );
  const facts = (commune: string) => ({ import: id, before: { commune: null }, after: { commune } });
  await moveMany(
    tx,
    hand,
    once.map((one) => ({ id: one.id, action: 'product.correct', facts: facts(one.commune) })),
  );
  for (const one of once)
    subjects.push({ subject: one.id, kind: 'product', act: 'changed', before: { commune: null } });
}

/** Ends the recognitions in force of what the list says was revoked. */
export async function endStanding(tx: Tx, hand: Hand, id: string, { ended }: Plan, subjects: Subject[]) {
  const once = [...new Map(ended.map((one) => [one.id, one])).values()];
  await moveMany(
    tx,
    hand,
    once.map(({ id: recognition, row: { facts } }) => ({
      ...{ id: recognition, action: 'recognition.endByList' },
      facts: { import: id, row: facts.row, decision: facts.decisionNumber, dated: facts.decisionDate },
    })),
  );
  const acts = once.map(({ id: recognition, row: { facts, kept } }) => ({
    ...{ id: recognition, on: daysOf(facts.decisionDate).issuedLatest, number: facts.decisionNumber },
    ...{ dated: facts.decisionDate, reason: kept.read.more.note ?? null },
  }));
  await inBatches(
    acts,
    (batch) =>
      sql`update recognition o set ended_on = r."on", end_decision = r.number, end_text_date = r.dated, end_reason = r.reason
    from json_to_recordset(${batch}::json) as r(id uuid, "on" date, number text, dated text, reason text) where o.id = r.id`.execute(
        tx,
      ),
    BATCH,
  );
  for (const one of once) subjects.push({ subject: one.id, kind: 'recognition', act: 'ended', before: {} });
}

/** The newer of two recognitions stands; an older one never takes its place (R7.2). */
export async function replaceOlder(
  tx: Tx,
  hand: Hand,
  { recognitions, ended }: Plan,
  standing: ReadonlyMap<string, readonly { id: string; issuedLatest: string | null; issuedHere: boolean }[]>,
  subjects: Subject[],
) {
  const gone = new Set(ended.map(({ id }) => id));
  const fresh = recognitions.filter(({ revoked }) => !revoked);
  const all: Standing[] = fresh.map(({ id, product, row }) => ({
    id,
    product,
    issuedLatest: daysOf(row.facts.decisionDate).issuedLatest,
  }));
  for (const product of new Set(fresh.map((one) => one.product)))
    for (const one of standing.get(product) ?? []) if (!gone.has(one.id)) all.push({ ...one, product });
  const pairs = supersessions(all);
  await supersede(tx, hand, pairs);
  const made = new Set(fresh.map(({ id }) => id));
  for (const { former } of pairs)
    if (!made.has(former)) subjects.push({ subject: former, kind: 'recognition', act: 'superseded', before: {} });
}
