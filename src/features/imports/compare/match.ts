import { type NameKey, nearNames } from '#features/registry';
import { type IndexedProducer, type IndexedProduct, type KnownIndex, placeAgrees } from './known-index.ts';
import type { Candidate, RowFacts } from './types.ts';

/** Which records a row means, or why that is not sure. */
export interface Match {
  readonly product: IndexedProduct | null;
  readonly producer: IndexedProducer | null;
  readonly doubt: { readonly code: string; readonly text: string; readonly candidates: readonly Candidate[] } | null;
}

const found = (product: IndexedProduct): Match => ({ product, producer: product.owner, doubt: null });
const ofProduct = (one: IndexedProduct): Candidate => ({
  product: one.id,
  producer: one.producer,
  words: `${one.name} – ${one.owner?.name ?? 'chưa rõ chủ thể'}`,
});
const ofProducer = (one: IndexedProducer): Candidate => ({
  product: null,
  producer: one.id,
  words: `Sản phẩm mới của ${one.name}`,
});
const ask = (
  code: string,
  text: string,
  candidates: readonly Candidate[],
  producer: IndexedProducer | null = null,
): Match => ({
  product: null,
  producer,
  doubt: { code, text, candidates: candidates.slice(0, 8) },
});

/** Finds the product and the producer a row means. Only equal keys in places that agree are taken without asking. */
export function matchRow(
  index: KnownIndex,
  row: RowFacts,
  keys: { product: NameKey; producer: NameKey | null },
): Match {
  const { settled } = row;
  const chosen = settled?.product ? index.product(settled.product) : undefined;
  if (chosen) return found(chosen);
  const chosenProducer = settled?.producer ? index.producer(settled.producer) : undefined;
  const named = index.productsNamed(keys.product);
  if (chosenProducer) {
    const its = named.find(({ producer }) => producer === chosenProducer.id);
    return its ? found(its) : { product: null, producer: chosenProducer, doubt: null };
  }
  const asNew = settled?.how === 'asNew';
  if (keys.producer === null) return asNew ? NOTHING : matchWithoutProducer(row, named);
  const key = keys.producer;
  const its = named.filter((one) => one.ownerKeys.has(key.key));
  const here = its.filter((one) => placeAgrees(row.place, one.commune));
  const [only] = here;
  if (only && here.length === 1 && !asNew) return found(only);
  const producers = index.producersNamed(key).filter((one) => placeAgrees(row.place, one.commune));
  const producer = producers.length === 1 ? (producers[0] ?? null) : null;
  if (asNew) return { product: null, producer, doubt: null };
  const doubt = doubtOf(index, row, { key, product: keys.product, named, here, its, producers });
  return doubt ?? { product: null, producer, doubt: null };
}

const NOTHING: Match = { product: null, producer: null, doubt: null };

interface Found {
  readonly key: NameKey;
  readonly product: NameKey;
  /** Products of this name, those of this producer, those of them in this place; producers of this name in this place. */
  readonly named: readonly IndexedProduct[];
  readonly its: readonly IndexedProduct[];
  readonly here: readonly IndexedProduct[];
  readonly producers: readonly IndexedProducer[];
}

function doubtOf(index: KnownIndex, row: RowFacts, { key, product, named, its, here, producers }: Found): Match | null {
  if (here.length > 1) return ask('several', 'Danh bạ có nhiều sản phẩm trùng tên và chủ thể.', here.map(ofProduct));
  if (its.length > 0)
    return ask('otherCommune', 'Danh bạ có sản phẩm này của chủ thể cùng tên ở xã khác.', its.map(ofProduct));
  const near = named.filter((one) => one.owner && nearNames(one.owner.key, key) && placeAgrees(row.place, one.commune));
  if (near.length > 0)
    return ask('nearProducer', 'Danh bạ có sản phẩm này với tên chủ thể viết gần giống.', near.map(ofProduct));
  const ownerless = named.filter((one) => one.owner === null && placeAgrees(row.place, one.commune));
  if (ownerless.length > 0)
    return ask('producerAdded', 'Danh bạ có sản phẩm này nhưng chưa rõ chủ thể.', ownerless.map(ofProduct));
  if (producers.length > 1)
    return ask('severalProducers', 'Danh bạ có nhiều chủ thể cùng tên.', producers.map(ofProducer));
  const [producer] = producers;
  if (producer) {
    const alike = producer.products.filter((one) => nearNames(one.key, product));
    return alike.length > 0
      ? ask('nearProduct', 'Chủ thể này có sản phẩm tên gần giống.', alike.map(ofProduct), producer)
      : null;
  }
  const alike = index.producersNear(key, row.place);
  if (alike.length > 0) return ask('nearProducer', 'Xã này có chủ thể tên gần giống.', alike.map(ofProducer));
  const sameCommune = named.filter((one) => one.commune !== null && one.commune === row.place.commune);
  return sameCommune.length > 0
    ? ask('otherProducer', 'Xã này có sản phẩm cùng tên của chủ thể khác.', sameCommune.map(ofProduct))
    : null;
}

function matchWithoutProducer(row: RowFacts, named: readonly IndexedProduct[]): Match {
  const here = named.filter((one) => placeAgrees(row.place, one.commune));
  const [only] = here;
  if (only && here.length === 1 && only.owner === null) return found(only);
  if (here.length > 0)
    return ask('noProducer', 'Danh sách không ghi chủ thể; danh bạ có sản phẩm cùng tên.', here.map(ofProduct));
  return NOTHING;
}
