/** The years of a product's certificates as stretches on a line: pure, for the drawing of its validity. */
import { addDays } from '#law/days';
import { asideSpans } from '#law/validity';
import type { Day } from '#platform/clock';
import type { ChainLink } from './record.ts';

/** A stretch of days on which a certificate was or may be used, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly kind: 'valid' | 'extended';
}

export interface Bar {
  readonly id: string;
  readonly star: number | null;
  readonly spans: readonly Span[];
  /** Revoked or annulled: where it broke off. */
  readonly brokenOn: Day | null;
}

const earlier = (a: Day, b: Day | null): Day => (b !== null && b < a ? b : a);

/** What of each recognition can be drawn; those whose source gives no day are left out. */
export function barsOf(chain: readonly ChainLink[]): Bar[] {
  return chain.flatMap((one) => {
    const { issuedLatest, expiresLatest, extendedTo, extendedFrom, endedOn, life, aside } = one;
    if (issuedLatest === null || expiresLatest === null) return [];
    const ended = life === 'inForce' ? null : endedOn;
    const breaks = asideSpans(aside);
    const spans: Span[] = [issuedLatest, ...breaks.map(({ before }) => before)].map((from, at) => {
      const away = breaks[at]?.from;
      return {
        from,
        to: earlier(away ? addDays(away, -1) : expiresLatest, earlier(expiresLatest, ended)),
        kind: 'valid',
      };
    });
    if (extendedTo !== null)
      spans.push({ from: extendedFrom ?? expiresLatest, to: earlier(extendedTo, ended), kind: 'extended' });
    const broken = life === 'revoked' || life === 'annulled' ? ended : null;
    return [{ id: one.id, star: one.star, brokenOn: broken, spans: spans.filter(({ from, to }) => from <= to) }];
  });
}

/** First and last year the drawing shows: all stretches and the day looked at. */
export function yearsOf(bars: readonly Bar[], day: Day): { first: number; last: number } {
  const days = [day, ...bars.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to]))].toSorted();
  return { first: Number(days[0]?.slice(0, 4)), last: Number(days.at(-1)?.slice(0, 4)) };
}

const DAYS = 365.25;
/** Where a day lies between 1 January of the first year and the end of the last, from 0 to 1. */
export function placeOf(day: Day, { first, last }: { first: number; last: number }): number {
  const start = Date.UTC(first, 0, 1);
  return (Date.parse(day) - start) / 86_400_000 / DAYS / (last - first + 1);
}
