import { expect, it } from 'vitest';
import { printOf } from './print.ts';

it.each([
  ['Cá bống sông Trà Phi Yến', 'fish'],
  ['Trà tôm nõn hương quê', 'tea'],
  ['Kẹo dừa ca cao', 'sweets'],
  ['Chả cá thu', 'fish'],
  ['Bánh tráng dừa', 'noodles'],
  ['Sữa ong chúa', 'honey'],
  ['Đường hoa dừa', 'mango'],
  ['Hương nến Bồng Am', 'rice'],
])('a name shows what it begins with: %s', (name, print) => {
  expect(printOf({ name, set: null, sector: 'I' })).toBe(print);
});
