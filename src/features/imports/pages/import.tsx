import type { FormSource } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, Note } from '#ui';
import { countsOf, type ImportHead, previewRows, readImport } from '../queries.ts';
import { rowsQuery, SUBJECT_WORDS } from '../schema.ts';
import { unitNames } from '../unit-names.ts';
import { importPaths } from '../urls.ts';
import { type ImportData, isCommuneField, Preview } from './preview.tsx';
import { columnsTitle, countWords, STATE_WORDS } from './words.ts';

const PAGE = 50;

/** One list on its way: being read, looked at row by row, written, undone. Coming back finds it as it was left. */
export const importPage = page({
  permission: 'listImport.read',
  params: byId,
  subject: ({ id }) => id,
  query: rowsQuery,
  shell: 'desk',
  async load(ctx, { id }, query): Promise<ImportData> {
    const head = await readImport(ctx.db, id);
    const counts = await countsOf(ctx.db, id);
    const asked =
      query.status || query.code || !counts.statuses.doubtful ? query : { ...query, status: 'doubtful' as const };
    const rows = head.reading ? await previewRows(ctx.db, id, asked, PAGE + 1) : [];
    const shown = rows.slice(0, PAGE);
    const communes = shown.flatMap(
      ({ verdict }) => verdict.changes?.flatMap((one) => (isCommuneField(one.field) && one.to ? [one.to] : [])) ?? [],
    );
    return {
      ...{ head, counts, rows: shown, query: asked, units: await unitNames(ctx.db, communes) },
      next: rows.length > PAGE ? (shown.at(-1)?.no ?? null) : null,
      may: {
        settle: head.state === 'open' && head.job === null && (await ctx.may('listImport.settle', id)),
        write: await ctx.may('listImport.write', id),
        undo: await ctx.may('listImport.undo', id),
      },
    };
  },
  head: ({ head }) => ({
    title: head.fileName,
    here: '/so-san-pham',
    up: { href: importPaths.list, words: 'Nhập danh sách' },
  }),
  view: (data, ctx) => <ImportView {...data} forms={ctx} />,
});

function ImportView({ forms, ...data }: ImportData & { forms: FormSource }) {
  const { head, counts } = data;
  const stamp = stampOf(head);
  const props = { url: `/api/v1/list-imports/${head.id}/progress`, stamp, part: '#import' };
  return (
    <div
      id="import"
      class="stack-5"
      data-island={head.job ? 'follow' : undefined}
      data-props={head.job ? JSON.stringify(props) : undefined}
    >
      <div class="stack-2">
        <h1>{head.fileName}</h1>
        <p class="ink2">
          {SUBJECT_WORDS[head.subject]} · {head.provinceName} · {STATE_WORDS[head.state]} · {head.by}
        </p>
      </div>
      {head.job && <Working head={head} forms={forms} may={data.may.write} />}
      {!head.job && head.problem && <Note kind="soon">{head.problem}</Note>}
      {!head.job && head.before && head.state === 'open' && (
        <Note kind="info">
          Chính tệp này đã được ghi vào danh bạ. <a href={importPaths.one(head.before)}>Xem lần đã ghi</a>
        </Note>
      )}
      {head.state === 'written' && <Result {...data} forms={forms} />}
      {head.state === 'undone' && <Note kind="info">Danh bạ đã trở lại như trước khi ghi tệp này.</Note>}
      {!head.job && head.state === 'open' && <Steps {...data} forms={forms} />}
      {head.reading && (head.state !== 'open' || !head.job) && (
        <Preview {...data} state={forms.form('listImport.settleMany')} />
      )}
      {!head.job && head.state === 'open' && !head.reading && counts.doubts.length === 0 && (
        <ReadAgain head={head} forms={forms} />
      )}
    </div>
  );
}

/** Changes whenever the page would show something else. */
export const stampOf = ({ state, job, version, settledVersion, doing, done }: ImportHead): string =>
  [state, job, version, settledVersion, doing, done].join('-');

function Working({ head, forms, may }: { head: ImportHead; forms: FormSource; may: boolean }) {
  const share = head.total > 0 ? ` ${countWords(head.done)} / ${countWords(head.total)} dòng` : '';
  return (
    <section class="stack" aria-live="polite">
      <Note kind="info" icon="hourglass">
        {head.doing ?? 'Đang chờ đến lượt'}
        {share}. Có thể rời trang này, việc vẫn chạy.
      </Note>
      {head.total > 0 && <progress class="w-full" value={head.done} max={head.total} aria-label="Đã xử lý" />}
      <div class="row">
        <Button href={importPaths.one(head.id)}>Xem đã đến đâu</Button>
        {may && (
          <Form action={importPaths.stop(head.id)} state={forms.form('listImport.stop')} version={head.version}>
            <Button kind="plain">Dừng</Button>
          </Form>
        )}
      </div>
    </section>
  );
}

function Steps({ head, counts, may, forms }: ImportData & { forms: FormSource }) {
  if (!head.reading || !may.write) return null;
  const { new: fresh = 0, change = 0, doubtful = 0 } = counts.statuses;
  return (
    <section class="stack">
      <ol class="stack-2">
        <li>
          <b>1. {columnsTitle(head.subject)}:</b>{' '}
          {head.confirmed ? 'đã xác nhận.' : 'cần người xác nhận trước khi ghi.'}{' '}
          <a href={importPaths.columns(head.id)}>{head.confirmed ? 'Xem, sửa' : 'Xác nhận'}</a>
        </li>
        <li>
          <b>2. Dòng nghi ngờ:</b> {doubtful > 0 ? `còn ${countWords(doubtful)} dòng cần xử lý.` : 'không còn.'}
        </li>
        <li>
          <b>3. Ghi:</b> {countWords(fresh)} dòng mới, {countWords(change)} dòng thay đổi.
        </li>
      </ol>
      <div class="row">
        <Form action={importPaths.write(head.id)} state={forms.form('listImport.write')} version={head.version}>
          <Button kind={head.confirmed && doubtful === 0 ? 'main' : 'plain'} busy="Đang ghi…">
            Ghi vào danh bạ
          </Button>
        </Form>
        <Form action={importPaths.cancel(head.id)} state={forms.form('listImport.cancel')} version={head.version}>
          <Button kind="plain">Bỏ tệp này</Button>
        </Form>
      </div>
    </section>
  );
}

function ReadAgain({ head, forms }: { head: ImportHead; forms: FormSource }) {
  return (
    <div class="row">
      <Form action={importPaths.readAgain(head.id)} state={forms.form('listImport.readAgain')} version={head.version}>
        <Button kind="main">Đọc lại tệp</Button>
      </Form>
      <Form action={importPaths.cancel(head.id)} state={forms.form('listImport.cancel')} version={head.version}>
        <Button kind="plain">Bỏ tệp này</Button>
      </Form>
    </div>
  );
}

function Result({ head, may, forms }: ImportData & { forms: FormSource }) {
  const { result } = head;
  if (!result) return null;
  const parts = [
    [result.products, 'sản phẩm mới'],
    [result.producers, 'chủ thể mới'],
    [result.recognitions, 'lần công nhận'],
    [result.changed, 'bản ghi được bổ sung'],
    [result.ended, 'giấy chứng nhận kết thúc do thu hồi'],
    [result.same, 'dòng đã có từ trước'],
  ] as const;
  return (
    <section class="stack">
      <Note kind="good" title="Đã ghi vào danh bạ.">
        {parts
          .filter(([n]) => n > 0)
          .map(([n, words]) => `${countWords(n)} ${words}`)
          .join(', ') || 'Không có gì thay đổi'}
        .
      </Note>
      {may.undo && !head.job && (
        <Form
          action={importPaths.undo(head.id)}
          state={forms.form('listImport.undo')}
          version={head.version}
          class="stack-2"
        >
          <p class="ink2">Hoàn tác đưa danh bạ về như trước khi ghi, nếu chưa có gì gắn với các bản ghi này.</p>
          <Button kind="plain" busy="Đang hoàn tác…">
            Hoàn tác cả danh sách
          </Button>
        </Form>
      )}
    </section>
  );
}
