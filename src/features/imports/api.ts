/** Imports for programs: where one stands, its rows with what the comparison found. */
import { z } from 'zod';
import { byId } from '#platform/http/fields';
import { list, read } from '#platform/http/read';
import { stampOf } from './pages/import.tsx';
import { countsOf, previewRows, readImport } from './queries.ts';
import { ROW_STATUSES } from './reading/types.ts';
import { importRow } from './schema.ts';

/** Where an import stands. */
export const importProgress = read({
  name: 'listImport.progress',
  title: 'Tiến độ nhập danh sách',
  permission: 'listImport.read',
  params: byId,
  subject: ({ id }) => id,
  output: z.object({
    stamp: z.string(),
    state: z.string(),
    doing: z.string().nullable(),
    done: z.int(),
    total: z.int(),
    problem: z.string().nullable(),
    version: z.int(),
    counts: z.partialRecord(z.enum(ROW_STATUSES), z.int()),
  }),
  async run(ctx, { id }) {
    const head = await readImport(ctx.db, id);
    const { state, doing, done, total, problem, version } = head;
    return {
      stamp: stampOf(head),
      state,
      doing,
      done,
      total,
      problem,
      version,
      counts: (await countsOf(ctx.db, id)).statuses,
    };
  },
});

/** The rows of an import in the order of the file. */
export const importRows = list({
  name: 'listImport.rows',
  title: 'Các dòng của danh sách nhập',
  permission: 'listImport.read',
  params: byId,
  subject: ({ id }) => id,
  query: z.object({ status: z.enum(ROW_STATUSES).optional() }),
  item: importRow,
  cursor: z.tuple([z.number().int()]),
  async run(ctx, { id }, { status }, { limit, after }) {
    const rows = await previewRows(ctx.db, id, { status, after: after?.[0] }, limit + 1);
    const items = rows.slice(0, limit).map(({ no, read: given, corrected, status: found, verdict }) => ({
      ...{ no, sheet: given.sheet, row: given.row, status: found },
      ...{ product: corrected?.product ?? given.product, producer: corrected?.producer ?? given.producer },
      messages: [...(verdict.notes ?? []), ...given.notes].map(({ text }) => text),
    }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.no] : null };
  },
});
