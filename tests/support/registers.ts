/** Registers of known margins, written by the owner into a test's own database: states are set directly, without a ledger. */
import { randomUUID } from 'node:crypto';
import type { TestDb } from './database.ts';

/** One unit of an invented province. */
export interface MadeUnit {
  readonly id: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly from: string;
  readonly to?: string;
  /** Whole successor. */
  readonly becomes?: string;
}

/** One product with one recognition. */
export interface MadeProduct {
  /** Number of its producer in this register. */
  readonly producer: number;
  readonly type: string;
  readonly star: number;
  readonly sector: string;
  /** The unit it stands in, by id, and whether that is one of today's. */
  readonly unit: string;
  readonly former: boolean;
  readonly province: string | null;
  readonly issued: string;
  readonly expires: string;
  readonly life?: 'inForce' | 'revoked' | 'annulled' | 'superseded';
  readonly ended?: string;
  /** Number of the row whose product this is a later recognition of. */
  readonly again?: number;
}

async function makeUnits(test: TestDb, units: readonly MadeUnit[]): Promise<void> {
  const rows = JSON.stringify(units);
  const of = `jsonb_to_recordset($1::jsonb) as u (id uuid, level text, code text, name text, parent uuid, "from" date, "to" date, becomes uuid)`;
  await test.asOwner(`insert into unit (id, level, valid_from, valid_to) select id, level, "from", "to" from ${of}`, [
    rows,
  ]);
  await test.asOwner(
    `insert into unit_version (unit, valid_from, valid_to, code, name, full_name, type, parent)
     select id, "from", "to", code, name, name, level, parent from ${of}`,
    [rows],
  );
  await test.asOwner(
    `insert into unit_succession (former, successor, part) select id, becomes, 'full' from ${of} where becomes is not null`,
    [rows],
  );
}

/** A province of the units before July 2025 with districts of one commune each, and the province and commune they became. */
export async function makeProvince(test: TestDb, code: string, districts: readonly string[]) {
  const [province, next] = [randomUUID(), randomUUID()];
  const parts = districts.map((name, n) => ({ name, id: randomUUID(), commune: randomUUID(), now: randomUUID(), n }));
  const old = { from: '2020-01-01', to: '2025-06-30' };
  const now = { from: '2025-07-01' };
  await makeUnits(test, [
    { id: next, level: 'province', code: `9${code}`, name: `Tỉnh mới ${code}`, parent: null, ...now },
    { id: province, level: 'province', code, name: `Tỉnh ${code}`, parent: null, ...old, becomes: next },
    ...parts.flatMap(({ id, name, n, commune, now: today }) => [
      { id, level: 'district' as const, code: `${code}${n}`, name, parent: province, ...old },
      { id: today, level: 'commune' as const, code: `9${code}${n}0`, name: `Xã mới ${name}`, parent: next, ...now },
      {
        id: commune,
        level: 'commune' as const,
        code: `${code}${n}0`,
        name: `Xã ${name}`,
        parent: id,
        ...old,
        becomes: today,
      },
    ]),
  ]);
  return {
    unit: { id: province, code, name: `Tỉnh ${code}`, level: 'province' } as const,
    next,
    communes: parts.map(({ commune }) => commune),
  };
}

/** Writes the products, their producers and recognitions; answers the ids of the products in the order given. */
export async function makeRegister(test: TestDb, products: readonly MadeProduct[]): Promise<string[]> {
  const makers = new Map<number, string>();
  const rows = products.map((row) => {
    const maker = makers.get(row.producer) ?? randomUUID();
    makers.set(row.producer, maker);
    return { ...row, maker, product: randomUUID(), recognition: randomUUID(), life: row.life ?? 'inForce' };
  });
  const made = rows.map((row) => ({
    ...row,
    product: rows[row.again ?? -1]?.product ?? row.product,
    first: row.again === undefined,
  }));
  const given = JSON.stringify(made);
  const of = `jsonb_to_recordset($1::jsonb) as m (maker uuid, product uuid, recognition uuid, life text, first boolean, producer int, type text, star int,
    sector text, unit uuid, former boolean, province uuid, issued date, expires date, ended date)`;
  const place =
    '(case when not former then unit end) as commune, (case when former then unit end) as former_unit, province';
  await test.asOwner(
    `insert into lifecycle (id, process, state, version) select distinct maker, 'producer', 'active', 1 from ${of}
     union all select product, 'product', 'active', 1 from ${of} where first union all select recognition, 'recognition', life, 1 from ${of}`,
    [given],
  );
  await test.asOwner(
    `update lifecycle l set state = m.life from ${of} where l.id = m.recognition and l.state <> m.life`,
    [given],
  ); // a new row is born in the first state of its process
  await test.asOwner(
    `insert into producer (id, name, type, commune, former_unit, province, invented)
     select distinct on (maker) maker, 'Chủ thể giả định ' || producer, type, ${place}, true from ${of} order by maker`,
    [given],
  );
  await test.asOwner(
    `insert into product (id, producer, name, sector, commune, former_unit, province, invented)
     select product, maker, 'Sản phẩm giả định', sector, ${place}, true from ${of} where first`,
    [given],
  );
  await test.asOwner(
    `insert into recognition (id, product, star, issued_earliest, issued_latest, expires_earliest, expires_latest, ended_on, product_name)
     select recognition, product, star, issued, issued, expires, expires, ended, 'Sản phẩm giả định' from ${of}`,
    [given],
  );
  return made.map(({ product }) => product);
}
