import { z } from 'zod';
import { choice, text, uuid } from '#platform/http/fields';

/** Lists whose filters can be kept: address, name, and the filters by allowlist. */
export const LISTS = {
  queue: { path: '/viec-cua-toi', words: 'Việc của tôi', filters: ['q', 'term', 'process'] },
  dossiers: { path: '/ho-so', words: 'Hồ sơ', filters: ['q', 'state', 'kind', 'set', 'round', 'due'] },
} as const satisfies Readonly<Record<string, { path: string; words: string; filters: readonly string[] }>>;
export type ListName = keyof typeof LISTS;
const listNames = Object.keys(LISTS) as ListName[];

const name = () => text({ label: 'Tên bộ lọc', max: 80, hint: 'Ví dụ: Hồ sơ quá hạn của tôi' });
export const listName = choice(listNames, { label: 'Danh sách' });
export const saveView = z.strictObject({
  list: listName,
  query: text({ label: 'Điều kiện lọc', min: 0, max: 1000 }),
  name: name(),
});
export const renameView = z.strictObject({ id: uuid(), name: name() });
export const removeView = z.strictObject({ id: uuid() });
export const viewRow = z.object({ id: uuid(), list: listName, name: z.string(), query: z.string(), version: z.int() });
export type ViewRow = z.output<typeof viewRow>;

/** The filters of a list out of a query, each once, in a fixed order; whatever else stood there is gone. */
export function filtersOf(list: ListName, query: string): string {
  const given = new URLSearchParams(query);
  const kept = LISTS[list].filters.flatMap((filter): [string, string][] => {
    const value = given.get(filter)?.trim();
    return value ? [[filter, value.slice(0, 200)]] : [];
  });
  return new URLSearchParams(kept).toString();
}
