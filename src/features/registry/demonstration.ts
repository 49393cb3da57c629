import { sql } from 'kysely';
import { inBatches, type Progress, stableId } from '#features/units';
import { certificateDays } from '#law/certificate';
import type { Tx } from '#platform/db/database';
import { type Birth, begetMany, type SystemHand } from './births.ts';
import { newCheckCode } from './check-code.ts';
import { showNewest } from './current.ts';
import { demoId, demoProducers, demoProducts } from './demo-keys.ts';
import { type ListRow, readJudgedSame, readListRows, readSourceLists, rowKey } from './list-rows.ts';
import { placesOf, unitIds } from './places.ts';
import { type RealRecords, toRecords } from './real-records.ts';
import { supersede, supersessions } from './supersession.ts';

/**
 * Loads the real product lists and the invented producers and products of the demonstration programme in one
 * transaction. Only `recognised` and `revoked` rows become recognitions; every row stays as its source calls it.
 * Needs the register of units. About 1,500 ledger rows; 2 to 4 seconds.
 */
export async function loadRegistryDemonstration(
  tx: Tx,
  day: string,
  progress: Progress = () => undefined,
): Promise<void> {
  const hand: SystemHand = {
    actor: 'system:load-demonstration',
    name: 'Hệ thống',
    capacity: 'Nạp dữ liệu trình diễn',
    day,
  };
  const rows = readListRows();
  const places = await placesOf(tx, rows);
  const placeOf = (row: ListRow) =>
    places.get(rowKey(row.list_id, row.row_no)) ?? { commune: null, province: null, former: null };
  const records = toRecords(rows, placeOf, readJudgedSame());
  await saveProducers(tx, hand, records);
  await saveProducts(tx, hand, records);
  progress(
    `${records.producers.length} producers and ${records.products.length} products of ${readSourceLists().length} real lists`,
  );
  const recognised = await saveRecognitions(tx, hand, records);
  await saveRows(tx, rows, placeOf, records);
  progress(`${recognised} recognitions and revocations among ${rows.length} rows`);
  await saveInvented(tx, hand);
  progress(`${demoProducers.length} invented producers, ${demoProducts.length} invented products`);
}

/** Rows a statement: each also refreshes the public search. */
const BATCH = 100;
const isRecognition = (row: ListRow) => row.status === 'recognised' || row.status === 'revoked';
const sourceOf = (row: ListRow) => ({ list: row.list_id, row: Number(row.row_no), url: row.source_url });

async function saveProducers(tx: Tx, hand: SystemHand, { producers }: RealRecords): Promise<void> {
  const births = producers.map((each): Birth => {
    const reach = { producer: each.id, commune: each.place.commune, province: each.place.province };
    return {
      id: each.id,
      process: 'producer',
      action: 'producer.register',
      to: 'active',
      ...reach,
      facts: { sources: each.rows.map(sourceOf) },
    };
  });
  await begetMany(tx, hand, births);
  const records = producers.map((each) => ({
    ...{ id: each.id, name: each.name, type: each.type, address: each.address },
    ...{ commune: each.place.commune, former_unit: each.place.former, province: each.place.province },
    source: { rows: each.rows.map(sourceOf) },
  }));
  await inBatches(
    records,
    (batch) =>
      sql`insert into producer (id, name, type, address, commune, former_unit, province, source)
    select * from json_to_recordset(${batch}::json)
      as r(id uuid, name text, type text, address text, commune uuid, former_unit uuid, province uuid, source jsonb)`.execute(
        tx,
      ),
    BATCH,
  );
}

async function saveProducts(tx: Tx, hand: SystemHand, { products }: RealRecords): Promise<void> {
  const births = products.map((each): Birth => {
    const reach = { producer: each.producer, commune: each.place.commune, province: each.place.province };
    return {
      id: each.id,
      process: 'product',
      action: 'product.register',
      to: 'active',
      ...reach,
      facts: { sources: each.rows.map(sourceOf) },
    };
  });
  await begetMany(tx, hand, births);
  const records = products.map((each) => ({
    ...{ id: each.id, producer: each.producer, name: each.name, sector: each.sector, place_note: each.address },
    ...{ commune: each.place.commune, former_unit: each.place.former, province: each.place.province },
    source: { rows: each.rows.map(sourceOf) },
  }));
  await inBatches(
    records,
    (batch) =>
      sql`insert into product (id, producer, name, sector, sector_guessed, place_note, commune, former_unit, province, source)
    select id, producer, name, sector, sector is not null, place_note, commune, former_unit, province, source
    from json_to_recordset(${batch}::json)
      as r(id uuid, producer uuid, name text, sector text, place_note text, commune uuid, former_unit uuid, province uuid, source jsonb)`.execute(
        tx,
      ),
    BATCH,
  );
}

/** A recognition as its row says it: no star, no date and no term that the source does not give. */
function recognitionOf(row: ListRow, product: string) {
  const id = stableId('recognition', rowKey(row.list_id, row.row_no));
  const revoked = row.status === 'revoked';
  const dated = row.decision_date === '' ? null : row.decision_date;
  const days = certificateDays(revoked ? null : dated);
  const act = { number: row.decision_no || null, date: dated, issuer: row.issuer || null };
  return {
    ...{ id, product, star: row.stars === '' ? null : Number(row.stars), check_code: newCheckCode(id) },
    ...{ issued_earliest: days.issuedEarliest, issued_latest: days.issuedLatest },
    ...{ expires_earliest: days.expiresEarliest, expires_latest: days.expiresLatest },
    ...(revoked
      ? {
          ended_on: certificateDays(dated).issuedLatest,
          end_decision: act.number,
          end_text_date: act.date,
          end_issuer: act.issuer,
          end_reason: row.note || null,
        }
      : { decision_number: act.number, decision_text_date: act.date, issuer: act.issuer }),
    ...{
      product_name: row.product_name,
      producer_name: row.producer_name || null,
      producer_address: row.address || null,
    },
    source: { ...sourceOf(row), year: row.year || null, note: row.note || null, score: row.score || null },
  };
}

async function saveRecognitions(tx: Tx, hand: SystemHand, { products }: RealRecords): Promise<number> {
  const pairs = products.flatMap((product) => product.rows.filter(isRecognition).map((row) => ({ product, row })));
  const births = pairs.map(({ product, row }): Birth => {
    const revoked = row.status === 'revoked';
    return {
      id: stableId('recognition', rowKey(row.list_id, row.row_no)),
      process: 'recognition',
      action: revoked ? 'recognition.importRevoked' : 'recognition.import',
      to: revoked ? 'revoked' : 'inForce',
      ...{ producer: product.producer, commune: product.place.commune, province: product.place.province },
      facts: {
        ...sourceOf(row),
        product: row.product_name,
        stars: row.stars || null,
        decision: row.decision_no || null,
        dated: row.decision_date || null,
      },
    };
  });
  await begetMany(tx, hand, births);
  const records = pairs.map(({ product, row }) => recognitionOf(row, product.id));
  await inBatches(
    records,
    (batch) =>
      sql`insert into recognition (id, product, star, check_code, issued_earliest, issued_latest, expires_earliest, expires_latest,
      ended_on, end_decision, end_text_date, end_issuer, end_reason, decision_number, decision_text_date, issuer, product_name, producer_name, producer_address, source)
    select * from json_to_recordset(${batch}::json)
      as r(id uuid, product uuid, star integer, check_code text, issued_earliest date, issued_latest date, expires_earliest date, expires_latest date,
        ended_on date, end_decision text, end_text_date text, end_issuer text, end_reason text, decision_number text, decision_text_date text, issuer text,
        product_name text, producer_name text, producer_address text, source jsonb)`.execute(tx),
    BATCH,
  );
  const standing = records.flatMap((one, at) =>
    pairs[at]?.row.status === 'revoked' ? [] : [{ id: one.id, product: one.product, issuedLatest: one.issued_latest }],
  );
  await supersede(tx, hand, supersessions(standing));
  await showNewest(
    tx,
    products.map(({ id }) => id),
  );
  return records.length;
}

async function saveRows(
  tx: Tx,
  rows: ListRow[],
  placeOf: (row: ListRow) => { commune: string | null; province: string | null },
  { productOf }: RealRecords,
): Promise<void> {
  const lists = readSourceLists().map((list) => ({ list: list.list_id, title: list.title, data: list }));
  await sql`insert into source_list (list, title, data)
    select * from json_to_recordset(${JSON.stringify(lists)}::json) as r(list text, title text, data jsonb)`.execute(
    tx,
  );
  const records = rows.map((row) => {
    const key = rowKey(row.list_id, row.row_no);
    const place = placeOf(row);
    return {
      ...{ id: stableId('row', key), list: row.list_id, row_no: Number(row.row_no), status: row.status },
      ...{ product: row.product_name, producer: row.producer_name || null, address: row.address || null },
      ...{
        star: row.stars === '' ? null : Number(row.stars),
        score: row.score || null,
        commune: place.commune,
        province: place.province,
      },
      ...{ decision_number: row.decision_no || null, decision_date: row.decision_date || null, year: row.year || null },
      ...{ issuer: row.issuer || null, note: row.note || null, source_url: row.source_url || null },
      ...{ product_id: productOf.get(key)?.id, recognition: isRecognition(row) ? stableId('recognition', key) : null },
    };
  });
  await inBatches(
    records,
    (batch) =>
      sql`insert into list_row (id, list, row_no, status, product, producer, address, star, score, commune, province,
      decision_number, decision_date, year, issuer, note, source_url, product_id, recognition)
    select * from json_to_recordset(${batch}::json)
      as r(id uuid, list text, row_no integer, status text, product text, producer text, address text, star integer, score numeric, commune uuid,
        province uuid, decision_number text, decision_date text, year text, issuer text, note text, source_url text, product_id uuid, recognition uuid)`.execute(
        tx,
      ),
    BATCH,
  );
}

async function saveInvented(tx: Tx, hand: SystemHand): Promise<void> {
  const unit = await unitIds(tx, '2026-05-22', [
    ...demoProducers.map((each) => each.commune),
    ...demoProducers.map((each) => each.province),
  ]);
  const placed = new Map(
    demoProducers.map((each) => [each.key, { commune: unit(each.commune), province: unit(each.province) }]),
  );
  const facts = { invented: true };
  await begetMany(
    tx,
    hand,
    demoProducers.map((each): Birth => {
      const id = demoId('producer', each.key);
      return {
        id,
        process: 'producer',
        action: 'producer.register',
        to: 'active',
        producer: id,
        ...placed.get(each.key),
        facts,
      };
    }),
  );
  const producers = demoProducers.map((each) => ({
    ...each,
    id: demoId('producer', each.key),
    ...placed.get(each.key),
  }));
  await sql`insert into producer (id, name, type, address, commune, province, phone, email, history, organisation, invented)
    select r.*, true from json_to_recordset(${JSON.stringify(producers)}::json)
      as r(id uuid, name text, type text, address text, commune uuid, province uuid, phone text, email text, history text, organisation text)`.execute(
    tx,
  );
  await begetMany(
    tx,
    hand,
    demoProducts.map((each): Birth => {
      const reach = { producer: demoId('producer', each.producer), ...placed.get(each.producer) };
      return {
        id: demoId('product', each.key),
        process: 'product',
        action: 'product.register',
        to: 'active',
        ...reach,
        facts,
      };
    }),
  );
  const products = demoProducts.map((each) => ({
    ...{ ...each, id: demoId('product', each.key), producer: demoId('producer', each.producer), product_set: each.set },
    ...placed.get(each.producer),
  }));
  await sql`insert into product (id, producer, name, sector, product_set, taxonomy, specification, standard, story, commune, province, invented)
    select id, producer, name, sector, product_set, '26-2026', specification, standard, story, commune, province, true
    from json_to_recordset(${JSON.stringify(products)}::json)
      as r(id uuid, producer uuid, name text, sector text, product_set text, specification text, standard text, story text, commune uuid, province uuid)`.execute(
    tx,
  );
}
