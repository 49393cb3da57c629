/**
 * The sealed record of a council's session: hashes of every version of every sheet, the chain in which they were handed
 * in, the stored results, the seal over all of it. Pure: the hash function is handed in. Source: Art. 4.2 (public, transparent, objective) and the note of Annex II on sheets.
 */
import { type CouncilResult, type Exclusion, type SpreadPair, spread } from './council.ts';
import type { Answers } from './scoring.ts';
import type { GateBasis } from './stars.ts';
import type { StarBy } from './vote.ts';

export const RECORD_FORMAT = 'saolang-session/1';

/** SHA-256 of a text, as 64 hexadecimal letters. */
export type Hash = (text: string) => string;

export interface SheetContent {
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly opinion: string | null;
  readonly exclusion: Exclusion | null;
}

/** One version of a sheet as it was handed in. */
export interface RecordedVersion extends SheetContent {
  readonly no: number;
  readonly total: number;
  readonly hash: string;
  /** When, in ISO 8601. */
  readonly at: string;
  /** Why there is a version after the first. */
  readonly reason: string | null;
  /** Set for a version entered from paper: by whom, and the SHA-256 of the scan. */
  readonly paper?: { readonly by: string; readonly scan: string };
}

export interface RecordedSheet {
  readonly sheet: string;
  readonly seat: string;
  /** Whether its newest version stands in the result. */
  readonly counted: boolean;
  readonly versions: readonly RecordedVersion[];
}

/** The stored facts of one product, as they were computed at the opening. */
export interface RecordedResult {
  readonly sum: number;
  readonly count: number;
  readonly bandStar: number;
  /** How members voted; left out where the mean decided. */
  readonly vote?: CouncilResult['vote'] | undefined;
  readonly star: number | null;
  readonly candidate: boolean;
  readonly gates: CouncilResult['gates'];
  readonly parts: CouncilResult['parts'];
  readonly criteria: CouncilResult['criteria'];
  readonly spread: readonly SpreadPair[];
}

export interface RecordedProduct {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly productSet: string;
  readonly sheets: readonly RecordedSheet[];
  readonly steppedBack: readonly { readonly seat: string; readonly reason: string }[];
  readonly excluded: Exclusion | null;
  readonly spreadAccepted: string | null;
  readonly result: RecordedResult;
}

export interface RecordedMember {
  readonly seat: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: 'chair' | 'viceChair' | 'secretary' | 'member' | 'substitute';
  readonly absent: boolean;
  readonly standsFor: string | null;
}

export interface ChainLink {
  readonly sheet: string;
  readonly no: number;
  readonly hash: string;
  readonly at: string;
  readonly link: string;
}

/** What the seal covers. */
export interface RecordCore {
  readonly format: typeof RECORD_FORMAT;
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly council: string;
    readonly councilAct: string;
    readonly mode: 'meeting' | 'written';
    readonly heldOn: string | null;
  };
  readonly regulation: {
    readonly act: string;
    readonly quorumPercent: number;
    readonly chairRequired: boolean;
    readonly spreadLimit: number;
    readonly gateBasis: GateBasis;
    readonly starBy?: StarBy | undefined;
    /** Later keys of a regulation are sealed as they are. */
    readonly [more: string]: unknown;
  };
  readonly members: readonly RecordedMember[];
  readonly products: readonly RecordedProduct[];
  readonly chain: readonly ChainLink[];
}

/** The whole file: what is sealed, the seal, and the content of the minutes with its digest. */
export interface SessionFile extends RecordCore {
  readonly seal: string;
  readonly minutes: {
    readonly digest: string;
    readonly content: {
      readonly seal?: string | null | undefined;
      readonly results: readonly { readonly name: string; readonly mean: string; readonly star: number | null }[];
      readonly [more: string]: unknown;
    };
    /** The signed minutes, when they were handed in. */
    readonly signed: { readonly name: string; readonly sha256: string } | null;
  };
}

/** JSON with keys in order, so that equal contents have equal hashes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The text whose hash seals a sheet: who scored what. */
export function sheetText(of: { sheet: string; dossier: string; seat: string; total: number } & SheetContent): string {
  const { sheet, dossier, seat, total, answers, notes, opinion, exclusion } = of;
  return canonical({ sheet, dossier, seat, total, answers, notes, opinion, exclusion });
}

const START = '0'.repeat(64);

/** The chain of all versions in the order they were handed in: each link is the hash of the link before and of its own. */
export function chainOf(products: readonly RecordedProduct[], hash: Hash): ChainLink[] {
  const versions = products
    .flatMap(({ sheets }) => sheets)
    .flatMap(({ sheet, versions: all }) => all.map(({ no, hash: own, at }) => ({ sheet, no, hash: own, at })))
    .toSorted((a, b) => order(a.at, b.at) || order(a.sheet, b.sheet) || a.no - b.no);
  let previous = START;
  return versions.map((one) => {
    previous = hash(canonical({ previous, ...one }));
    return { ...one, link: previous };
  });
}

const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** The seal of a session: the hash of everything the record says but itself and the minutes that print it. */
export function sealOf(core: RecordCore, hash: Hash): string {
  const { format, session, regulation, members, products, chain } = core;
  return hash(canonical({ format, session, regulation, members, products, chain }));
}

/** The facts of a result as they are stored and recorded. */
export function resultOf(law: CouncilResult, spreadLimit: number): RecordedResult {
  return {
    ...{ sum: law.mean.sum, count: law.mean.count, bandStar: law.bandStar, star: law.star, candidate: law.candidate },
    ...{ gates: law.gates, parts: law.parts, criteria: law.criteria, spread: spread(law, spreadLimit) },
    ...(law.vote ? { vote: law.vote } : {}),
  };
}
