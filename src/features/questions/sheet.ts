import { askedOf } from '#features/dashboard';
import { listFile } from '#platform/documents/list-file';
import type { SheetField } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { questionOf } from './answer.ts';
import { questionQuery } from './schema.ts';
import { type Line, tableOf } from './table.ts';
import { DIMENSION_WORDS, MEASURE_WORDS } from './words.ts';

/** The answer as a table: a line a row, a column a value of the second dimension. */
export const answerSheet = download({
  name: 'question.export',
  title: 'Trả lời câu hỏi số liệu (Excel)',
  permission: 'list.export',
  query: questionQuery,
  logged: 'export',
  async run(ctx, _params, query) {
    if (!(await ctx.may('statistics.read'))) throw notFound();
    const question = questionOf(query, await askedOf(ctx, { donvi: query.donvi, ngay: query.den, theo: query.ngaydv }));
    const { lines, columns } = await tableOf(ctx.db, question);
    const [label] = MEASURE_WORDS[question.measure];
    const fields: SheetField<Line>[] = [
      [DIMENSION_WORDS[question.rows], 'text', 40, (line) => line.label],
      ...columns.map(
        ({ value, label: head }): SheetField<Line> => [head, 'integer', 16, (line) => line.numbers.get(value) ?? 0],
      ),
    ];
    return listFile(`so-lieu-${question.asOf}`, label, lines, fields);
  },
});
