import { type BehindRow, type FigureCursor, figureAsked, figureOf, figurePath, rowsOfFigure } from '#features/reports';
import { listFile } from '#platform/documents/list-file';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { sheetFigures } from './board.ts';
import { askedOf } from './queries.ts';
import { boardQuery } from './schema.ts';

const MOST = 200_000;
/** Each part counts its list anew: few large ones. */
const BATCH = 20_000;

/** All figures of the board as a table. */
export const figuresSheet = download({
  name: 'figures.export',
  title: 'Số liệu (Excel)',
  permission: 'list.export',
  query: boardQuery,
  logged: 'export',
  async run(ctx, _params, query) {
    if (!(await ctx.may('statistics.read'))) throw notFound();
    const asked = await askedOf(ctx, query);
    const figures = await sheetFigures(ctx, asked);
    const where = asked.unit?.name ?? 'Cả nước';
    return listFile(`so-lieu-${asked.unit?.code ?? 'ca-nuoc'}-${asked.asOf}`, `Số liệu ${where}`, figures, [
      ['Số liệu', 'text', 52, ({ label }) => label],
      ['Giá trị', 'decimal', 14, ({ value }) => value],
      ['Đơn vị tính', 'text', 14, ({ unit }) => unit],
      ['Nơi', 'text', 28, () => where],
      ['Đến ngày', 'date', 14, () => asked.asOf],
      ['Theo đơn vị ngày', 'date', 16, () => asked.unitsAsOf],
      ...(asked.knownAt === null ? [] : [['Như đã biết đến ngày', 'date', 16, () => asked.knownAt] as const]),
    ]);
  },
});

/** The list behind a figure as a table. */
export const figureSheet = download({
  name: 'figure.export',
  title: 'Danh sách sau một số liệu (Excel)',
  permission: 'list.export',
  params: figurePath,
  query: figureAsked,
  logged: 'export',
  async run(ctx, { figure }, asked) {
    const words = figureOf(figure);
    if (words === null || words.behind === null || !(await ctx.may('statistics.read'))) throw notFound();
    const rows = allRows((ask) => rowsOfFigure(ctx, figure, asked, ask));
    return listFile(`${figure}-${asked.asOf ?? ctx.day}`, words.label, rows, [
      ['Tên', 'text', 52, ({ name }) => name],
      ['Của chủ thể', 'text', 44, ({ producer }) => producer],
      ['Hạng sao', 'integer', 10, ({ star }) => star],
      ...(words.behind.sums === undefined
        ? []
        : [[`Số (${words.of})`, 'decimal', 18, ({ amount }: BehindRow) => amount] as const]),
    ]);
  },
});

type Ask = { limit: number; after: FigureCursor | null };
type Part = { items: readonly BehindRow[]; next: FigureCursor | null };

async function* allRows(read: (ask: Ask) => Promise<Part>): AsyncGenerator<BehindRow> {
  let after: FigureCursor | null = null;
  for (let seen = 0; seen < MOST; seen += BATCH) {
    const { items, next }: Part = await read({ limit: BATCH, after });
    yield* items;
    if (next === null) return;
    after = next;
  }
}
