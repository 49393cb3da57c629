import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, FactsList, Form, formatDay, formatMoment, formatNumber, formatSize, Note } from '#ui';
import { type HandbookRow, readHandbook } from '../queries.ts';
import { handbookPaths } from '../urls.ts';
import { stateWords } from './words.ts';

interface Data {
  readonly row: HandbookRow;
  readonly mayStop: boolean;
}

/** One handbook: how far it is, and the file when it is there. */
export const handbookPage = page({
  permission: 'handbook.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }): Promise<Data> {
    const row = await readHandbook(ctx.db, id);
    return { row, mayStop: row.job && (await ctx.may('handbook.stop', id)) };
  },
  head: ({ row }) => ({
    title: `Cẩm nang sản phẩm: ${row.unitName}`,
    here: '/so-san-pham',
    up: { href: handbookPaths.list, words: 'Cẩm nang sản phẩm' },
  }),
  view: (data, ctx) => <Handbook {...data} forms={ctx} />,
});

/** Changes whenever the page would show something else. */
export const stampOf = ({ state, version, doing, done }: HandbookRow): string =>
  [state, version, doing, done].join('-');

function Handbook({ row, mayStop, forms }: Data & { forms: FormSource }) {
  const follow = { url: `/api/v1/handbooks/${row.id}/progress`, stamp: stampOf(row), part: '#handbook' };
  return (
    <div
      id="handbook"
      class="stack-5"
      data-island={row.job ? 'follow' : undefined}
      data-props={row.job ? JSON.stringify(follow) : undefined}
    >
      <h1>Cẩm nang sản phẩm: {row.unitName}</h1>
      {row.job && <Working row={row} mayStop={mayStop} forms={forms} />}
      {row.problem && <Note kind="soon">{row.problem}</Note>}
      <FactsList
        facts={[
          { term: 'Tính đến ngày', value: formatDay(row.asOf) },
          { term: 'Tình trạng', value: stateWords(row.state) },
          row.products !== null && {
            term: 'Nội dung',
            value: `${formatNumber(row.products)} sản phẩm, ${formatNumber(row.pages ?? 0)} trang`,
          },
          { term: 'Yêu cầu', value: `${row.by}, ${formatMoment(row.at)}` },
        ]}
      />
      <div class="row">
        {row.file && (
          <Button kind="main" href={handbookPaths.file(row.id)} icon="down">
            Tải cẩm nang (PDF, {formatSize(row.file.size)})
          </Button>
        )}
        {!row.job && <Button href={handbookPaths.list}>Làm cuốn khác</Button>}
      </div>
    </div>
  );
}

function Working({ row, mayStop, forms }: Data & { forms: FormSource }) {
  const share = row.total > 0 ? ` ${formatNumber(row.done)} / ${formatNumber(row.total)}` : '';
  return (
    <section class="stack" aria-live="polite">
      <Note kind="info" icon="hourglass">
        {row.doing ?? 'Đang chờ đến lượt'}
        {share}. Có thể rời trang này, việc vẫn chạy.
      </Note>
      {row.total > 0 && <progress class="w-full" value={row.done} max={row.total} aria-label="Đã làm" />}
      <div class="row">
        <Button href={handbookPaths.one(row.id)}>Xem đã đến đâu</Button>
        {mayStop && (
          <Form action={handbookPaths.stop(row.id)} state={forms.form('handbook.stop')} version={row.version}>
            <Button kind="plain">Dừng</Button>
          </Form>
        )}
      </div>
    </section>
  );
}
