/** Producers of a list in the registry: made, or completed where their record lacked something. */
import { sql } from 'kysely';
import { type Hand, moveMany, nameKey } from '#features/registry';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';
import { detailsOf } from '../compare/producers.ts';
import type { Change, ProducerField } from '../compare/types.ts';
import type { JudgedRow } from '../rows.ts';
import { unitNames } from '../unit-names.ts';
import type { Subject } from './subjects.ts';

export interface NewProducer {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly address: string | null;
  readonly commune: string | null;
  readonly former_unit: string | null;
  readonly tax_code: string | null;
  readonly phone: string | null;
  readonly representative: { readonly name?: string };
}

/** A producer that is there with what its record lacked. */
export interface FilledProducer {
  readonly id: string;
  readonly changes: readonly Change[];
  readonly row: JudgedRow;
}

/** Legal forms in names as producer types of the law; a "cơ sở" is a registered household business (26/2026, Art. 2). */
const TYPES: Readonly<Record<string, string>> = {
  htx: 'cooperative',
  lhhtx: 'cooperative',
  tht: 'cooperativeGroup',
  'cty tnhh mtv': 'smallMediumEnterprise',
  'cty tnhh': 'smallMediumEnterprise',
  'cty cp': 'smallMediumEnterprise',
  cty: 'smallMediumEnterprise',
  dntn: 'smallMediumEnterprise',
  hkd: 'householdBusiness',
  cs: 'householdBusiness',
};

/** What a row of a list of products says of a producer: name and place alone. */
const NO_DETAILS = { taxCode: null, phone: null, representative: null };

/** A new producer as its first row says it; tax code, telephone and person come from lists of producers alone. */
export function newProducer(id: string, name: string, { facts, verdict }: JudgedRow, whole: boolean): NewProducer {
  const { taxCode, phone, representative } = whole ? detailsOf(facts) : NO_DETAILS;
  return {
    ...{ id, name, type: TYPES[nameKey(name).form ?? ''] ?? null, address: facts.address },
    ...{ commune: verdict.commune, former_unit: facts.place.former, tax_code: taxCode, phone },
    representative: representative === null ? {} : { name: representative },
  };
}

const COLUMNS: Readonly<Record<ProducerField, string>> = {
  ...{ producerAddress: 'address', producerCommune: 'commune', taxCode: 'tax_code' },
  ...{ phone: 'phone', representative: 'representative' },
};
/** Open columns by their name on the record; the others are restricted and named in the ledger without their value. */
const OPEN: Partial<Record<ProducerField, string>> = {
  producerAddress: 'Địa chỉ',
  producerCommune: 'Xã, phường, đặc khu',
};
const RESTRICTED: Partial<Record<ProducerField, string>> = {
  ...{ taxCode: 'Mã số thuế', phone: 'Điện thoại kinh doanh', representative: 'Họ tên người đại diện' },
};

export const isProducerField = (field: string): field is ProducerField => Object.hasOwn(COLUMNS, field);

const BATCH = 500;

/** Completes records that are there: one move each, only columns that were empty. */
export async function fillProducers(
  tx: Tx,
  hand: Hand,
  id: string,
  filled: readonly FilledProducer[],
  subjects: Subject[],
): Promise<void> {
  const communes = filled.flatMap(({ changes }) => changes.filter(isCommune).flatMap(({ to }) => to ?? []));
  const names = await unitNames(tx, communes);
  const words = (change: Change) => (isCommune(change) ? (names.get(change.to ?? '') ?? '') : change.to);
  await inBatches(
    filled.map(({ id: producer, changes }) => ({ id: producer, ...columnsOf(changes) })),
    (batch) =>
      sql`update producer p set address = coalesce(p.address, r.address), commune = coalesce(p.commune, r.commune), tax_code = coalesce(p.tax_code, r.tax_code),
        phone = coalesce(p.phone, r.phone), version = p.version + 1,
        representative = case when r.representative is null then p.representative else p.representative || jsonb_build_object('name', r.representative) end
      from json_to_recordset(${batch}::json) as r(id uuid, address text, commune uuid, tax_code text, phone text, representative text) where p.id = r.id`.execute(
        tx,
      ),
    BATCH,
  );
  await moveMany(
    tx,
    hand,
    filled.map(({ id: producer, changes, row }) => ({
      ...{ id: producer, action: 'producer.correct' },
      facts: {
        ...{ import: id, row: row.facts.row },
        changed: changes.flatMap((one) => {
          const field = isProducerField(one.field) ? OPEN[one.field] : undefined;
          return field === undefined ? [] : [{ field, before: null, after: words(one) }];
        }),
        restricted: changes.flatMap(({ field }) => (isProducerField(field) ? (RESTRICTED[field] ?? []) : [])),
      },
    })),
  );
  for (const { id: producer, changes } of filled) {
    const before = Object.fromEntries(Object.keys(columnsOf(changes)).map((column) => [column, null]));
    subjects.push({ subject: producer, kind: 'producer', act: 'changed', before });
  }
}

const isCommune = ({ field }: Change): boolean => field === 'producerCommune';
const columnsOf = (changes: readonly Change[]): Record<string, string | null> =>
  Object.fromEntries(changes.flatMap(({ field, to }) => (isProducerField(field) ? [[COLUMNS[field], to]] : [])));

/** Empties again what a list had filled in. */
export async function emptyProducers(
  tx: Tx,
  changed: readonly { readonly subject: string; readonly before: object }[],
): Promise<void> {
  await inBatches(
    changed.map(({ subject, before }) => ({ id: subject, was: Object.keys(before) })),
    (batch) =>
      sql`update producer p set address = case when r.was ? 'address' then null else p.address end,
        commune = case when r.was ? 'commune' then null else p.commune end, tax_code = case when r.was ? 'tax_code' then null else p.tax_code end,
        phone = case when r.was ? 'phone' then null else p.phone end, version = p.version + 1,
        representative = case when r.was ? 'representative' then p.representative - 'name' else p.representative end
      from json_to_recordset(${batch}::json) as r(id uuid, was jsonb) where p.id = r.id`.execute(tx),
    BATCH,
  );
}
