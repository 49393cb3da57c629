import { producerRecordPath, productRecordPath } from '#features/registry';
import { Button, Chips, DataTable, EmptyState, Form, type FormState, SelectField } from '#ui';
import type { Counts, ImportHead, PreviewRow } from '../queries.ts';
import type { RowStatus } from '../reading/types.ts';
import type { ImportSubject, RowsQuery } from '../schema.ts';
import { importPaths } from '../urls.ts';
import { countWords, FIELD_WORDS, placeWords, STATUS_WORDS, WORDS_OF } from './words.ts';

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
            choices={Object.entries(WORDS_OF[head.subject].many).map(([value, label]) => ({ value, label }))}
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
          columns={columnsOf(head, units, settles)}
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

/** Where a written row stands in the registry. */
function recordOf(subject: ImportSubject, { productId, producerId }: PreviewRow): string | null {
  if (subject === 'products') return productId === null ? null : productRecordPath(productId);
  return producerId === null ? null : producerRecordPath(producerId);
}

function columnsOf({ id, state, subject }: ImportHead, units: ReadonlyMap<string, string>, settles: boolean) {
  const words = WORDS_OF[subject];
  const pick = {
    head: 'Chọn',
    bare: true,
    cell: (row: PreviewRow) => (
      <label class="pkbox">
        <input class="rd" type="checkbox" form={FORM} name="rows" value={row.no} />
        <span class="sr">Chọn {words.name(row)}</span>
      </label>
    ),
  };
  return [
    ...(settles ? [pick] : []),
    {
      head: words.nameHead,
      rowHead: true,
      cell: (row: PreviewRow) => (
        <>
          <a href={(state === 'written' ? recordOf(subject, row) : null) ?? importPaths.row(id, row.no)}>
            {words.name(row) ?? words.nameless}
          </a>
          <span class="sub">{words.under(row)}</span>
        </>
      ),
    },
    {
      head: words.factsHead,
      cell: (row: PreviewRow) => words.facts(row),
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

export const isCommuneField = (field: string): boolean => field === 'commune' || field === 'producerCommune';

/** Why a row is what it is: what reading said, what the comparison found, which values change. */
export function reasonsOf({ read, verdict }: PreviewRow, units: ReadonlyMap<string, string>): string[] {
  const changes = (verdict.changes ?? []).map(({ field, from, to }) => {
    const after = isCommuneField(field) && to !== null ? (units.get(to) ?? '') : (to ?? '');
    return from === null ? `${FIELD_WORDS[field]}: ${after}` : `${FIELD_WORDS[field]}: ${from} → ${after}`;
  });
  return [...(verdict.notes ?? []).map(({ text }) => text), ...changes, ...read.notes.map(({ text }) => text)];
}
