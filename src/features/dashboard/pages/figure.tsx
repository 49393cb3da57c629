import { z } from 'zod';
import {
  type BehindRow,
  changedSince,
  type Days,
  type Each,
  type FigureAsked,
  type FigureCursor,
  figureAsked,
  figureOf,
  figurePath,
  figureQuestion,
  momentText,
  rowsOfFigure,
  type Since,
  type Territory,
} from '#features/reports';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { formatDay, formatNumber, LoadMore, TakeList, withFilters } from '#ui';
import { boardPaths } from '../urls.ts';
import { BehindTable } from './behind.tsx';
import { SinceNote } from './since.tsx';

const SHOWN = 50;
/** The last row of the page before. */
const afterRow = z.object({
  ten: z.string().max(300).optional().catch(undefined),
  sau: z.uuid().optional().catch(undefined),
});

interface Data {
  readonly id: string;
  readonly label: string;
  readonly what: string;
  readonly each: Each;
  readonly unit: Territory;
  readonly days: Days;
  readonly rows: readonly BehindRow[];
  readonly total: number;
  readonly next: FigureCursor | null;
  readonly asked: FigureAsked;
  /** What was written to these records since the day; null on the day itself. */
  readonly since: Since | null;
}

/** The rows behind a figure: as many as the figure says. */
export const figurePage = page({
  permission: 'statistics.read',
  params: figurePath,
  query: figureAsked.extend(afterRow.shape),
  shell: 'desk',
  async load(ctx, { figure }, { ten, sau, ...asked }): Promise<Data> {
    const words = figureOf(figure);
    if (words === null || words.behind === null) throw notFound();
    const after: FigureCursor | null = ten === undefined || sau === undefined ? null : [ten, sau];
    const { unit, days } = await figureQuestion(ctx, asked);
    const { items, total, next } = await rowsOfFigure(ctx, figure, asked, { limit: SHOWN, after });
    const since = await changedSince(ctx, figure, asked);
    const { each } = words.behind;
    return { id: figure, label: words.label, what: words.of, each, unit, days, rows: items, total, next, asked, since };
  },
  head: ({ label }) => ({ title: label, here: boardPaths.home, up: { href: boardPaths.home, words: 'Số liệu' } }),
  view: ({ id, label, what, each, unit, days, rows, total, next, asked, since }) => (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>{label}</h1>
          <p class="ink2">
            <b>
              {formatNumber(total)} {what}
            </b>
            , {unit?.name ?? 'cả nước'}, {id.startsWith('period.') && `từ ngày ${formatDay(days.from)} `}đến hết ngày{' '}
            {formatDay(days.asOf)}, theo đơn vị hành chính ngày {formatDay(days.unitsAsOf)}
            {days.knownAt && `, như hồ sơ đã ghi đến ${momentText(days.knownAt)}`}.
          </p>
        </div>
        <TakeList href={withFilters(boardPaths.figureSheet(id), asked)} />
      </div>
      <SinceNote since={since} day={days.asOf} />
      <BehindTable caption={label} rows={rows} each={each} of={what} />
      <LoadMore
        href={next === null ? null : withFilters(boardPaths.figure(id), { ...asked, ten: next[0], sau: next[1] })}
        words="Trang sau"
      />
    </div>
  ),
});
