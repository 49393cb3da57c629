import { stableId } from '#features/units';
import { type ListRow, rowKey } from './list-rows.ts';
import { plainName } from './name-key.ts';

/** Where a row lies: today's units and the deepest former one the source gives. Null = not known. */
export interface Place {
  commune: string | null;
  province: string | null;
  former: string | null;
}
export interface ProducerRecord {
  id: string;
  name: string;
  type: string | null;
  address: string | null;
  place: Place;
  rows: ListRow[];
}
export interface ProductRecord {
  id: string;
  producer: string | null;
  name: string;
  sector: string | null;
  place: Place;
  address: string | null;
  rows: ListRow[];
}
export interface RealRecords {
  producers: ProducerRecord[];
  products: ProductRecord[];
  /** Product of each row, by `list:row`. */
  productOf: Map<string, ProductRecord>;
}

/** Producer types of the lists as those of the law; a "cơ sở" is a registered household business (26/2026, Art. 2). */
const TYPES: Readonly<Record<string, string>> = {
  HTX: 'cooperative',
  THT: 'cooperativeGroup',
  DN: 'smallMediumEnterprise',
  HKD: 'householdBusiness',
  CS: 'householdBusiness',
  TC: 'association',
};

/**
 * Makes producers and products of the rows. Two rows are one producer only when the written name is the same (letter
 * case and punctuation apart) and the place is the same, or when the pair was judged the same by hand; a name alone
 * never joins. Two rows are one product when producer and written product name are the same; without a producer never.
 */
export function toRecords(
  rows: readonly ListRow[],
  placeOf: (row: ListRow) => Place,
  judgedSame: readonly [string, string][],
): RealRecords {
  const groups = new Groups();
  const firstAt = new Map<string, string>();
  for (const row of rows) {
    if (row.producer_name === '') continue;
    const place = placeOf(row);
    const written = `${plainName(row.producer_name)}@${place.former ?? place.commune ?? place.province}`;
    const key = rowKey(row.list_id, row.row_no);
    groups.join(key, firstAt.get(written) ?? key);
    if (!firstAt.has(written)) firstAt.set(written, key);
  }
  for (const [a, b] of judgedSame) groups.join(a, b);

  const producers = new Map<string, ProducerRecord>();
  const products = new Map<string, ProductRecord>();
  const productOf = new Map<string, ProductRecord>();
  for (const row of rows) {
    const key = rowKey(row.list_id, row.row_no);
    const place = placeOf(row);
    const producer = row.producer_name === '' ? null : producerOf(producers, groups.root(key), row, place);
    const productKey = producer === null ? key : `${groups.root(key)}|${plainName(row.product_name)}`;
    const product = productOfRow(products, productKey, row, place, producer);
    product.rows.push(row);
    productOf.set(key, product);
  }
  return { producers: [...producers.values()], products: [...products.values()], productOf };
}

function producerOf(producers: Map<string, ProducerRecord>, root: string, row: ListRow, place: Place): ProducerRecord {
  const known = producers.get(root);
  const producer = known ?? {
    ...{ id: stableId('producer', root), name: row.producer_name, type: TYPES[row.producer_type] ?? null },
    ...{ address: row.address || null, place, rows: [] },
  };
  producers.set(root, producer);
  producer.rows.push(row);
  producer.place = deeper(producer.place, place);
  producer.address ??= row.address || null;
  producer.type ??= TYPES[row.producer_type] ?? null;
  return producer;
}

function productOfRow(
  products: Map<string, ProductRecord>,
  key: string,
  row: ListRow,
  place: Place,
  producer: ProducerRecord | null,
): ProductRecord {
  const known = products.get(key);
  const product = known ?? {
    ...{ id: stableId('product', key), producer: producer?.id ?? null, name: row.product_name },
    ...{ sector: row.group_guess || null, place, address: row.address || null, rows: [] },
  };
  products.set(key, product);
  product.place = deeper(product.place, place);
  product.address ??= row.address || null;
  if (known && row.status === 'recognised') product.name = row.product_name;
  return product;
}

/** Of two places of one producer the one that reaches the commune. */
function deeper(one: Place, other: Place): Place {
  return one.commune === null && other.commune !== null ? other : one;
}

/** Sets that are joined pair by pair. */
class Groups {
  private readonly parent = new Map<string, string>();

  root(key: string): string {
    const up = this.parent.get(key);
    return up === undefined || up === key ? key : this.root(up);
  }

  join(a: string, b: string): void {
    const [one, other] = [this.root(a), this.root(b)];
    if (one === other) return;
    const [first, second] = one < other ? [one, other] : [other, one];
    this.parent.set(second, first);
  }
}
