import { type Asked, askedOf, Country, choicesFor } from '#features/dashboard';
import { type SavedView, Views, viewsOf } from '#features/saved-views';
import type { UnitItem } from '#features/units';
import { page } from '#platform/http/page';
import { BarList, ColumnPlot, DataTable, EmptyState, formatDay, formatNumber, type PlotPart, TakeList } from '#ui';
import { isPeriod, type Question, questionOf } from '../answer.ts';
import { type QuestionQuery, questionQuery } from '../schema.ts';
import { type Line, type Table, tableOf } from '../table.ts';
import { questionPaths, questionUrl } from '../urls.ts';
import { DIMENSION_WORDS, MEASURE_WORDS } from '../words.ts';
import { QuestionForm } from './form.tsx';

interface Data {
  readonly query: QuestionQuery;
  readonly asked: Asked;
  readonly choices: readonly UnitItem[];
  readonly question: Question;
  readonly table: Table;
  readonly views: readonly SavedView[];
}

/** A question about the records and its answer: table, plot, map, Excel; kept under a name and shared by its address. */
export const askPage = page({
  permission: 'statistics.read',
  query: questionQuery,
  shell: 'desk',
  async load(ctx, _params, query): Promise<Data> {
    const asked = await askedOf(ctx, { donvi: query.donvi, ngay: query.den, theo: query.ngaydv });
    const question = questionOf(query, asked);
    const [choices, table, views] = await Promise.all([
      choicesFor(ctx.db, asked, ctx.day),
      tableOf(ctx.db, question),
      viewsOf(ctx.db, ctx.actor.account, 'questions'),
    ]);
    return { query, asked, choices, question, table, views };
  },
  head: () => ({ title: 'Hỏi số liệu', here: '/so-lieu', up: { href: '/so-lieu', words: 'Số liệu' } }),
  view: ({ query, asked, choices, question, table, views }) => (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Hỏi số liệu</h1>
          <p class="ink2">Chọn đếm gì, chia theo gì; chép địa chỉ trang để gửi câu hỏi cho người khác.</p>
        </div>
        <TakeList href={questionUrl(questionPaths.sheet, query)} />
      </div>
      <QuestionForm query={query} asked={asked} choices={choices} question={question} />
      <Views list="questions" query={questionUrl('', query).slice(1)} views={views} />
      <section class="stack-4" aria-labelledby="tra-loi">
        <div class="sechd">
          <h2 id="tra-loi">{titleOf(question)}</h2>
        </div>
        <p class="ink2">{scopeOf(question)}</p>
        {table.lines.every(({ sum }) => sum === 0) ? (
          <EmptyState title="Không có gì để đếm">Bớt điều kiện lọc, hoặc chọn ngày, đơn vị khác.</EmptyState>
        ) : (
          <>
            <Plot table={table} question={question} query={query} />
            <Numbers table={table} question={question} query={query} />
          </>
        )}
      </section>
    </div>
  ),
});

function titleOf({ measure, rows, columns }: Question): string {
  const by = [rows, ...(columns === null ? [] : [columns])].map((one) => DIMENSION_WORDS[one].toLowerCase());
  return `${MEASURE_WORDS[measure][0]} theo ${by.join(' và ')}`;
}

const scopeOf = ({ unit, from, asOf, unitsAsOf, measure, rows, columns }: Question) => {
  const period = isPeriod(measure) || rows === 'year' || columns === 'year';
  return `${unit?.name ?? 'Cả nước'}, ${period ? `từ ngày ${formatDay(from)} ` : ''}đến hết ngày ${formatDay(asOf)}, theo đơn vị hành chính ngày ${formatDay(unitsAsOf)}.`;
};

interface Answer {
  readonly table: Table;
  readonly question: Question;
  readonly query: QuestionQuery;
}

const LOOKS: readonly PlotPart['look'][] = ['a', 'b', 'c', 'd'];

/** Years stand as columns, other rows as bars; provinces on the map too. */
function Plot({ table, question, query }: Answer) {
  const { lines, columns } = table;
  const href = (line: Line) =>
    question.columns === null ? questionUrl(questionPaths.cell, query, { o: line.value, c: '' }) : undefined;
  if (question.rows === 'year') {
    const apart = columns.length <= LOOKS.length;
    const all = { label: MEASURE_WORDS[question.measure][0], look: 'c' as const };
    return (
      <ColumnPlot
        caption={titleOf(question)}
        unit={MEASURE_WORDS[question.measure][1]}
        columns={lines.map((line) => ({
          ...{ label: line.label, href: line.sum === 0 ? undefined : href(line) },
          parts: apart
            ? columns.map(({ value, label }, at) => ({
                ...{ label, value: line.numbers.get(value) ?? 0, look: LOOKS[at] ?? 'd' },
              }))
            : [{ ...all, value: line.sum }],
        }))}
      />
    );
  }
  const bars = lines.map((line) => ({
    ...{ label: line.label, value: line.sum, words: formatNumber(line.sum), href: href(line) },
  }));
  return question.rows === 'unit' && question.unit === null ? (
    <div class="cols c2">
      <BarList caption={titleOf(question)} rows={bars} />
      <Country
        title={titleOf(question)}
        places={lines.map((line) => ({ code: line.code, name: line.label, value: line.sum, href: href(line) ?? null }))}
      />
    </div>
  ) : (
    <BarList caption={titleOf(question)} rows={bars} />
  );
}

function Numbers({ table, question, query }: Answer) {
  const { lines, columns, whole } = table;
  const number = (line: Line, value: string) => {
    const n = line.numbers.get(value) ?? 0;
    if (n === 0) return '0';
    return <a href={questionUrl(questionPaths.cell, query, { o: line.value, c: value })}>{formatNumber(n)}</a>;
  };
  return (
    <>
      <DataTable
        caption={`Bảng: ${titleOf(question)}`}
        rows={lines}
        keyOf={({ value }) => value}
        fold={false}
        columns={[
          { head: DIMENSION_WORDS[question.rows], rowHead: true, cell: ({ label }) => label },
          ...columns.map(({ value, label }) => ({
            head: label,
            number: true,
            cell: (line: Line) => number(line, value),
          })),
        ]}
      />
      {whole !== null && (
        <p>
          Tất cả: <a href={questionUrl(questionPaths.cell, query)}>{formatNumber(whole)}</a>{' '}
          {MEASURE_WORDS[question.measure][1]}
          {question.measure === 'producers' &&
            '; một chủ thể có thể đứng ở nhiều dòng, nên các dòng cộng lại có thể lớn hơn'}
          .
        </p>
      )}
    </>
  );
}
