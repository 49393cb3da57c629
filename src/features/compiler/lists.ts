/** The rows of the lists a report prints, read once when its figures are counted and kept with them. */
import type { Kysely } from 'kysely';
import { publishedOf } from '#features/published-totals';
import { openRows } from '#features/reports';
import { targetResults } from '#features/targets';
import { lateTasks } from '#features/tasks';
import { readUnit } from '#features/units';
import { dayText } from '#law/days';
import { sayTarget } from '#law/targets';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { count } from '#platform/documents/words';
import type { Listed, ListName } from './list-names.ts';
import { type Sources, sourceList, sumList } from './sources.ts';
import type { Template } from './template.ts';

/** So many rows of a list are printed; the total is always said. */
const MOST = 300;

export type Lists = Readonly<Record<string, Listed>>;

export interface ListAsk {
  /** Null: the whole country. */
  readonly unit: string | null;
  readonly from: Day;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
  /** What the provinces sent; of a report of the country alone. */
  readonly sources: Sources | null;
}

/** Every list of a template, by its name, each read once. */
export async function listsOf(db: Kysely<DB>, { sections }: Template, ask: ListAsk): Promise<Lists> {
  const names = new Set(sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'list' ? one.of : []))));
  const found: Record<string, Listed> = {};
  for (const name of names) found[name] = await readList(db, name, ask);
  return found;
}

const NONE: Listed = { heads: [], rows: [], total: 0 };

async function readList(db: Kysely<DB>, name: ListName, ask: ListAsk): Promise<Listed> {
  switch (name) {
    case 'tasks.late':
      return tasks(db, ask);
    case 'targets.behind':
      return targets(db, ask);
    case 'published.totals':
      return totals(db, ask);
    case 'provinces.sums':
      return ask.sources === null ? NONE : sumList(ask.sources);
    case 'provinces.reports':
      return ask.sources === null ? NONE : sourceList(ask.sources);
    default:
      return products(db, name, ask);
  }
}

async function products(db: Kysely<DB>, figure: string, { unit, from, asOf, unitsAsOf }: ListAsk): Promise<Listed> {
  const place = unit === null ? null : await readUnit(db, unit, unitsAsOf);
  const found = await openRows(db, figure, place, { from, asOf, unitsAsOf }, MOST);
  return {
    heads: ['Sản phẩm', 'Chủ thể', 'Hạng sao'],
    rows: (found?.items ?? []).map(({ name, producer, star }) => [
      name,
      producer ?? 'Chưa rõ',
      star === null ? 'Chưa ghi' : `${star} sao`,
    ]),
    total: found?.total ?? 0,
  };
}

async function tasks(db: Kysely<DB>, { unit, asOf }: ListAsk): Promise<Listed> {
  const { rows, total } = await lateTasks(db, unit, asOf, MOST);
  return {
    heads: ['Nhiệm vụ', 'Nơi giao', 'Hạn', 'Đã làm'],
    rows: rows.map(({ words, giver, dueOn, lastNote }) => [
      words,
      giver,
      dueOn === null ? '' : dayText(dueOn),
      lastNote ?? 'Chưa báo',
    ]),
    total,
  };
}

async function targets(db: Kysely<DB>, { unit, from, asOf }: ListAsk): Promise<Listed> {
  const behind = (await targetResults(db, unit, { from, to: asOf, day: asOf })).filter(
    ({ verdict }) => verdict.reached === false,
  );
  return {
    heads: ['Chỉ tiêu', 'Kế hoạch', 'Kết quả', 'So sánh'],
    rows: behind
      .slice(0, MOST)
      .map((one) => [
        one.name,
        sayTarget(one, one) ?? '',
        one.result === null ? '' : count(one.result),
        one.verdict.words,
      ]),
    total: behind.length,
  };
}

async function totals(db: Kysely<DB>, { unit, from, asOf }: ListAsk): Promise<Listed> {
  if (unit === null) return NONE; // published numbers are of provinces and communes
  const rows = await publishedOf(db, unit, { from, to: asOf, day: asOf }, MOST);
  return {
    heads: ['Số liệu', 'Đã công bố', 'Tính từ hồ sơ', 'Ngày số liệu', 'Nguồn'],
    rows: rows.map((one) => [
      one.words,
      `${one.said.toLowerCase()} ${count(one.number)}`,
      `${count(one.counted)}${one.differs ? ' (khác)' : ''}`,
      dayText(one.asOf),
      one.publishedOn === null ? one.source : `${one.source}, ngày ${dayText(one.publishedOn)}`,
    ]),
    total: rows.length,
  };
}
