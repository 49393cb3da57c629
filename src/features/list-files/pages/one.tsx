import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, FactsList, Form, formatDay, formatMoment, formatNumber, formatSize, Note } from '#ui';
import { type ListFileRow, readListFile } from '../queries.ts';
import { listFilePaths } from '../urls.ts';

/** One list: how far it is, and the file when it is there. */
export const listFilePage = page({
  permission: 'listFile.make',
  params: byId,
  shell: 'desk',
  load: (ctx, { id }): Promise<ListFileRow> => readListFile(ctx.db, ctx.actor.account, id),
  head: (row) => ({
    title: `Tệp danh sách: ${nameOf(row)}`,
    up: { href: listFilePaths.list, words: 'Tệp danh sách' },
  }),
  view: (row, ctx) => <ListFile row={row} forms={ctx} />,
});

/** The list's own title, once it is known. */
export const nameOf = ({ title }: ListFileRow): string => title ?? 'danh sách đang chờ';

/** Changes whenever the page would show something else. */
export const stampOf = ({ job, doing, done, problem }: ListFileRow): string => [job, doing, done, problem].join('-');

function ListFile({ row, forms }: { row: ListFileRow; forms: FormSource }) {
  const follow = { url: `/api/v1/list-files/${row.id}/progress`, stamp: stampOf(row), part: '#list-file' };
  return (
    <div
      id="list-file"
      class="stack-5"
      data-island={row.job ? 'follow' : undefined}
      data-props={row.job ? JSON.stringify(follow) : undefined}
    >
      <h1>Tệp danh sách: {nameOf(row)}</h1>
      {row.job && <Working row={row} forms={forms} />}
      {row.problem && <Note kind="soon">{row.problem} Mở lại danh sách để lập tệp khác.</Note>}
      <FactsList
        facts={[
          { term: 'Yêu cầu lúc', value: formatMoment(row.at) },
          row.endsOn !== null && { term: 'Giữ đến hết ngày', value: formatDay(row.endsOn) },
        ]}
      />
      {row.file && (
        <div class="row">
          <Button kind="main" href={listFilePaths.file(row.id)} icon="down">
            Tải tệp ({formatSize(row.file.size)})
          </Button>
        </div>
      )}
    </div>
  );
}

function Working({ row, forms }: { row: ListFileRow; forms: FormSource }) {
  const share = row.total > 0 ? ` ${formatNumber(row.done)} / ${formatNumber(row.total)} dòng` : '';
  return (
    <section class="stack" aria-live="polite">
      <Note kind="info" icon="hourglass">
        {row.doing ?? 'Đang chờ đến lượt'}
        {share}. Có thể rời trang này; khi xong có tin báo.
      </Note>
      {row.total > 0 && <progress class="w-full" value={row.done} max={row.total} aria-label="Đã lập" />}
      <div class="row">
        <Button href={listFilePaths.one(row.id)}>Xem đã đến đâu</Button>
        <Form action={listFilePaths.stop(row.id)} state={forms.form('listFile.stop')}>
          <Button kind="plain">Dừng</Button>
        </Form>
      </div>
    </section>
  );
}
