/**
 * The product code printed on the score sheet: T-X-STT-YYYY (Annex II of Decision 26/2026/QĐ-TTg; R6.4–R6.6).
 * It is an opaque label with the day it was given: never a key, never rewritten when units merge.
 */
import { type Answer, answer, article26, type Refused, refuse } from './answers.ts';

export const PRODUCT_CODE_BASIS = article26('Phụ lục II');

export interface ProductCodeParts {
  /** Two digits of the province, five of the commune (Decision 19/2025/QĐ-TTg). */
  readonly province: string;
  readonly commune: string;
  /** Serial kept by the commune, from 1. */
  readonly serial: number;
  readonly year: number;
}

/** Composes a code. `serialWidth` pads the serial with zeros (setting, default 1: no padding [?]). */
export function composeProductCode(parts: ProductCodeParts, serialWidth = 1): Answer<string> | Refused {
  const { province, commune, serial, year } = parts;
  if (!/^[0-9]{2}$/.test(province)) return refuse('codeProvince', 'Mã tỉnh gồm 2 chữ số.', PRODUCT_CODE_BASIS);
  if (!/^[0-9]{5}$/.test(commune)) return refuse('codeCommune', 'Mã xã gồm 5 chữ số.', PRODUCT_CODE_BASIS);
  if (!Number.isInteger(serial) || serial < 1)
    return refuse('codeSerial', 'Số thứ tự là số nguyên từ 1.', PRODUCT_CODE_BASIS);
  if (!Number.isInteger(year) || year < 2000 || year > 2099)
    return refuse('codeYear', 'Năm đánh giá gồm 4 chữ số.', PRODUCT_CODE_BASIS);
  return answer(`${province}-${commune}-${String(serial).padStart(serialWidth, '0')}-${year}`, PRODUCT_CODE_BASIS);
}

export type ParsedProductCode =
  | ({ readonly scheme: 'twoLevels' } & ProductCodeParts)
  | ({ readonly scheme: 'withDistrict'; readonly district: string } & ProductCodeParts)
  | {
      readonly scheme: 'withoutCommune';
      readonly province: string;
      readonly district: string;
      readonly serial: number;
      readonly year: number;
    };

/** What a typed code is searched by: blanks removed, dashes of every kind made one, letters raised. */
export function normalProductCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212._/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toUpperCase();
}

/** Reads the parts of a code of 2026 or of the older schemes. Undefined for any other label: it stays as printed. */
export function parseProductCode(code: string): ParsedProductCode | undefined {
  const now = /^([0-9]{2})-([0-9]{5})-([0-9]{1,6})-(20[0-9]{2})$/.exec(code);
  if (now) {
    const [, province = '', commune = '', serial, year] = now;
    return { scheme: 'twoLevels', province, commune, serial: Number(serial), year: Number(year) };
  }
  const old = /^([0-9]{2})-([0-9]{3})-([0-9]{5})-([0-9]{1,6})-(20[0-9]{2})$/.exec(code);
  if (old) {
    const [, province = '', district = '', commune = '', serial, year] = old;
    return { scheme: 'withDistrict', province, district, commune, serial: Number(serial), year: Number(year) };
  }
  const short = /^([0-9]{2})-([0-9]{3})-([0-9]{1,6})-(20[0-9]{2})$/.exec(code);
  if (!short) return undefined;
  const [, province = '', district = '', serial, year] = short;
  return { scheme: 'withoutCommune', province, district, serial: Number(serial), year: Number(year) };
}
