/**
 * Producers of a list held against those of the registry. Pure. A list completes what the record lacks and replaces
 * nothing: what it says otherwise is told, and changed by a person on the record (R19.5 for tax codes).
 */
import { nameKey } from '#features/registry';
import { readTaxCode } from '#law/taxCode';
import { readPhone } from '#platform/http/normalise';
import type { RowNote } from '../reading/types.ts';
import { addressSaid } from './addresses.ts';
import { type IndexedProducer, indexKnown, type KnownIndex, placeAgrees } from './known-index.ts';
import type { Candidate, Change, Comparison, Known, ProducerField, RowFacts, Verdict } from './types.ts';
import {
  BARE,
  type Base,
  doubtful,
  notCompared,
  note,
  placeDoubt,
  withChanges,
  withReadingDoubts,
} from './verdicts.ts';

/** What a row says of a producer beside its name, in the spelling of the register. */
interface Details {
  readonly address: string | null;
  readonly commune: string | null;
  readonly taxCode: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
  /** Values that are no tax code and no telephone number; they are not written. */
  readonly wrong: readonly RowNote[];
}

/** Reads the details of a row; what cannot be one of its kind is left out and named in `wrong`. */
export function detailsOf(row: RowFacts): Details {
  const tax = row.taxCode === null ? null : readTaxCode(row.taxCode);
  const phone = row.phone === null ? null : (readPhone(row.phone) ?? null);
  const wrong: RowNote[] = [];
  if (tax && !tax.ok) wrong.push(note('taxCode', `Mã số thuế “${row.taxCode}” không đúng. ${tax.message}`));
  if (row.phone !== null && phone === null)
    wrong.push(note('phone', `Điện thoại “${row.phone}” không đúng: cần một số, đủ 10 hoặc 11 chữ số.`));
  return {
    ...{ address: row.address, commune: row.place.commune, phone, representative: row.representative, wrong },
    taxCode: tax?.ok ? tax.value.text : null,
  };
}

const PART: Readonly<Record<ProducerField, string>> = {
  ...{ producerAddress: 'address', producerCommune: 'address', taxCode: 'registration' },
  ...{ phone: 'contact', representative: 'representative' },
};

/** What a row adds to a producer: only what its record lacks, in parts no person has changed; no address that names only units. */
export function gapsOf(
  producer: IndexedProducer,
  said: Pick<Details, 'address' | 'commune'> & Partial<Details>,
): Change[] {
  const pairs: readonly [ProducerField, string | null, string | null | undefined][] = [
    ['producerAddress', producer.address, addressSaid(said.address)],
    ['producerCommune', producer.commune, said.commune],
    ['taxCode', producer.taxCode, said.taxCode],
    ['phone', producer.phone, said.phone],
    ['representative', producer.representative, said.representative],
  ];
  return pairs.flatMap(([field, has, to]) =>
    has === null && to && !producer.byHand.includes(PART[field]) ? [{ field, from: null, to }] : [],
  );
}

interface Told {
  readonly sheet: string;
  readonly row: number;
  readonly said: Details;
}
interface Context {
  readonly province: string;
  readonly index: KnownIndex;
  readonly ofTaxCode: ReadonlyMap<string, IndexedProducer>;
  /** What earlier rows of the file said, by the producer they mean. */
  readonly told: Map<string, Told>;
}

/** A comparison of a list of producers with the registry of one province. */
export function compareProducers(known: Known, province: string): Comparison {
  const index = indexKnown({ producers: known.producers, products: [] });
  const ofTaxCode = new Map<string, IndexedProducer>();
  for (const { id, taxCode } of known.producers) {
    const producer = taxCode === null ? undefined : index.producer(id);
    if (taxCode !== null && producer) ofTaxCode.set(taxCode, producer);
  }
  const context: Context = { province, index, ofTaxCode, told: new Map() };
  return { judge: (row) => judge(context, row) };
}

function judge(context: Context, row: RowFacts): Verdict {
  const out = notCompared(row, context.province, row.producer, 'noProducer');
  if (out !== null) return out;
  const said = detailsOf(row);
  const { producer, doubt } = matchProducer(context, row, said);
  const verdict = producer ? judgeKnown(row, said, producer) : judgeNew(row, said, doubt);
  const identity = producer?.id ?? `${nameKey(row.producer ?? '').key}@${verdict.commune ?? row.address ?? ''}`;
  return withReadingDoubts(row, againstFile(context, row, said, identity, verdict));
}

interface Match {
  readonly producer: IndexedProducer | null;
  readonly doubt: { readonly code: string; readonly text: string; readonly candidates: readonly Candidate[] } | null;
}

const candidateOf = (one: IndexedProducer): Candidate => ({ product: null, producer: one.id, words: wordsOf(one) });
const wordsOf = ({ name, address }: IndexedProducer): string => (address === null ? name : `${name} – ${address}`);

/** The producer a row means: one of the same name in a place that agrees, or the one a person chose. */
function matchProducer({ index, ofTaxCode }: Context, row: RowFacts, { taxCode }: Details): Match {
  const chosen = row.settled?.producer ? index.producer(row.settled.producer) : undefined;
  if (chosen) return { producer: chosen, doubt: null };
  if (row.settled?.how === 'asNew') return { producer: null, doubt: null };
  const key = nameKey(row.producer ?? '');
  const named = index.producersNamed(key);
  const here = named.filter((one) => placeAgrees(row.place, one.commune));
  const [only] = here;
  if (only && here.length === 1) return { producer: only, doubt: null };
  const ask = (code: string, text: string, candidates: readonly IndexedProducer[]): Match => ({
    producer: null,
    doubt: { code, text, candidates: candidates.slice(0, 8).map(candidateOf) },
  });
  if (here.length > 1) return ask('severalProducers', 'Danh bạ có nhiều chủ thể cùng tên.', here);
  const sameCode = taxCode === null ? undefined : ofTaxCode.get(taxCode);
  if (sameCode) return ask('sameTaxCode', 'Danh bạ có chủ thể tên khác với cùng mã số thuế.', [sameCode]);
  if (named.length > 0) return ask('otherCommune', 'Danh bạ có chủ thể cùng tên ở xã khác.', named);
  const near = index.producersNear(key, row.place);
  return near.length > 0
    ? ask('nearProducer', 'Xã này có chủ thể tên gần giống.', near)
    : { producer: null, doubt: null };
}

function judgeKnown(row: RowFacts, said: Details, producer: IndexedProducer): Verdict {
  const kept: RowNote[] = [];
  const other = (has: string | null, says: string | null) => has !== null && says !== null && has !== says;
  if (other(producer.address, addressSaid(said.address)))
    kept.push(note('addressKept', `Danh bạ ghi địa chỉ “${producer.address}”; danh sách không đổi địa chỉ này.`));
  if (other(producer.phone, said.phone))
    kept.push(note('phoneKept', 'Điện thoại khác danh bạ; danh sách không đổi số này.'));
  const changes = gapsOf(producer, said);
  const base: Base = {
    ...BARE,
    producer: producer.id,
    commune: producer.commune ?? said.commune,
    notes: kept,
    changes,
  };
  if (row.settled === null && other(producer.taxCode, said.taxCode))
    return doubtful(
      'taxCodeDiffers',
      'Cùng tên nhưng mã số thuế khác danh bạ: chưa rõ là một chủ thể. Danh sách không đổi mã số thuế đang có.',
      { ...base, candidates: [candidateOf(producer)] },
    );
  return askWrong(row, said, withChanges(base));
}

function judgeNew(row: RowFacts, said: Details, doubt: Match['doubt']): Verdict {
  const identity = `${nameKey(row.producer ?? '').key}@${said.commune ?? row.address ?? ''}`;
  const fresh: Base = { ...BARE, newProducer: identity, commune: said.commune };
  if (doubt) return doubtful(doubt.code, doubt.text, { ...fresh, candidates: doubt.candidates });
  if (row.settled === null && said.commune === null) return doubtful(...placeDoubt(row), fresh);
  return askWrong(row, said, { ...fresh, status: 'new' });
}

/** Values that are none of their kind are asked; settled, the row is written without them. */
function askWrong(row: RowFacts, { wrong }: Details, verdict: Verdict): Verdict {
  const [first] = wrong;
  if (!first) return verdict;
  const { status: _status, ...base } = verdict;
  if (row.settled !== null) return { ...verdict, notes: [...verdict.notes, ...wrong] };
  return doubtful(first.code, `${first.text} Sửa, hoặc ghi theo danh sách mà bỏ giá trị này.`, base);
}

/** A row about a producer an earlier row told of: the same again, or something else that a person must look at. */
function againstFile({ told }: Context, row: RowFacts, said: Details, identity: string, verdict: Verdict): Verdict {
  const before = told.get(identity);
  if (before === undefined) {
    if (verdict.status !== 'doubtful') told.set(identity, { sheet: row.sheet, row: row.row, said });
    return verdict;
  }
  const at = `dòng ${before.row}, trang “${before.sheet}”`;
  if (row.settled?.how === 'asNew') return { ...verdict, newProducer: `${verdict.newProducer}#${row.no}` };
  if (row.settled !== null) return verdict;
  const fields = ['taxCode', 'phone', 'representative'] as const;
  const against = fields.some((field) => {
    const [first, second] = [before.said[field], said[field]];
    return first !== null && second !== null && first !== second;
  });
  const { status: _status, ...base } = verdict;
  if (against) return doubtful('contradictsRow', `Ghi khác ${at} về cùng một chủ thể.`, base);
  return { ...base, changes: [], status: 'repeat', notes: [note('repeats', `Lặp lại ${at}.`)] };
}
