import type { Block, Signer } from './paper.ts';
import { numberLine, placeDate } from './words.ts';

/** Who issues a paper, and the number and day its office gave it; null while it is a draft (R18.8). */
export interface Issuance {
  /** Body above, in the first line of the head: 'Ủy ban nhân dân tỉnh Bắc Ninh'. */
  superior?: string;
  issuer: string;
  /** Where it is issued: 'Bắc Ninh'. */
  place: string;
  number: string | null;
  /** What stands behind the number: 'QĐ-UBND'. */
  symbol: string;
  /** 'YYYY-MM-DD' */
  date: string | null;
  /** Printed when the day is still blank. */
  year: number;
}

/** Who signs: lines in capitals, and the name once known. */
export interface Signature {
  /** ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'] */
  capacity: string[];
  name: string | null;
}

/** The head of an official paper; `about` only for letters, which have no type ("V/v …"). */
export function officialHead(issuance: Issuance, about?: string): Block {
  return {
    kind: 'head',
    ...(issuance.superior !== undefined && { superior: issuance.superior }),
    issuer: issuance.issuer,
    number: numberLine(issuance.number, issuance.symbol),
    ...(about !== undefined && { about }),
    placeDate: placeDate(issuance.place, issuance.date, issuance.year),
  };
}

/** How another paper names this one: 'Quyết định số 845/QĐ-UBND ngày 24 tháng 6 năm 2026', with blanks in a draft. */
export function citation(type: string, issuance: Issuance): string {
  const day = placeDate('', issuance.date, issuance.year).replace(/^, /, '');
  return `${type} số ${issuance.number ?? '       '}/${issuance.symbol} ${day}`;
}

export function signerOf(signature: Signature, note?: string): Signer {
  return { capacity: signature.capacity, name: signature.name, ...(note !== undefined && { note }) };
}
