import { asset } from './assets.ts';

export type PrintName =
  | 'bamboo-shoots'
  | 'basket'
  | 'bonsai'
  | 'bottle'
  | 'brocade'
  | 'cock'
  | 'coffee'
  | 'fish'
  | 'flower'
  | 'garlic-chilli'
  | 'gate'
  | 'honey'
  | 'jar'
  | 'lotus'
  | 'lychee'
  | 'mango'
  | 'mortar'
  | 'noodles'
  | 'rice'
  | 'sweets'
  | 'tea';

/** Print of each product set of 26-2026, by the number of the set. */
const BY_SET: Readonly<Record<number, PrintName>> = {
  1: 'lychee',
  2: 'cock',
  3: 'rice',
  4: 'honey',
  5: 'sweets',
  6: 'noodles',
  7: 'bamboo-shoots',
  8: 'fish',
  9: 'bottle',
  10: 'garlic-chilli',
  11: 'tea',
  12: 'lotus',
  13: 'coffee',
  14: 'jar',
  15: 'jar',
  16: 'bottle',
  17: 'bottle',
  18: 'mortar',
  19: 'mortar',
  20: 'mortar',
  21: 'basket',
  22: 'brocade',
  23: 'flower',
  24: 'bonsai',
  25: 'fish',
  26: 'gate',
};

export type PlaneColor = 'indigo' | 'lacquer' | 'bamboo' | 'turmeric' | 'paper';

const COLORS: readonly PlaneColor[] = ['turmeric', 'indigo', 'lacquer', 'bamboo', 'paper'];

/** The print of a product set (1–26 of 26-2026); sets nobody drew get the basket. */
export function printOfSet(set: number | null | undefined): PrintName {
  return BY_SET[set ?? 0] ?? 'basket';
}

/** The ground of a product's picture: from its id, so it never changes. */
export function planeOf(id: string): PlaneColor {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 9973;
  return COLORS[sum % COLORS.length] ?? 'paper';
}

/** A print on its plane of colour, never without one. Decoration: the name stands beside it. */
export function Plane({
  print,
  color = 'paper',
  size,
  photo,
}: {
  print: PrintName;
  color?: PlaneColor | undefined;
  size?: 's4' | 's6' | 's9' | undefined;
  photo?: string | undefined;
}) {
  return (
    <div class={`plane ${color}${size ? ` ${size}` : ''}`}>
      {photo ? (
        <img class="photo" src={photo} alt="" loading="lazy" />
      ) : (
        <img class="print" src={asset(`prints/${print}.svg`)} alt="" width="124" height="124" loading="lazy" />
      )}
    </div>
  );
}
