import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';
import { demoProducers, demoProducts } from './demo-keys.ts';
import { type ListRow, readListRows, rowKey } from './list-rows.ts';
import { plainName } from './name-key.ts';
import { toRecords } from './real-records.ts';

let test: TestDb;
beforeAll(async () => {
  test = await testDatabase({ demo: true });
});
const rows = readListRows();
const ask = async <Row extends Record<string, unknown>>(query: string) => (await test.asOwner(query)) as Row[];

describe('the demonstration programme', () => {
  it('keeps every row of the lists with its own status', async () => {
    const kept = await ask<{ status: string; n: number }>(
      'select status, count(*)::int as n from list_row group by status',
    );
    const counted = new Map<string, number>();
    for (const row of rows) counted.set(row.status, (counted.get(row.status) ?? 0) + 1);
    expect(Object.fromEntries(kept.map((row) => [row.status, row.n]))).toEqual(Object.fromEntries(counted));
    expect(rows).toHaveLength(663);
  });

  it('makes recognitions of recognised and revoked rows only', async () => {
    const wanted = rows.filter((row) => row.status === 'recognised' || row.status === 'revoked').length;
    const [found] = await ask<{ n: number; others: number }>(
      "select count(*)::int as n, (select count(*)::int from list_row where recognition is not null and status not in ('recognised', 'revoked')) as others from recognition where decision is null and source ->> 'kind' is distinct from 'past'",
    );
    expect(found).toEqual({ n: wanted, others: 0 });
  });

  it('invents no star and no date', async () => {
    const made = await ask<{
      key: string;
      star: number | null;
      dated: string | null;
      issued: string | null;
      life: string;
      product: string;
    }>(
      `select g.product, row.list || ':' || row.row_no as key, g.star, g.decision_text_date as dated, g.issued_earliest::text as issued, l.state as life
       from list_row row join recognition g on g.id = row.recognition join lifecycle l on l.id = g.id`,
    );
    const source = new Map(rows.map((row) => [rowKey(row.list_id, row.row_no), row]));
    for (const each of made) {
      const row = source.get(each.key);
      const revoked = row?.status === 'revoked';
      expect([each.key, each.star]).toEqual([each.key, row?.stars ? Number(row.stars) : null]);
      expect([each.key, each.dated]).toEqual([each.key, revoked ? null : row?.decision_date || null]);
      expect(each.issued === null, each.key).toBe(revoked || row?.decision_date === '');
      const later = made.some(
        ({ product, issued }) => product === each.product && (issued ?? '') > (each.issued ?? '~'),
      );
      expect([each.key, each.life]).toEqual([each.key, revoked ? 'revoked' : later ? 'superseded' : 'inForce']);
    }
    expect(made).toHaveLength(472);
    // One product stands in the list of 2024 with four stars and in the Ministry's of 2025 with five.
    expect(made.filter(({ life }) => life === 'superseded')).toHaveLength(1);
  });

  it('keeps the precision of a date: a month gives its first and last day', async () => {
    const [found] = await ask(
      `select issued_earliest::text as a, issued_latest::text as b, expires_earliest::text as c, expires_latest::text as d
       from recognition where decision_text_date = '2024-11' limit 1`,
    );
    expect(found).toEqual({ a: '2024-11-01', b: '2024-11-30', c: '2027-11-01', d: '2027-11-30' });
  });

  it('joins producers only by written name and place', () => {
    const base = { ...rows[0], list_id: 'x', row_no: '1', producer_name: 'HTX Sen', product_name: 'Trà' } as ListRow;
    const at = (row_no: string, change: Partial<ListRow>) => ({ ...base, row_no, ...change });
    const place = (row: ListRow) => ({ commune: null, province: 'p', former: row.district_code });
    const made = (all: ListRow[]) => toRecords(all, place, []).producers.length;
    expect(made([at('1', {}), at('2', { producer_name: 'htx  SEN' })])).toBe(1);
    expect(made([at('1', {}), at('2', { district_code: '999' })])).toBe(2);
    expect(made([at('1', {}), at('2', { producer_name: 'Hợp tác xã Sen' })])).toBe(2);
    expect(toRecords([at('1', {}), at('2', { district_code: '999' })], place, [['x:1', 'x:2']]).producers).toHaveLength(
      1,
    );
    expect(made([at('1', { producer_name: '' }), at('2', { producer_name: '' })])).toBe(0);
  });

  it('leaves a divided or unknown commune to be placed by hand', async () => {
    const unclear = rows.filter(
      (row) => row.commune_code !== '' && row.new_commune_part !== 'full' && row.register_date < '2025-07-01',
    );
    expect(unclear.length).toBeGreaterThan(0);
    const placed = await ask<{ key: string; commune: string | null; province: string | null }>(
      "select list || ':' || row_no as key, commune::text, province::text from list_row",
    );
    const byKey = new Map(placed.map((row) => [row.key, row]));
    for (const row of unclear) {
      const found = byKey.get(rowKey(row.list_id, row.row_no));
      expect([found?.commune, found?.province === null]).toEqual([null, false]);
    }
  });

  it('marks what is invented, and hangs it on invented names only', async () => {
    const [found] = await ask(
      `select (select count(*)::int from producer where invented) as producers, (select count(*)::int from product where invented) as products,
        (select count(*)::int from product p join producer r on r.id = p.producer where p.invented <> r.invented) as mixed,
        (select count(*)::int from product where invented and name not like '%(giả định)') as unmarked`,
    );
    const twice = 1; // one household stands twice in the register, to be found as likely the same
    expect(found).toMatchObject({ producers: demoProducers.length + twice, mixed: 0, unmarked: 0 });
    expect(Number((found as { products: number }).products)).toBeGreaterThanOrEqual(demoProducts.length);
    const real = new Set(rows.map((row) => plainName(row.producer_name)));
    expect(demoProducers.filter((each) => real.has(plainName(each.name)))).toEqual([]);
  });

  it('writes one birth move a subject, chained', async () => {
    const [found] = await ask(
      `select count(*)::int as births, count(*) filter (where hash is null)::int as unhashed from ledger
       where actor = 'system:load-demonstration' and process in ('producer', 'product', 'recognition') and action <> 'recognition.supersede'`,
    );
    const [subjects] = await ask(
      `select count(*)::int as n from (select id from producer union all select id from product union all select id from recognition) s
       where exists (select from ledger l where l.subject = s.id and l.actor = 'system:load-demonstration')`,
    );
    expect(found).toEqual({ births: subjects?.n, unhashed: 0 });
  });
});
