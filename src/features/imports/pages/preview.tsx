import { productRecordPath } from '#features/registry';
import { Button, Chips, DataTable, EmptyState, Form, type FormState, SelectField } from '#ui';
import { eventWords } from '../compare/events.ts';
import type { Counts, ImportHead, PreviewRow } from '../queries.ts';
import type { RowStatus } from '../reading/types.ts';
import { MANY_WORDS, type RowsQuery } from '../schema.ts';
import { importPaths } from '../urls.ts';
import { countWords, FIELD_WORDS, placeWords, STATUS_WORDS } from './words.ts';

const FORM = 'settle-many';

/** What the page of one list shows. */
export interface ImportData {
  readonly head: ImportHead;
  readonly counts: Counts;
  readonly rows: readonly PreviewRow[];
  readonly next: number | null;
  readonly query: RowsQuery;
  readonly units: ReadonlyMap<string, string>;
  readonly may: { readonly settle: boolean; readonly write: boolean; readonly undo: boolean };
}

/** Every row of the file with what the comparison found and why; the doubtful ones can be settled many at once. */
export function Preview({ head, counts, rows, next, query, units, may, state }: ImportData & { state: FormState }) {
  const settles = may.settle && query.status === 'doubtful' && rows.length > 0;
  const chips = (Object.keys(STATUS_WORDS) as RowStatus[]).flatMap((status) => {
    const n = counts.statuses[status];
    return n ? [{ href: `?status=${status}`, words: STATUS_WORDS[status], count: n, on: query.status === status }] : [];
  });
  const reasons = counts.doubts.map(({ code, text, n }) => ({
    ...{ href: `?status=doubtful&code=${encodeURIComponent(code)}`, words: text, count: n, on: query.code === code },
  }));
  return (
    <section class="stack">
      <h2>Từng dòng của tệp</h2>
      <Chips label="Lọc theo kết quả đối chiếu" chips={chips} />
      {query.status === 'doubtful' && reasons.length > 0 && <Chips label="Lọc theo lý do nghi ngờ" chips={reasons} />}
      {settles && (
        <Form
          id={FORM}
          action={importPaths.settle(head.id)}
          state={state}
          version={head.settledVersion}
          class="row items-end"
          label="Xử lý nhiều dòng"
        >
          <SelectField
            name="how"
            label="Với các dòng đã chọn"
            choices={Object.entries(MANY_WORDS).map(([value, label]) => ({ value, label }))}
          />
          {query.code !== undefined && (
            <label class="row tight">
              <input class="rd" type="checkbox" name="code" value={query.code} />
              Cả {countWords(counts.doubts.find(({ code }) => code === query.code)?.n ?? 0)} dòng cùng lý do này
            </label>
          )}
          <Button kind="main" busy="Đang xử lý…">
            Xử lý
          </Button>
        </Form>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Không có dòng nào">Chọn kết quả đối chiếu khác ở trên.</EmptyState>
      ) : (
        <DataTable
          caption="Các dòng"
          rows={rows}
          keyOf={({ no }) => String(no)}
          columns={columnsOf(head.id, head.state, units, settles)}
        />
      )}
      {next !== null && (
        <p class="more">
          <Button href={withAfter(query, next)} iconAfter="right">
            Các dòng sau
          </Button>
        </p>
      )}
    </section>
  );
}

function withAfter({ status, code }: RowsQuery, after: number): string {
  return `?${new URLSearchParams({ ...(status ? { status } : {}), ...(code ? { code } : {}), after: String(after) })}`;
}

function columnsOf(id: string, state: string, units: ReadonlyMap<string, string>, settles: boolean) {
  const pick = {
    head: 'Chọn',
    bare: true,
    cell: ({ no, read }: PreviewRow) => (
      <label class="pkbox">
        <input class="rd" type="checkbox" form={FORM} name="rows" value={no} />
        <span class="sr">Chọn {read.product}</span>
      </label>
    ),
  };
  return [
    ...(settles ? [pick] : []),
    {
      head: 'Sản phẩm, chủ thể',
      rowHead: true,
      cell: ({ no, read, corrected, productId }: PreviewRow) => (
        <>
          {state === 'written' && productId ? (
            <a href={productRecordPath(productId)}>{corrected?.product ?? read.product}</a>
          ) : (
            <a href={importPaths.row(id, no)}>{corrected?.product ?? read.product ?? 'Không có tên sản phẩm'}</a>
          )}
          <span class="sub">{corrected?.producer ?? read.producer ?? 'Không ghi chủ thể'}</span>
        </>
      ),
    },
    {
      head: 'Sao, quyết định',
      cell: ({ read, corrected }: PreviewRow) => eventWords({ ...read, ...corrected }),
    },
    {
      head: 'Kết quả',
      cell: (row: PreviewRow) => (
        <>
          <b>{STATUS_WORDS[row.status]}</b>
          {reasonsOf(row, units).map((text) => (
            <span key={text} class="sub">
              {text}
            </span>
          ))}
        </>
      ),
    },
    { head: 'Chỗ trong tệp', cell: ({ read }: PreviewRow) => <span class="sm mut">{placeWords(read)}</span> },
  ];
}

/** Why a row is what it is: what reading said, what the comparison found, which values change. */
export function reasonsOf({ read, verdict }: PreviewRow, units: ReadonlyMap<string, string>): string[] {
  const changes = (verdict.changes ?? []).map(({ field, from, to }) => {
    const after = field === 'commune' && to !== null ? (units.get(to) ?? '') : (to ?? '');
    return from === null ? `${FIELD_WORDS[field]}: ${after}` : `${FIELD_WORDS[field]}: ${from} → ${after}`;
  });
  return [...(verdict.notes ?? []).map(({ text }) => text), ...changes, ...read.notes.map(({ text }) => text)];
}
