/** Small conditions that many moves share. Each answers a refusal, or undefined when it holds. */
import { ALLOWED, type Allowed, type Basis, type Day, type Refused, refuse } from '../answers.ts';
import { isDay } from '../days.ts';

/** The first refusal among conditions, or leave. */
export function all(...conditions: readonly (Refused | Allowed | undefined)[]): Allowed | Refused {
  for (const one of conditions) if (one && !one.ok) return one;
  return ALLOWED;
}

/** Refuses unless `holds`. */
export function ask(holds: boolean, code: string, message: string, basis: Basis): Refused | undefined {
  return holds ? undefined : refuse(code, message, basis);
}

/** True for text with something in it. */
export function said(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** Asks for the number and the date (not later than today) of a paper. */
export function paper(
  found: { readonly number?: string; readonly dated?: Day } | undefined,
  what: string,
  day: Day,
  basis: Basis,
): Refused | undefined {
  if (!said(found?.number)) return refuse('paperNumber', `Ghi số ${what}.`, basis);
  const dated = found?.dated ?? '';
  if (!isDay(dated)) return refuse('paperDate', `Ghi ngày ${what}.`, basis);
  return dated > day ? refuse('paperDateAhead', `Ngày ${what} không được sau hôm nay.`, basis) : undefined;
}

/** The report of an advisory team: a paper, written down before the council of its dossier begins to score (Art. 7.3.c, 7.4.c). */
export const reported = (
  facts: { readonly number?: string; readonly dated?: Day; readonly scoring?: boolean },
  what: string,
  day: Day,
  basis: Basis,
) =>
  all(
    paper(facts, what, day, basis),
    ask(facts.scoring === false, 'scoringBegan', 'Hội đồng đã bắt đầu chấm: không sửa báo cáo được nữa.', basis),
  );
