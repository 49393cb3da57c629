/**
 * How the law answers. Every question put to src/law gets either a value with its legal basis, or a refusal: a
 * Vietnamese sentence that says what to do, a stable code, and the article it rests on. Nothing here throws for a
 * refusal; only a broken call (a day that is not a day) throws.
 */

/** A day of law, 'YYYY-MM-DD', without time or zone (R21.2). */
export type Day = string;

/** Where a rule stands: the act's number and the place in it. */
export interface Basis {
  readonly act: string;
  readonly article: string;
}

/** A value with its legal source. `open` is true where the source can be read in two ways and a setting decides. */
export interface Answer<T> {
  readonly ok: true;
  readonly value: T;
  readonly basis: Basis;
  readonly open?: boolean;
}

/** A refusal: `message` is one Vietnamese sentence that says what to do. */
export interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  readonly basis: Basis;
  /** What is still missing, one sentence each. */
  readonly missing?: readonly string[];
}

/** Permission of the law without a value. */
export interface Allowed {
  readonly ok: true;
}

export const ALLOWED: Allowed = Object.freeze({ ok: true });

/** Builds an answer. */
export function answer<T>(value: T, basis: Basis): Answer<T> {
  return { ok: true, value, basis };
}

/** Builds an answer whose source is open ([?] in the rules) and was settled by a setting. */
export function openAnswer<T>(value: T, basis: Basis): Answer<T> {
  return { ok: true, value, basis, open: true };
}

/** Builds a refusal. */
export function refuse(code: string, message: string, basis: Basis): Refused {
  return { ok: false, code, message, basis };
}

/** "Điều 7 khoản 2 Quyết định 26/2026/QĐ-TTg": how a basis is written on a screen. */
export function basisText(basis: Basis): string {
  return basis.article === '' ? basis.act : `${basis.article} ${basis.act}`;
}

const DECISION_26 = 'Quyết định số 26/2026/QĐ-TTg';

/** A place in Decision 26/2026/QĐ-TTg, the act in force. */
export function article26(article: string): Basis {
  return { act: DECISION_26, article };
}
