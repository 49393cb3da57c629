/**
 * Tasting flights for the sensory criteria of Annex II: products under blind codes, in an order of its own for each member.
 * Everything follows from a random seed, so the key can be sealed at the start and checked at the end. Pure: the hash is
 * handed in. The decision asks for objective scoring (Art. 4.2) and does not say how to taste.
 */
import { canonical, type Hash } from './session-record.ts';

/** A flight has two to eight products: fewer need no code, of more the tongue tires. */
export const FLIGHT = { least: 2, most: 8 } as const;
/** Overall liking, from "extremely bad" to "extremely good": nine steps, so that no mark of the flight is a point of the sheet. */
export const LIKING = { least: 1, most: 9 } as const;

/** What a code stands for. */
export interface Dish {
  readonly code: string;
  readonly dossier: string;
}

/** Numbers below `limit`, drawn one after another from the seed; each number is equally likely. */
function* draws(seed: string, label: string, hash: Hash): Generator<(limit: number) => number> {
  for (let at = 0; ; at += 1) {
    const value = Number.parseInt(hash(`${seed}|${label}|${at}`).slice(0, 12), 16);
    yield (limit) => Math.floor((value / 2 ** 48) * limit);
  }
}

/** The same things in an order that only the seed and the label decide (Fisher and Yates). */
function shuffled<T>(things: readonly T[], seed: string, label: string, hash: Hash): T[] {
  const order = [...things];
  const source = draws(seed, label, hash);
  for (let left = order.length - 1; left > 0; left -= 1) {
    const draw = source.next().value;
    const at = draw === undefined ? 0 : draw(left + 1);
    const [one, other] = [order[left], order[at]];
    if (one !== undefined && other !== undefined) [order[left], order[at]] = [other, one];
  }
  return order;
}

const ALL_CODES = Array.from({ length: 900 }, (_, at) => String(at + 100));

/** The key of a flight: a code of three digits for each product, no two alike. Codes say nothing of the order of the agenda. */
export function flightKey(dossiers: readonly string[], seed: string, hash: Hash): Dish[] {
  const codes = shuffled(ALL_CODES, seed, 'codes', hash).slice(0, dossiers.length);
  return dossiers
    .map((dossier, at): Dish => ({ code: codes[at] ?? '', dossier }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** In which order a member tastes: the codes of the flight, shuffled for this seat. */
export function tastingOrder(codes: readonly string[], seed: string, seat: string, hash: Hash): string[] {
  return shuffled(codes.toSorted(), seed, `seat ${seat}`, hash);
}

/** The seal of the key: nobody can guess it without the seed, everybody can check it with seed and key. */
export function keyHash(seed: string, key: readonly Dish[], hash: Hash): string {
  return hash(canonical({ seed, key: key.map(({ code, dossier }) => ({ code, dossier })) }));
}
