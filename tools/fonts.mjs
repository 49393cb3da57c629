/**
 * Makes the web fonts in src/ui/fonts from the full Be Vietnam Pro (SIL OFL 1.1): run once, commit the result.
 *
 * - one file a weight with Latin and Vietnamese together (Google's files are split and cost two requests);
 * - "Sao Lang So": the ten digits of each weight centred in 640 units, because the face has no tabular figures
 *   (1 is 385 wide, 4 is 710) and columns of points must stand under each other.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontverter from 'fontverter';

const DIGIT_WIDTH = 640;
const TARGET = new URL('../src/ui/fonts/', import.meta.url);
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const LETTERS = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  'ĂăĐđĨĩŨũƠơƯư',
  range(0x1ea0, 0x1ef9),
  range(0x0300, 0x0301),
  '\u0303\u0309\u0323',
  '–—‘’“”•…‹›€₫−×·≤≥←→',
].join('');

const { resolve } = createRequire(import.meta.url);
const { instance } = await WebAssembly.instantiate(await readFile(resolve('harfbuzzjs/hb-subset.wasm')));
const hb = instance.exports;
const heap = () => Buffer.from(hb.memory.buffer);
const tag = (name) => [...name].reduce((sum, c) => (sum << 8) + c.charCodeAt(0), 0);

/** Cuts a TrueType font down to `text`, without hints, with only the layout features Vietnamese text needs. */
function subset(font, text, features) {
  const source = hb.malloc(font.length);
  heap().set(font, source);
  const face = hb.hb_face_create(hb.hb_blob_create(source, font.length, 2, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, 1); // HB_SUBSET_FLAGS_NO_HINTING
  const wanted = hb.hb_subset_input_set(input, 6); // HB_SUBSET_SETS_LAYOUT_FEATURE_TAG
  hb.hb_set_clear(wanted);
  for (const feature of features) hb.hb_set_add(wanted, tag(feature));
  const letters = hb.hb_subset_input_unicode_set(input);
  for (const letter of text) hb.hb_set_add(letters, letter.codePointAt(0));
  const blob = hb.hb_face_reference_blob(hb.hb_subset_or_fail(face, input));
  const at = hb.hb_blob_get_data(blob, 0);
  return Buffer.from(heap().subarray(at, at + hb.hb_blob_get_length(blob)));
}

/** The table directory of an sfnt: tag → offset of the table. */
function tables(font) {
  const found = new Map();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    found.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  return found;
}

/** Centres every digit in DIGIT_WIDTH units by its advance and left side bearing. Glyph 0 (.notdef) stays. */
function centreDigits(font) {
  const at = tables(font);
  const [hhea, hmtx, loca, glyf, head] = ['hhea', 'hmtx', 'loca', 'glyf', 'head'].map((tag) => at.get(tag));
  const long = font.readInt16BE(head + 50) === 1;
  const count = font.readUInt16BE(hhea + 34);
  for (let glyph = 1; glyph < count; glyph++) {
    const start = glyf + (long ? font.readUInt32BE(loca + glyph * 4) : font.readUInt16BE(loca + glyph * 2) * 2);
    const xMin = font.readInt16BE(start + 2);
    const xMax = font.readInt16BE(start + 6);
    font.writeUInt16BE(DIGIT_WIDTH, hmtx + glyph * 4);
    font.writeInt16BE(Math.round((DIGIT_WIDTH - (xMax - xMin)) / 2), hmtx + glyph * 4 + 2);
  }
  font.writeUInt16BE(DIGIT_WIDTH, hhea + 10);
  return font;
}

for (const [weight, name] of [
  [400, '400Regular/BeVietnamPro_400Regular'],
  [600, '600SemiBold/BeVietnamPro_600SemiBold'],
]) {
  const full = await readFile(
    new URL(`../node_modules/@expo-google-fonts/be-vietnam-pro/${name}.ttf`, import.meta.url),
  );
  const text = subset(full, LETTERS, ['kern', 'mark', 'mkmk', 'ccmp', 'locl']);
  const figures = centreDigits(subset(full, '0123456789', []));
  for (const [file, font] of [
    [`be-vietnam-pro-${weight}.woff2`, text],
    [`sao-lang-so-${weight}.woff2`, figures],
  ]) {
    const packed = await fontverter.convert(font, 'woff2', 'truetype');
    await writeFile(new URL(file, TARGET), packed);
    console.log(file, packed.length);
  }
}
