import { askedOf, BehindTable } from '#features/dashboard';
import type { BehindRow, FigureCursor } from '#features/reports';
import { page } from '#platform/http/page';
import { formatNumber, LoadMore } from '#ui';
import { eachOf, type Question, questionOf, rowsBehindCell } from '../answer.ts';
import { cellQuery, type QuestionQuery } from '../schema.ts';
import { questionPaths, questionUrl } from '../urls.ts';
import { DIMENSION_WORDS, MEASURE_WORDS, valueWords } from '../words.ts';

const SHOWN = 50;

interface Data {
  readonly query: QuestionQuery;
  readonly cell: { readonly o: string | undefined; readonly c: string | undefined };
  readonly question: Question;
  /** "Hạng sao: 4 sao", for row and column. */
  readonly said: readonly string[];
  readonly rows: readonly BehindRow[];
  readonly total: number;
  readonly next: FigureCursor | null;
}

/** The rows behind one number of an answer: as many as it says. */
export const cellPage = page({
  permission: 'statistics.read',
  query: cellQuery,
  shell: 'desk',
  async load(ctx, _params, { o, c, ten, sau, ...query }): Promise<Data> {
    const question = questionOf(query, await askedOf(ctx, { donvi: query.donvi, ngay: query.den, theo: query.ngaydv }));
    const after: FigureCursor | null = ten === undefined || sau === undefined ? null : [ten, sau];
    const { items, total, next } = await rowsBehindCell(
      ctx.db,
      question,
      { row: o, column: c },
      { limit: SHOWN, after },
    );
    const said = await Promise.all(
      (
        [
          [question.rows, o],
          [question.columns, c],
        ] as const
      ).map(async ([dimension, value]) => {
        if (dimension === null || value === undefined) return '';
        return `${DIMENSION_WORDS[dimension]}: ${(await valueWords(ctx.db, dimension, [value], question)).get(value)?.label ?? value}`;
      }),
    );
    return { query, cell: { o, c }, question, said: said.filter(Boolean), rows: items, total, next };
  },
  head: ({ question, query }) => ({
    title: MEASURE_WORDS[question.measure][0],
    here: '/so-lieu',
    up: { href: questionUrl(questionPaths.ask, query), words: 'Hỏi số liệu' },
  }),
  view: ({ query, cell, question, said, rows, total, next }) => {
    const [label, of] = MEASURE_WORDS[question.measure];
    return (
      <div class="stack-5">
        <div>
          <h1>{label}</h1>
          <p class="ink2">
            <b>
              {formatNumber(total)} {of}
            </b>
            {said.length > 0 && `, ${said.join('; ')}`}
          </p>
        </div>
        <BehindTable caption={label} rows={rows} each={eachOf(question.measure)} of={of} />
        <LoadMore
          href={next === null ? null : questionUrl(questionPaths.cell, query, { ...cell, ten: next[0], sau: next[1] })}
          words="Trang sau"
        />
      </div>
    );
  },
});
