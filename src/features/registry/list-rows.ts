import { readCsvRows } from '#features/units';

const DEMO = new URL('../../../db/demo/', import.meta.url);

/** A row of a real product list, as carried in db/demo (see its README). Empty text = the source does not say. */
export type ListRow = Record<
  | 'list_id'
  | 'row_no'
  | 'product_name'
  | 'producer_name'
  | 'producer_type'
  | 'address'
  | 'province_code'
  | 'district_code'
  | 'commune_code'
  | 'register_date'
  | 'new_province_code'
  | 'new_commune_codes'
  | 'new_commune_part'
  | 'stars'
  | 'score'
  | 'status'
  | 'decision_no'
  | 'decision_date'
  | 'year'
  | 'issuer'
  | 'group_guess'
  | 'note'
  | 'source_url',
  string
>;
export type SourceList = Record<
  'list_id' | 'title' | 'province' | 'district' | 'decision_no' | 'complete' | 'source_url' | 'published',
  string
>;
type Pair = Record<'list_a' | 'row_a' | 'list_b' | 'row_b' | 'producers' | 'judgement', string>;

/** The 663 rows of the 81 lists, in the order of the file. */
export const readListRows = (): ListRow[] => readCsvRows(new URL('products.csv.gz', DEMO));

/** The 81 lists: title, source, date of publication. */
export const readSourceLists = (): SourceList[] => readCsvRows(new URL('lists.csv', DEMO));

/** `list:row` */
export const rowKey = (list: string, row: string): string => `${list}:${row}`;

/**
 * Pairs of rows that a person judged to be the same product of the same producer, with the producer's name written the
 * same in both. Pairs with names written differently stay apart, whatever the judgement.
 */
export function readJudgedSame(): [string, string][] {
  const pairs: Pair[] = readCsvRows(new URL('same-name-pairs.csv', DEMO));
  return pairs
    .filter((pair) => pair.judgement === 'same' && pair.producers === 'written the same')
    .map((pair) => [rowKey(pair.list_a, pair.row_a), rowKey(pair.list_b, pair.row_b)]);
}
