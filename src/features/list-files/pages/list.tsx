import { z } from 'zod';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, Form, type FormState, formatDay, formatMoment, formatNumber, Note } from '#ui';
import { type ListFileRow, listFileRules, listFilesOf } from '../queries.ts';
import { listFilePaths } from '../urls.ts';
import { nameOf } from './one.tsx';

const PAGE = 30;

interface Data {
  /** The list somebody came from, which is too long to be answered at once. */
  readonly from: string | null;
  readonly count: number | null;
  readonly days: number;
  readonly rows: readonly ListFileRow[];
  readonly next: string | null;
}

/** The files of long lists a person asked for, and the button for the one they come from. */
export const listFilesPage = page({
  permission: 'listFile.make',
  query: z.object({
    tu: z.string().max(2000).startsWith('/').optional().catch(undefined),
    dong: z.coerce.number().int().positive().optional().catch(undefined),
    after: z.uuid().optional().catch(undefined),
  }),
  shell: 'desk',
  async load(ctx, _params, { tu, dong, after }): Promise<Data> {
    const [rows, { days }] = await Promise.all([
      listFilesOf(ctx.db, ctx.actor.account, after, PAGE + 1),
      listFileRules(ctx.db, ctx.day),
    ]);
    return {
      ...{ from: tu ?? null, count: dong ?? null, days, rows: rows.slice(0, PAGE) },
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    };
  },
  head: () => ({ title: 'Tệp danh sách' }),
  view: (data, ctx) => <ListFiles {...data} state={data.from === null ? null : ctx.form('listFile.make')} />,
});

function ListFiles({ from, count, days, rows, next, state }: Data & { state: FormState | null }) {
  return (
    <div class="stack-5">
      <div class="stack-2">
        <h1>Tệp danh sách</h1>
        <p class="ink2">
          Danh sách dài được lập thành tệp trong lúc bạn làm việc khác. Tệp chỉ mình bạn tải được, giữ{' '}
          {formatNumber(days)} ngày.
        </p>
      </div>
      {from !== null && state !== null && (
        <section class="stack">
          <Note kind="info">
            Danh sách {count === null ? 'này' : `có ${formatNumber(count)} dòng,`} quá dài để tải ngay. Bấm nút dưới đây
            để lập tệp; khi xong có tin báo.
          </Note>
          <Form action={listFilePaths.list} state={state}>
            <input type="hidden" name="from" value={from} />
            <Button kind="main" busy="Đang gửi…">
              Lập tệp
            </Button>
          </Form>
        </section>
      )}
      {(from === null || rows.length > 0) && <Asked rows={rows} next={next} />}
    </div>
  );
}

function Asked({ rows, next }: Pick<Data, 'rows' | 'next'>) {
  return (
    <section class="stack-2">
      <h2>Các tệp đã yêu cầu</h2>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có tệp nào">Bấm “Xuất Excel” ở một danh sách dài, tệp sẽ nằm ở đây.</EmptyState>
      ) : (
        <DataTable caption="Các tệp đã yêu cầu" rows={rows} keyOf={({ id }) => id} columns={columns} />
      )}
      {next && (
        <p class="more">
          <Button href={`${listFilePaths.list}?after=${next}`} iconAfter="right">
            Tệp cũ hơn
          </Button>
        </p>
      )}
    </section>
  );
}

const columns = [
  {
    head: 'Danh sách',
    rowHead: true,
    cell: (row: ListFileRow) => <a href={listFilePaths.one(row.id)}>{nameOf(row)}</a>,
  },
  {
    head: 'Tình trạng',
    cell: (row: ListFileRow) => (row.job ? 'Đang lập' : row.file ? 'Đã xong' : 'Không lập được'),
  },
  { head: 'Giữ đến hết ngày', cell: (row: ListFileRow) => (row.endsOn === null ? '' : formatDay(row.endsOn)) },
  { head: 'Yêu cầu lúc', cell: (row: ListFileRow) => formatMoment(row.at) },
];
