/**
 * Compares the rows of a list with the registry, one after the other. Pure: the registry comes in as `Known`, nothing is
 * written. The same file twice gives `same` for every row the first time wrote (issue 4, section 4).
 */
import { nameKey } from '#features/registry';
import { addressSaid } from './addresses.ts';
import { additions, contradictions, decisionKey, eventFit, eventWords, knownWords } from './events.ts';
import { type IndexedProducer, type IndexedProduct, indexKnown, type KnownIndex, placeAgrees } from './known-index.ts';
import { type Match, matchRow } from './match.ts';
import { gapsOf } from './producers.ts';
import type { Change, Comparison, Known, KnownRecognition, RowFacts, Verdict } from './types.ts';
import {
  BARE,
  type Base,
  doubtful,
  notCompared,
  note,
  placeDoubt,
  refusedFor,
  withChanges,
  withReadingDoubts,
} from './verdicts.ts';

interface Context {
  readonly province: string;
  readonly index: KnownIndex;
  /** New products of the file with what was said of them, by identity. */
  readonly planned: Map<string, Told[]>;
  /** Producers an earlier row of the file gave an address. */
  readonly addressed: Set<string>;
}

/** What a row told of a product, as far as a later row of the file is held against it. */
type Told = Pick<RowFacts, 'sheet' | 'row' | 'kind' | 'stars' | 'decisionNumber' | 'decisionDate'>;
const told = ({ sheet, row, kind, stars, decisionNumber, decisionDate }: RowFacts): Told => ({
  ...{ sheet, row, kind, stars, decisionNumber, decisionDate },
});

/** A comparison with the registry of one province. */
export function compareWith(known: Known, province: string): Comparison {
  const context: Context = { province, index: indexKnown(known), planned: new Map(), addressed: new Set() };
  return { judge: (row) => judge(context, row) };
}

function judge(context: Context, row: RowFacts): Verdict {
  const out = notCompared(row, context.province, row.product, 'noProduct');
  if (out !== null || row.product === null) return out ?? { ...BARE, status: 'refused' };
  if (row.kind === 'unknown')
    return doubtful(
      'unknownKind',
      'Chưa rõ danh sách này là công nhận, thu hồi hay loại khác. Xác nhận loại danh sách.',
    );
  const keys = { product: nameKey(row.product), producer: row.producer === null ? null : nameKey(row.producer) };
  const match = matchRow(context.index, row, keys);
  const commune = row.place.commune ?? match.product?.commune ?? match.producer?.commune ?? null;
  const base = { ...BARE, product: match.product?.id ?? null, producer: match.producer?.id ?? null, commune };
  const verdict = match.product
    ? judgeKnown(row, match.product, base)
    : judgeNew(
        context,
        row,
        match,
        base,
        `${keys.producer?.key ?? ''}@${commune ?? row.address ?? ''}`,
        keys.product.key,
      );
  return withReadingDoubts(row, withProducerPlace(context, row, match.producer, verdict));
}

/** The first row that gives the address a known producer lacks completes its record too. */
function withProducerPlace(
  { addressed }: Context,
  row: RowFacts,
  producer: IndexedProducer | null,
  verdict: Verdict,
): Verdict {
  const counts = verdict.status === 'new' || verdict.status === 'change' || verdict.status === 'same';
  if (!counts || producer === null || addressed.has(producer.id) || producer.address !== null) return verdict;
  if (addressSaid(row.address) === null || !placeAgrees(row.place, producer.commune)) return verdict;
  const gaps = gapsOf(producer, { address: row.address, commune: row.place.commune });
  if (gaps.length === 0) return verdict;
  addressed.add(producer.id);
  const status = verdict.status === 'same' ? 'change' : verdict.status;
  return { ...verdict, status, changes: [...verdict.changes, ...gaps] };
}

function judgeNew(
  { planned }: Context,
  row: RowFacts,
  match: Match,
  base: Base,
  producerIdentity: string,
  productKey: string,
): Verdict {
  const newProducer = match.producer || row.producer === null ? null : producerIdentity;
  const newProduct = `${match.producer?.id ?? producerIdentity}|${productKey}`;
  const fresh: Base = { ...base, newProducer, newProduct };
  const twins = planned.get(newProduct) ?? [];
  const twin = twins.find((other) => sameInFile(row, other) !== 'other');
  if (twin && row.settled === null) {
    const at = `dòng ${twin.row}, trang “${twin.sheet}”`;
    return sameInFile(row, twin) === 'same'
      ? { ...fresh, status: 'repeat', notes: [note('repeats', `Lặp lại ${at}.`)] }
      : doubtful('contradictsRow', `Ghi khác ${at} về cùng một sản phẩm.`, fresh);
  }
  planned.set(newProduct, [...twins, told(row)]);
  if (match.doubt)
    return doubtful(match.doubt.code, match.doubt.text, { ...fresh, candidates: match.doubt.candidates });
  if (row.settled === null) {
    if (row.kind === 'revoked')
      return doubtful(
        'revokedUnknown',
        'Danh bạ chưa có sản phẩm bị thu hồi này. Chọn sản phẩm, hoặc lấy là mới.',
        fresh,
      );
    if (base.commune === null) return doubtful(...placeDoubt(row), fresh);
  }
  return { ...fresh, status: 'new' };
}

/** Two rows about one product of the file. */
function sameInFile(a: Told, b: Told): 'same' | 'other' | 'unclear' {
  const numbered = a.decisionNumber !== null && b.decisionNumber !== null;
  const otherNumber =
    numbered && decisionKey(a.decisionNumber ?? '').whole !== decisionKey(b.decisionNumber ?? '').whole;
  if (a.kind !== b.kind || otherNumber) return 'other';
  const [short, long] = [a.decisionDate ?? '', b.decisionDate ?? ''].toSorted((x, y) => x.length - y.length);
  if (short && long && !long.startsWith(short) && !numbered) return 'other';
  return a.stars === b.stars ? 'same' : 'unclear';
}

function judgeKnown(row: RowFacts, product: IndexedProduct, base: Base): Verdict {
  const fill: readonly Change[] =
    product.commune === null && base.commune !== null ? [{ field: 'commune', from: null, to: base.commune }] : [];
  if (row.kind === 'recognised') return judgeRecognised(row, product, { ...base, changes: fill });
  if (row.kind === 'revoked') return judgeRevoked(row, product, { ...base, changes: fill });
  return withChanges({ ...base, changes: fill });
}

function judgeRecognised(row: RowFacts, product: IndexedProduct, base: Base): Verdict {
  const put = row.settled?.how === 'takeList';
  const fits = product.recognitions.map((known) => ({ known, fit: eventFit(row, known) }));
  const same = fits.find(({ fit }) => fit === 'same')?.known;
  if (same) {
    const [against] = contradictions(row, same);
    if (against && row.settled === null) {
      const text = `Danh bạ ghi ${knownWords(same)}; danh sách ghi ${eventWords(row)}. ${against === 'starDiffers' ? 'Khác hạng sao.' : 'Khác ngày.'}`;
      return doubtful(against, text, { ...base, recognition: same.id });
    }
    return withChanges({ ...base, recognition: same.id, changes: [...base.changes, ...additions(row, same, put)] });
  }
  const added: Change = { field: 'recognition', from: newestWords(product.recognitions), to: eventWords(row) };
  const next: Base = { ...base, changes: [...base.changes, added] };
  if (row.settled === null) {
    if (fits.some(({ fit }) => fit === 'unclear'))
      return doubtful(
        'noDecision',
        'Hạng sao khác danh bạ mà danh sách không ghi quyết định, ngày: chưa rõ là lần nào.',
        next,
      );
    if (product.recognitions.length === 0 && saysNothing(row))
      return doubtful(
        'nothingSaid',
        'Dòng không ghi hạng sao, quyết định hay ngày: chưa rõ sản phẩm đã được công nhận.',
        next,
      );
    if (product.recognitions.some(({ issuedHere, state }) => issuedHere && state === 'inForce'))
      return doubtful(
        'issuedHere',
        'Sản phẩm có giấy chứng nhận cấp trên hệ thống còn giá trị. Xem lại trước khi ghi thêm.',
        next,
      );
  }
  return withChanges(next);
}

const saysNothing = ({ stars, decisionNumber, decisionDate }: RowFacts): boolean =>
  stars === null && decisionNumber === null && decisionDate === null;

function judgeRevoked(row: RowFacts, product: IndexedProduct, base: Base): Verdict {
  const standing = product.recognitions.filter(({ state }) => state === 'inForce');
  const [first] = standing;
  if (!first) {
    if (product.recognitions.some(({ state }) => state === 'revoked')) return withChanges(base);
    return withChanges({ ...base, changes: [...base.changes, { field: 'ended', from: null, to: eventWords(row) }] });
  }
  const ended: Change = {
    field: 'ended',
    from: knownWords(first),
    to: `thu hồi: ${eventWords({ ...row, stars: null })}`,
  };
  const next: Base = { ...base, recognition: first.id, changes: [...base.changes, ended] };
  if (standing.some(({ issuedHere }) => issuedHere))
    return refusedFor('issuedHere', 'Giấy chứng nhận cấp trên hệ thống: thu hồi bằng việc “Thu hồi giấy chứng nhận”.');
  if (standing.length > 1 && row.settled === null)
    return doubtful('severalStanding', 'Sản phẩm có nhiều giấy chứng nhận chưa kết thúc.', next);
  return withChanges(next);
}

function newestWords(recognitions: readonly KnownRecognition[]): string | null {
  const newest = recognitions.toSorted((a, b) => (b.issuedLatest ?? '').localeCompare(a.issuedLatest ?? ''))[0];
  return newest ? knownWords(newest) : null;
}
