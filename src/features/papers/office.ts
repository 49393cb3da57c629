import type { Actor } from '#platform/actor';
import { refused } from '#platform/refusal';

/** The office an actor writes papers for: a province, or null for the Ministry. Refuses an account of neither. */
export function officeOf({ role, area }: Pick<Actor, 'role' | 'area'>): string | null {
  if (role === 'ministry') return null;
  if (area === null) throw refused('Tài khoản này chưa gắn với tỉnh nào nên không làm được việc này.');
  return area;
}
