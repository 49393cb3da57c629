import { sql } from 'kysely';
import { z } from 'zod';
import { findStep, stateWords } from '#law/moves';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { doerWords, type HistoryRow, historyOf } from '#platform/ledger/read';
import { notFound } from '#platform/refusal';
import { DataTable, formatMoment, LoadMore } from '#ui';
import { confirmedYears } from '../calendar-years.ts';
import { officePaths } from '../commune-urls.ts';
import { getDossier } from '../record.ts';
import { sheetOf } from '../sheet.ts';
import { OfficeHead } from './commune-dossier.tsx';
import { workHead } from './commune-office.ts';

const PAGE = 50;

interface Row extends HistoryRow {
  /** First letters of the row's seal, to compare with a printed or exported ledger. */
  readonly mark: string;
}

/** Who did what to a dossier, when, in which capacity, with the seal of each row. */
export const dossierLedgerPage = page({
  permission: 'ledger.read',
  params: z.object({ id: uuid() }),
  query: z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, { before }) {
    const dossier = await getDossier(ctx.db, id);
    if (dossier.state === 'draft' || !(await ctx.may('dossier.read', id))) throw notFound();
    const rows = await historyOf(ctx.db, id, { limit: PAGE + 1, ...(before ? { before } : {}) });
    const { rows: seals } = await sql<{ no: number; mark: string }>`
      select no, left(encode(hash, 'hex'), 12) as mark from ledger where subject = ${id}`.execute(ctx.db);
    const marks = new Map(seals.map(({ no, mark }) => [no, mark]));
    const [years, { set }] = await Promise.all([confirmedYears(ctx.db), sheetOf(dossier)]);
    const shown = rows.slice(0, PAGE).map((row): Row => ({ ...row, mark: marks.get(row.no) ?? '' }));
    const last = shown.at(-1);
    return { dossier, set, years, day: ctx.day, rows: shown, next: rows.length > PAGE && last ? last.no : null };
  },
  head: (data) => workHead('Sổ ghi việc', data),
  view: ({ rows, next, ...data }) => (
    <div class="stack-5">
      <OfficeHead data={data} />
      <h2>Sổ ghi việc của hồ sơ</h2>
      <p>
        <a href={`/lich-su/${data.dossier.id}`}>Xem nội dung cũ và mới của từng việc</a>
      </p>
      <DataTable caption="Sổ ghi việc của hồ sơ" rows={rows} keyOf={(row) => String(row.no)} columns={COLUMNS} />
      <LoadMore
        said={`${rows.length} dòng`}
        href={next === null ? null : `${officePaths.ledger(data.dossier.id)}?before=${next}`}
      />
    </div>
  ),
});

const COLUMNS = [
  { head: 'Số', cell: (row: Row) => <span class="num">{row.no}</span>, hide: true },
  { head: 'Lúc', cell: (row: Row) => formatMoment(row.at) },
  {
    head: 'Việc',
    rowHead: true,
    cell: (row: Row) => (
      <>
        {findStep(row.action, row.from)?.move.verb ?? row.action}
        {row.reason && <span class="sm ink2 block">{row.reason}</span>}
      </>
    ),
  },
  {
    head: 'Người làm',
    cell: (row: Row) => (
      <>
        {doerWords(row.actorName, row.inPlaceOf)}
        <span class="sm mut block">{row.capacity}</span>
      </>
    ),
  },
  { head: 'Chuyển trạng thái', cell: passage },
  { head: 'Mã niêm phong', cell: (row: Row) => <code class="sm">{row.mark}</code>, hide: true },
];

function passage({ from, to }: HistoryRow): string {
  const after = stateWords('dossier', to).name;
  return from === to ? `Vẫn ở: ${after}` : `${stateWords('dossier', from).name} → ${after}`;
}
