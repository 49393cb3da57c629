/** Draws a product for those it is shared with; loaded with the first picture asked for, as its libraries are large. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { planeOf } from '#ui';
import type { ProductDetail } from './detail.ts';
import { printOf } from './print.ts';

const [WIDTH, HEIGHT, SIDE, EDGE] = [1200, 630, 470, 80];
const INK = '#1B2320';
const INK_2 = '#454F4A';
const PAPER = '#FFFEFB';
const PLANES = { indigo: '#DCE4F5', lacquer: '#F7DDD6', bamboo: '#D9EBD9', turmeric: '#F8E4B4', paper: '#EFEBDF' };
const PRINTS = new URL('../../ui/drawings/prints/', import.meta.url);
const STAR = 'M12 1.7L14.88 8.74L22.46 9.3L16.66 14.21L18.47 21.6L12 17.6L5.53 21.6L7.34 14.21L1.54 9.3L9.12 8.74Z';
let fonts = false;
function useFonts(): void {
  if (fonts) return;
  const { resolve } = createRequire(import.meta.url);
  for (const [weight, file] of [
    ['400', '400Regular/BeVietnamPro_400Regular.ttf'],
    ['600', '600SemiBold/BeVietnamPro_600SemiBold.ttf'],
  ] as const)
    GlobalFonts.registerFromPath(resolve(`@expo-google-fonts/be-vietnam-pro/${file}`), `House ${weight}`);
  fonts = true;
}

/** What the picture says of the product's recognition. */
export interface Told {
  readonly star: number | null;
  readonly verdict: string;
}

/** The picture, as PNG. */
export async function drawn(product: ProductDetail, { star, verdict }: Told): Promise<Buffer> {
  useFonts();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = PLANES[planeOf(product.id)];
  pen.fillRect(EDGE, EDGE, SIDE, SIDE);
  const svg = await readFile(new URL(`${printOf(product)}.svg`, PRINTS));
  const print = await loadImage(await sharp(svg, { density: 240 }).resize(380, 380).png().toBuffer());
  pen.drawImage(print, EDGE + (SIDE - 380) / 2, EDGE + (SIDE - 380) / 2, 380, 380);
  pen.strokeStyle = INK;
  pen.lineWidth = 4;
  pen.strokeRect(EDGE, EDGE, SIDE, SIDE);
  const [left, width] = [EDGE + SIDE + 50, WIDTH - EDGE - SIDE - 50 - 60];
  let top = EDGE + 44;
  top = lines(pen, product.name, { left, top, width, size: 52, weight: '600', color: INK, most: 3 });
  if (product.producer) top = lines(pen, product.producer.name, { ...said, left, top: top + 12, width });
  if (product.place) top = lines(pen, product.place, { ...said, left, top, width });
  if (star !== null) stars(pen, star, left, top + 4);
  const low = EDGE + SIDE - 46;
  lines(pen, verdict, { ...said, left, top: low, width, size: 26, weight: '600', most: 1 });
  lines(pen, product.invented ? 'Sao Làng · dữ liệu giả định' : 'Sao Làng', {
    ...said,
    left,
    top: low + 42,
    width,
    size: 24,
  });
  return canvas.encode('png');
}

interface Written {
  left: number;
  top: number;
  width: number;
  size: number;
  weight: '400' | '600';
  color: string;
  most: number;
}
const said = { size: 28, weight: '400', color: INK_2, most: 2 } as const;

/** Writes words in as many lines as they may take, the last cut with "…"; answers where the next may begin. */
function lines(pen: SKRSContext2D, words: string, at: Written): number {
  pen.font = `${at.size}px "House ${at.weight}"`;
  pen.fillStyle = at.color;
  const rows: string[] = [];
  for (const word of words.normalize('NFC').split(/\s+/)) {
    const last = rows.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && pen.measureText(longer).width <= at.width) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  const shown = rows.slice(0, at.most);
  if (rows.length > at.most) shown[at.most - 1] = `${shown[at.most - 1]} …`;
  for (const [row, text] of shown.entries()) pen.fillText(text, at.left, at.top + row * at.size * 1.3, at.width);
  return at.top + shown.length * at.size * 1.3;
}

function stars(pen: SKRSContext2D, count: number, left: number, top: number): void {
  for (let place = 0; place < 5; place += 1) {
    pen.save();
    pen.translate(left + place * 62, top - 20);
    pen.scale(2.2, 2.2);
    const star = new Path2D(STAR);
    pen.lineWidth = 1.3;
    pen.strokeStyle = place < count ? INK : '#807B6C';
    if (place < count) {
      pen.fillStyle = '#F0AC1B';
      pen.fill(star);
    }
    pen.stroke(star);
    pen.restore();
  }
}
