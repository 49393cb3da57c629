import type { Asked } from '#features/dashboard';
import { PRODUCER_SORTS, SECTOR_NAMES } from '#features/reports';
import type { UnitItem } from '#features/units';
import { Button, DateField, Form, formatDay, SelectField } from '#ui';
import type { Question } from '../answer.ts';
import { DIMENSIONS, MEASURES, type QuestionQuery } from '../schema.ts';
import { questionPaths } from '../urls.ts';
import { DIMENSION_WORDS, MEASURE_WORDS } from '../words.ts';

interface QuestionFormProps {
  readonly query: QuestionQuery;
  readonly asked: Asked;
  readonly choices: readonly UnitItem[];
  readonly question: Question;
}

const ways = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What is counted and by what; filters, unit and days stand folded below. */
export function QuestionForm({ query, asked, choices, question }: QuestionFormProps) {
  const dimensions = DIMENSIONS.map((value) => ({ value, label: DIMENSION_WORDS[value] }));
  const country = asked.own === null ? { empty: 'Cả nước' } : {};
  const units = choices.map(({ id, name, former }) => ({ value: id, label: former ? `${name} (cũ)` : name }));
  const narrowed = [query.sao, query.nhom, query.loaihinh, query.donvi, query.tu, query.den, query.ngaydv].some(
    Boolean,
  );
  return (
    <Form action={questionPaths.ask} method="get" class="stack-4" label="Câu hỏi">
      <div class="row items-end">
        <SelectField
          name="do"
          label="Đếm"
          value={question.measure}
          choices={MEASURES.map((value) => ({ value, label: MEASURE_WORDS[value][0] }))}
        />
        <SelectField name="theo" label="Chia theo" value={question.rows} choices={dimensions} />
        <SelectField
          name="va"
          label="Và theo"
          value={question.columns ?? ''}
          choices={dimensions}
          empty="Không chia nữa"
        />
      </div>
      <details open={narrowed}>
        <summary>Lọc, chọn đơn vị và ngày</summary>
        <div class="row items-end mt-4">
          <SelectField
            name="sao"
            label="Hạng sao"
            value={query.sao}
            choices={['3', '4', '5'].map((value) => ({ value, label: `${value} sao` }))}
            empty="Tất cả"
          />
          <SelectField
            name="nhom"
            label="Nhóm sản phẩm"
            value={query.nhom}
            choices={ways(SECTOR_NAMES)}
            empty="Tất cả"
          />
          <SelectField
            name="loaihinh"
            label="Loại hình chủ thể"
            value={query.loaihinh}
            choices={ways(PRODUCER_SORTS)}
            empty="Tất cả"
          />
          <SelectField name="donvi" label="Đơn vị" value={asked.unit?.id ?? ''} choices={units} {...country} />
          <DateField name="tu" label="Từ ngày" value={query.tu === undefined ? '' : formatDay(query.tu)} optional />
          <DateField name="den" label="Đến ngày" value={query.den === undefined ? '' : formatDay(query.den)} optional />
          <DateField
            name="ngaydv"
            label="Theo đơn vị ngày"
            value={query.ngaydv === undefined ? '' : formatDay(query.ngaydv)}
            optional
          />
        </div>
      </details>
      <div>
        <Button kind="main">Đếm</Button>
      </div>
    </Form>
  );
}
