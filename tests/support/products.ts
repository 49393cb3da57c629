/** Products and recognitions written straight into the register, for tests of what hangs on them. */
import { v7 } from 'uuid';

/** `asOwner` of a test's database. */
type AsOwner = (query: string, values?: unknown[]) => Promise<object[]>;

export interface WantedRecognition {
  readonly star: number | null;
  /** Null: the source gives no day. */
  readonly issued: string | null;
  readonly decision?: string | null;
  readonly code?: string;
}

async function born(asOwner: AsOwner, process: 'product' | 'recognition', like: string): Promise<string> {
  const id = v7();
  await asOwner(
    `insert into lifecycle (id, process, producer, commune, province) select $1, $2, producer, commune, province from lifecycle where id = $3`,
    [id, process, like],
  );
  const [action, to] = process === 'product' ? ['product.register', 'active'] : ['recognition.import', 'inForce'];
  await asOwner(
    `insert into ledger (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, request_id, facts)
     values ($1, $2, $3, 'new', $4, 'system:test', 'Hệ thống', 'Thử', '2026-01-05', 'thu', '{}')`,
    [id, process, action, to],
  );
  return id;
}

/** A product of a producer, in its place; with recognitions that hold for three years from their day. */
export async function makeProduct(
  asOwner: AsOwner,
  producer: string,
  name: string,
  recognitions: readonly WantedRecognition[] = [],
): Promise<{ id: string; recognitions: string[] }> {
  const id = await born(asOwner, 'product', producer);
  await asOwner(
    `insert into product (id, producer, name, sector, commune, province, invented) select $1, r.id, $3, 'I', r.commune, r.province, true from producer r where r.id = $2`,
    [id, producer, name],
  );
  const made: string[] = [];
  for (const wanted of recognitions) made.push(await recognise(asOwner, id, wanted));
  await asOwner(
    `update product p set current_recognition = (select id from recognition where product = p.id order by issued_latest desc nulls last, id limit 1) where id = $1`,
    [id],
  );
  return { id, recognitions: made };
}

async function recognise(asOwner: AsOwner, product: string, wanted: WantedRecognition): Promise<string> {
  const id = await born(asOwner, 'recognition', product);
  await asOwner(
    `insert into recognition (id, product, star, decision_number, decision_text_date, issued_earliest, issued_latest, expires_earliest, expires_latest, check_code, product_name)
     select $1::uuid, p.id, $3, $4, $5::text, $5::date, $5::date, $5::date + interval '36 months', $5::date + interval '36 months', $6, p.name from product p where p.id = $2`,
    [id, product, wanted.star, wanted.decision ?? null, wanted.issued, wanted.code ?? null],
  );
  return id;
}

/** A year of a product told and, unless it waits, accepted. Money in đồng. */
export async function tellYear(
  asOwner: AsOwner,
  product: string,
  year: number,
  revenue: number,
  state: 'reported' | 'accepted' = 'accepted',
): Promise<string> {
  const id = v7();
  await asOwner(
    `insert into lifecycle (id, process, producer, commune, province) select $1, 'productYear', producer, commune, province from lifecycle where id = $2`,
    [id, product],
  );
  const move = (action: string, from: string, to: string) =>
    asOwner(
      `insert into ledger (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, request_id, facts)
       values ($1, 'productYear', $2, $3, $4, 'system:test', 'Hệ thống', 'Thử', '2026-01-05', 'thu', '{}')`,
      [id, action, from, to],
    );
  await move('productYear.report', 'new', 'reported');
  await asOwner('insert into product_year (id, product, year) values ($1, $2, $3)', [id, product, year]);
  await asOwner(
    `insert into product_year_version (product_year, no, quantity, quantity_unit, revenue, jobs, jobs_women, jobs_local, by_office, entered_by, reported_on)
     values ($1, 1, 5, 'tấn', $2, 4, 2, 4, true, 'system:test', '2026-01-05')`,
    [id, revenue],
  );
  if (state === 'accepted') {
    await move('productYear.accept', 'reported', 'accepted');
    await asOwner(`update product_year set accepted = 1, accepted_on = '2026-01-06' where id = $1`, [id]);
  }
  return id;
}
