import { z } from 'zod';
import { PRODUCER_TYPES } from '#law/dossier';
import { processes } from '#law/moves';
import { choice, text, uuid } from '#platform/http/fields';

const kinds = ['first', 'upgrade', 'reEvaluation'];
/** What an office may ask for: every state it sees. */
const states = Object.keys(processes.dossier.states).filter((state) => state !== 'new' && state !== 'draft');

const dimensions = ['star', 'sector', 'set', 'producerType', 'unit', 'year', 'kind'];

/** Lists whose filters can be kept: address, name, and the filters by allowlist; with the values a filter takes, or null. */
export const LISTS = {
  queue: {
    path: '/viec-cua-toi',
    words: 'Việc của tôi',
    filters: {
      q: null,
      term: ['late', 'soon'],
      process: ['dossier', 'session', 'decision', 'review', 'misuse', 'report', 'productYear', 'task'],
    },
  },
  dossiers: {
    path: '/ho-so',
    words: 'Hồ sơ',
    filters: { q: null, state: states, kind: kinds, set: null, round: null, due: ['late', 'week'] },
  },
  questions: {
    path: '/so-lieu/hoi',
    words: 'Hỏi số liệu',
    filters: {
      do: ['products', 'producers', 'recognised', 'ended'],
      theo: dimensions,
      va: dimensions,
      sao: ['3', '4', '5'],
      nhom: ['I', 'II', 'III', 'IV', 'V', 'VI'],
      loaihinh: Object.keys(PRODUCER_TYPES),
      donvi: null,
      tu: null,
      den: null,
      ngaydv: null,
    },
  },
  find: {
    path: '/tim',
    words: 'Tìm kiếm',
    filters: {
      q: null,
      loai: ['product', 'producer', 'dossier', 'certificate', 'account', 'unit'],
      trong: ['dia-ban'],
      tt: null,
      sao: ['3', '4', '5'],
    },
  },
} as const satisfies Readonly<Record<string, ListOfFilters>>;
interface ListOfFilters {
  readonly path: string;
  readonly words: string;
  readonly filters: Readonly<Record<string, readonly string[] | null>>;
}
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

/** The first filter of a list that a query gives a value it does not have; undefined when all of them make sense. */
export function strangeValue(list: ListName, query: string): string | undefined {
  const given = new URLSearchParams(query);
  return valuesOf(list).find(([filter, values]) => {
    const value = given.get(filter)?.trim();
    return value && values !== null && !values.includes(value);
  })?.[0];
}

const valuesOf = (list: ListName): [string, readonly string[] | null][] => Object.entries(LISTS[list].filters);

/** The filters of a list out of a query, each once, in a fixed order; whatever else stood there is gone. */
export function filtersOf(list: ListName, query: string): string {
  const given = new URLSearchParams(query);
  const kept = valuesOf(list).flatMap(([filter]): [string, string][] => {
    const value = given.get(filter)?.trim();
    return value ? [[filter, value.slice(0, 200)]] : [];
  });
  return new URLSearchParams(kept).toString();
}
