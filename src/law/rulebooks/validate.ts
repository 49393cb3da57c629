/** Whether a file may be used as a rulebook. */
import { arithmeticFaults } from './arithmetic.ts';
import { rulebookShape } from './schema.ts';
import type { Fault } from './shape.ts';
import type { Rulebook } from './types.ts';

export type Validation =
  | { readonly ok: true; readonly rulebook: Rulebook }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a parsed rulebook: shape, options within the criterion's maximum, sums up to 40/25/35 or 35/25/40 but for
 * declared gaps, star minimums equal to the printed marks, unique names. Each fault names its place.
 */
export function validateRulebook(json: unknown): Validation {
  const faults = rulebookShape(json);
  if (faults.length > 0) return { ok: false, faults };
  const rulebook = json as Rulebook;
  const wrong = arithmeticFaults(rulebook);
  return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, rulebook };
}
