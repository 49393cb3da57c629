import { daySpan, dayText } from '#law/days';
import type { Change, KnownRecognition, RowFacts } from './types.ts';

/** same: the row tells of this recognition · other: of another one · unclear: nobody can tell. */
export type EventFit = 'same' | 'other' | 'unclear';

/** Number of a decision without the ways of writing it: 'Số 1234/QĐ-UBND', '1234/QD-UBND' and '1234/QĐ-UBND (đợt 1)' are one. */
export function decisionKey(number: string): { head: string; whole: string } {
  const bare = number
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
  const whole = bare.replace(/^\s*(?:quyet dinh|qd)?\s*(?:so)?\s*:?\s*/u, '').replace(/[^a-z0-9]+/g, '');
  return { head: whole.match(/^\d+/)?.[0]?.replace(/^0+/, '') ?? '', whole: whole.replace(/^0+/, '') };
}

const overlap = (row: { earliest: string; latest: string }, known: KnownRecognition): boolean =>
  known.issuedEarliest !== null &&
  known.issuedLatest !== null &&
  row.earliest <= known.issuedLatest &&
  known.issuedEarliest <= row.latest;

/** Does a row tell of a recognition the registry has? Numbers decide, then days, then the star alone. */
export function eventFit(
  row: Pick<RowFacts, 'stars' | 'decisionNumber' | 'decisionDate'>,
  known: KnownRecognition,
): EventFit {
  const span = row.decisionDate === null ? undefined : daySpan(row.decisionDate);
  if (row.decisionNumber !== null && known.number !== null) {
    const [mine, its] = [decisionKey(row.decisionNumber), decisionKey(known.number)];
    if (mine.whole === its.whole) return 'same';
    const cut = mine.whole === mine.head || its.whole === its.head;
    return cut && mine.head === its.head && (!span || overlap(span, known)) ? 'same' : 'other';
  }
  if (span && known.issuedLatest !== null) return overlap(span, known) ? 'same' : 'other';
  return row.stars === null || known.star === null || row.stars === known.star ? 'same' : 'unclear';
}

/** Where a list says otherwise than the registry about one recognition; a person must look. */
export function contradictions(row: RowFacts, known: KnownRecognition): ('starDiffers' | 'dateDiffers')[] {
  const span = row.decisionDate === null ? undefined : daySpan(row.decisionDate);
  return [
    ...(row.stars !== null && known.star !== null && row.stars !== known.star ? (['starDiffers'] as const) : []),
    ...(span && known.issuedLatest !== null && !overlap(span, known) ? (['dateDiffers'] as const) : []),
  ];
}

const spanWords = (known: KnownRecognition): string | null =>
  known.issuedEarliest === null || known.issuedLatest === null
    ? null
    : known.issuedEarliest === known.issuedLatest
      ? dayText(known.issuedEarliest)
      : `${dayText(known.issuedEarliest)} – ${dayText(known.issuedLatest)}`;

/** What a list adds to a recognition of the registry; with `put`, what it puts otherwise too. */
export function additions(row: RowFacts, known: KnownRecognition, put: boolean): Change[] {
  if (known.issuedHere) return [];
  const changes: Change[] = [];
  if (row.stars !== null && (known.star === null || (put && row.stars !== known.star)))
    changes.push({ field: 'star', from: known.star === null ? null : `${known.star} sao`, to: `${row.stars} sao` });
  if (row.decisionNumber !== null && known.number === null)
    changes.push({ field: 'decisionNumber', from: null, to: row.decisionNumber });
  const span = row.decisionDate === null ? undefined : daySpan(row.decisionDate);
  if (span && row.decisionDate !== null) {
    const { issuedEarliest: from, issuedLatest: to } = known;
    const sharper =
      from === null ||
      to === null ||
      (from <= span.earliest && span.latest <= to && span.latest < to) ||
      (from <= span.earliest && span.latest <= to && from < span.earliest);
    if (sharper || (put && !overlap(span, known)))
      changes.push({ field: 'decisionDate', from: spanWords(known), to: row.decisionDate });
  }
  return changes;
}

/** "4 sao, Quyết định 12/QĐ-UBND, 30/06/2025" */
export function eventWords(row: Pick<RowFacts, 'stars' | 'decisionNumber' | 'decisionDate'>): string {
  const parts = [
    row.stars === null ? null : `${row.stars} sao`,
    row.decisionNumber === null ? null : `Quyết định ${row.decisionNumber}`,
    row.decisionDate === null ? null : row.decisionDate.split('-').reverse().join('/'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'không ghi sao, quyết định' : parts.join(', ');
}

/** The same of a recognition in the registry. */
export function knownWords(known: KnownRecognition): string {
  const parts = [
    known.star === null ? null : `${known.star} sao`,
    known.number && `Quyết định ${known.number}`,
    spanWords(known),
  ];
  return parts.filter((part) => part !== null && part !== '').join(', ') || 'không rõ sao, quyết định';
}
