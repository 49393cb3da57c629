import { z } from 'zod';
import { processes, verbOf } from '#law/moves';
import { page } from '#platform/http/page';
import { doerWords } from '#platform/ledger/read';
import { Button, DataTable, EmptyState, Form, formatMoment, LoadMore, SelectField, TakeList, TextField } from '#ui';
import { type LedgerRow, listLedger } from '../queries.ts';
import { ledgerFilter } from '../schema.ts';
import { administrationPaths } from '../urls.ts';

const SHOWN = 100;
const query = ledgerFilter.extend({ before: z.coerce.number().int().positive().optional().catch(undefined) });

/** The ledger: who did what when, within reach (U45). Submissions of sheets appear only after the scores are opened. */
export const ledgerPage = page({
  permission: 'ledger.read',
  query,
  shell: 'desk',
  async load(ctx, _params, { before, ...filter }) {
    const rows = await listLedger(ctx.db, ctx.within, filter, {
      before: before ?? null,
      limit: SHOWN + 1,
    });
    return { rows: rows.slice(0, SHOWN), more: rows.length > SHOWN, filter, mayExport: await ctx.may('list.export') };
  },
  head: () => 'Sổ ghi việc',
  view: ({ rows, more, filter, mayExport }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Sổ ghi việc</h1>
        {mayExport && <TakeList href={link(administrationPaths.ledgerSheet, filter)} />}
      </div>
      <p class="mut">
        Mỗi việc là một dòng không sửa, không xóa được. Số dòng tăng dần, có thể cách quãng; mã của mỗi dòng tính cả mã
        của dòng trước nên thiếu một dòng là lộ.
      </p>
      <Form action={administrationPaths.ledger} method="get" label="Lọc sổ" class="row items-end">
        <TextField name="q" label="Người, sản phẩm, phiên" type="search" value={filter.q} optional />
        <SelectField
          name="process"
          label="Loại việc"
          optional
          empty="Tất cả"
          value={filter.process}
          choices={ledgerFilter.shape.process
            .unwrap()
            .unwrap()
            .options.map((value) => ({ value, label: processes[value].name }))}
        />
        <Button>Lọc</Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title="Không có dòng nào khớp" way={{ href: administrationPaths.ledger, words: 'Xem tất cả' }} />
      ) : (
        <DataTable rows={rows} columns={columns} caption="Sổ ghi việc" keyOf={(row) => String(row.no)} />
      )}
      {more && (
        <LoadMore href={link(administrationPaths.ledger, { ...filter, before: String(rows.at(-1)?.no ?? '') })} />
      )}
    </div>
  ),
});

const columns = [
  { head: 'Số', number: true, cell: (row: LedgerRow) => row.no },
  { head: 'Lúc', cell: (row: LedgerRow) => formatMoment(new Date(row.at)) },
  {
    head: 'Việc',
    rowHead: true,
    cell: (row: LedgerRow) => (
      <>
        {verbOf(row.action, row.from)}
        <span class="sm mut block">
          {subjectLink(row)}
          {row.reason ? ` · ${row.reason}` : ''}
        </span>
      </>
    ),
  },
  {
    head: 'Ai',
    cell: (row: LedgerRow) => (
      <>
        {doerWords(row.actorName, row.inPlaceOf)}
        <span class="sm mut block">{row.capacity}</span>
      </>
    ),
  },
  { head: 'Mã', cell: (row: LedgerRow) => <code class="xs">{row.hash.slice(0, 12)}</code> },
];

function subjectLink(row: LedgerRow) {
  const name = row.name ?? processes[row.process].name;
  if (!row.open) return name;
  if (row.process === 'dossier') return <a href={`/ho-so/${row.subject}`}>{name}</a>;
  if (row.process === 'session') return <a href={`/phien/${row.subject}`}>{name}</a>;
  if (row.process === 'decision') return <a href={`/quyet-dinh/${row.subject}`}>{name}</a>;
  return name;
}

function link(path: string, filter: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) params.set(name, value);
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
