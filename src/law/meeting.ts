/** The meeting of a council in words for the room. Art. 7.3.d of Decision 26/2026/QĐ-TTg and the council's regulation. */
import { type CouncilRegulation, quorum, type Seat } from './council.ts';

/** Whether enough are there, in words: "Đủ: 6/7, có Chủ tịch", or what is missing. Nobody who stepped back or writes the minutes counts. */
export function quorumWords(
  seats: readonly Seat[],
  regulation: CouncilRegulation,
): { readonly enough: boolean; readonly words: string } {
  const answer = quorum(seats, regulation);
  if (!answer.ok) return { enough: false, words: answer.message };
  const scoring = seats.filter((one) => one.role !== 'secretary' && !one.recused);
  const present = scoring.filter((one) => !one.absent);
  const total = scoring.filter((one) => one.role !== 'substitute').length;
  const has = (role: Seat['role']) => present.some((one) => one.role === role);
  const led = has('chair') ? 'có Chủ tịch' : has('viceChair') ? 'có Phó Chủ tịch' : 'không có Chủ tịch';
  return { enough: true, words: `Đủ: ${present.length}/${total}, ${led}` };
}

/** The product after (1) or before (-1) another in the order of the agenda; the first when none is on the table. */
export function stepAgenda(agenda: readonly string[], current: string | null, step: 1 | -1): string | null {
  if (current === null) return agenda[0] ?? null;
  return agenda[agenda.indexOf(current) + step] ?? null;
}

/** The next sheet to fill in: the first open one after this in the order of the agenda, else the first open one before it. */
export function nextOpen<T extends { readonly id: string; readonly state: string }>(
  pile: readonly T[],
  from: string,
): T | undefined {
  const at = pile.findIndex(({ id }) => id === from);
  const isOpen = ({ id, state }: T) => state === 'open' && id !== from;
  return pile.slice(at + 1).find(isOpen) ?? pile.slice(0, Math.max(at, 0)).find(isOpen);
}
