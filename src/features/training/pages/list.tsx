import { SteeringWays } from '#features/legal-acts';
import { TRAINING_KINDS } from '#law/training';
import { page } from '#platform/http/page';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  formatNumber,
  LoadMore,
  SelectField,
  TakeList,
  TextField,
  withFilters,
} from '#ui';
import { listTrainings, sumTrainings, type Training } from '../queries.ts';
import { type ListQuery, listQuery } from '../schema.ts';
import { trainingPaths } from '../urls.ts';
import { daysWords, peopleWords } from '../words.ts';

const PAGE = 30;
const KINDS = Object.entries(TRAINING_KINDS).map(([value, label]) => ({ value, label }));

/** Courses within reach, the newest first, and what they add up to. */
export const trainingsPage = page({
  permission: 'training.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const ask = { query, reach: ctx.within('training.read', 'l') };
    const [rows, sums, mayRecord] = await Promise.all([
      listTrainings(ctx.db, ask, ((query.trang ?? 1) - 1) * PAGE, PAGE + 1),
      sumTrainings(ctx.db, ask),
      ctx.may('training.record'),
    ]);
    return { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, sums, mayRecord };
  },
  head: () => ({ title: 'Tập huấn, hội nghị', here: '/viec-cua-toi' }),
  view: ({ query, rows, more, sums, mayRecord }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Tập huấn, hội nghị</h1>
        <span class="row tight">
          <TakeList href={withFilters(trainingPaths.sheet, asked(query))} />
          {mayRecord && (
            <Button kind="main" href={trainingPaths.new} icon="plus">
              Ghi lớp, hội nghị
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={trainingPaths.list} offices />
      <Form action={trainingPaths.list} method="get" label="Tìm lớp, hội nghị" class="row items-end">
        <TextField name="q" label="Tìm nội dung, nơi tổ chức" value={query.q} width="mid" optional />
        <SelectField name="kind" label="Hình thức" value={query.kind} choices={KINDS} empty="Mọi hình thức" optional />
        <TextField name="nam" label="Năm" value={query.nam} width="date" inputMode="numeric" optional />
        <Button>Xem</Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title="Chưa ghi lớp nào">
          {query.q || query.kind || query.nam
            ? 'Thử từ khác, hoặc bỏ bớt điều kiện.'
            : 'Lớp tập huấn, hội nghị của xã và tỉnh hiện ở đây, và tính vào báo cáo.'}
        </EmptyState>
      ) : (
        <>
          <p role="status">
            <b>{formatNumber(sums.trainings)}</b> lớp, hội nghị; <b>{formatNumber(sums.people)}</b> người,{' '}
            <b>{formatNumber(sums.turns)}</b> lượt người.
          </p>
          <DataTable caption="Tập huấn, hội nghị" rows={rows} keyOf={({ id }) => id} columns={columns} />
        </>
      )}
      <LoadMore
        href={more ? withFilters(trainingPaths.list, { ...asked(query), trang: String((query.trang ?? 1) + 1) }) : null}
        words="Trang sau"
      />
    </div>
  ),
});

const asked = ({ q, kind, nam }: ListQuery) => ({ q, kind, nam: nam?.toString() });

const columns = [
  {
    head: 'Nội dung',
    rowHead: true,
    cell: (row: Training) => (
      <>
        <a href={trainingPaths.one(row.id)}>{row.subject}</a>
        <span class="sub font-normal">
          {TRAINING_KINDS[row.kind]}
          {row.invented && ', dữ liệu giả định'}
        </span>
      </>
    ),
  },
  {
    head: 'Tính cho',
    cell: (row: Training) => (
      <>
        {row.unitName}
        <span class="sub">{row.organiser}</span>
      </>
    ),
  },
  { head: 'Ngày', cell: (row: Training) => daysWords(row) },
  { head: 'Số người', number: true, cell: (row: Training) => peopleWords(row) },
  { head: 'Lượt', number: true, cell: (row: Training) => formatNumber(row.turns) },
];
