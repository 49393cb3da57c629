/** A report as PDF, Word and a list of its tables: the newest sent version, or the draft as it stands now. */
import { z } from 'zod';
import { officeOf, printed } from '#features/councils';
import { listFile } from '#platform/documents/list-file';
import type { Paper } from '#platform/documents/paper';
import { longDate } from '#platform/documents/words';
import type { ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { formatMoment } from '#ui';
import { isWritable, levelOf } from './acts.ts';
import { flat, type Piece } from './compose.ts';
import { type Frozen, frozenOf, makeNow } from './frozen.ts';
import { reportPaper } from './papers/report.ts';
import { getReport, type ReportRecord, type Version, versionsOf } from './queries.ts';

const wanted = z.object({ ban: z.coerce.number().int().positive().optional().catch(undefined) });

/** What is shown of a report: a version asked for, the newest sent one, or the draft. */
export interface Shown {
  readonly report: ReportRecord;
  readonly frozen: Frozen;
  /** Null: the draft as it stands now. */
  readonly version: Version | null;
  readonly versions: readonly Version[];
}

export async function shownReport(
  ctx: Pick<ReadContext, 'db' | 'day' | 'may'>,
  id: string,
  no?: number,
): Promise<Shown> {
  const [report, versions] = await Promise.all([getReport(ctx.db, id), versionsOf(ctx.db, id)]);
  const draft = isWritable(report) && (versions.length === 0 || (await ctx.may('report.write', id)) === true);
  const version =
    no === undefined ? (draft ? null : (versions[0] ?? null)) : (versions.find((one) => one.no === no) ?? null);
  if (version !== null) return { report, version, versions, frozen: await frozenOf(ctx.db, id, version.no) };
  return { report, version: null, versions, frozen: await makeNow(ctx.db, report, ctx.day) };
}

/** The official paper of what is shown. */
async function paperOf(ctx: Pick<ReadContext, 'db' | 'now'>, { report, frozen, version }: Shown): Promise<Paper> {
  const office = await officeOf(ctx.db, report.province);
  const level = levelOf(report);
  const named = report.unitName.charAt(0).toLowerCase() + report.unitName.slice(1);
  const year = report.period.year;
  return reportPaper({
    issuance: {
      ...{
        commune: { issuer: `Ủy ban nhân dân ${named}` },
        province: { superior: office.authority, issuer: office.agency },
        country: { issuer: office.authority },
      }[level],
      place: level === 'commune' ? report.unitName.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu) /u, '') : office.place,
      symbol: { commune: 'BC-UBND', province: 'BC-SNNMT', country: 'BC-BNNMT' }[level],
      ...{ number: null, date: null, year },
    },
    composed: frozen.composed,
    recipients: {
      commune: [`${office.agency} ${office.province} (để tổng hợp);`, 'Lưu: VT.'],
      province: ['Bộ Nông nghiệp và Môi trường (để báo cáo);', `${office.authority} (để báo cáo);`, 'Lưu: VT.'],
      country: ['Thủ tướng Chính phủ (để báo cáo);', 'Ủy ban nhân dân các tỉnh, thành phố;', 'Lưu: VT.'],
    }[level],
    capacity: {
      commune: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
      province: [office.agencyHeadTitle],
      country: [office.headTitle],
    }[level],
    note:
      version === null
        ? `Bản dự thảo, số liệu tính đến ${longDate(frozen.figures.now.asOf)}, lập lúc ${formatMoment(ctx.now)}.`
        : `Bản ${version.no} ${level === 'country' ? 'ban hành' : 'gửi'} lúc ${formatMoment(version.sentAt)}. Mã kiểm tra: ${version.hash.slice(0, 16)}.`,
  });
}

const printing = (form: 'pdf' | 'docx', title: string) =>
  download({
    name: `report.${form}`,
    title,
    permission: 'report.read',
    params: byId,
    query: wanted,
    subject: ({ id }) => id,
    logged: 'export',
    async run(ctx, { id }, { ban }) {
      const shown = await shownReport(ctx, id, ban);
      return printed(
        await paperOf(ctx, shown),
        form,
        `bao-cao-${shown.report.template}`,
        shown.version?.sentAt ?? ctx.now,
      );
    },
  });

export const reportPdf = printing('pdf', 'Báo cáo (PDF)');
export const reportWord = printing('docx', 'Báo cáo (Word)');

/** A number of a table with where it stands. */
interface Line {
  readonly table: string;
  readonly label: string;
  readonly head: string;
  readonly words: string;
}

/** Every table of the report, one cell a line, for Excel, CSV, JSON or PDF. */
export const reportTables = download({
  name: 'report.tables',
  title: 'Bảng số liệu của báo cáo',
  permission: 'report.export',
  params: byId,
  query: wanted,
  subject: ({ id }) => id,
  logged: 'export',
  async run(ctx, { id }, { ban }) {
    const { frozen } = await shownReport(ctx, id, ban);
    return listFile('bang-so-lieu-bao-cao', 'Bảng số liệu của báo cáo', frozen.composed.pieces.flatMap(linesOf), [
      ['Bảng', 'text', 44, (row) => row.table],
      ['Chỉ tiêu', 'text', 44, (row) => row.label],
      ['Cột', 'text', 16, (row) => row.head],
      ['Số liệu', 'text', 18, (row) => row.words],
      ['Số', 'decimal', 12, (row) => numberIn(row.words)],
    ]);
  },
});

function linesOf(piece: Piece): Line[] {
  if (piece.kind === 'list') {
    return piece.rows.flatMap(([label = '', ...cells]) =>
      cells.map((words, place) => ({ table: piece.caption, label, head: piece.heads[place + 1] ?? '', words })),
    );
  }
  if (piece.kind !== 'table') return [];
  return piece.rows.flatMap(({ label, cells }) =>
    cells.map((cell, place) => ({ table: piece.caption, label, head: piece.heads[place] ?? '', words: flat([cell]) })),
  );
}

/** `1.234` → 1234, `8,94%` → 8.94; null for words. */
function numberIn(words: string): number | null {
  return /^\d[\d.]*(?:,\d+)?%?$/u.test(words)
    ? Number(words.replace('%', '').replaceAll('.', '').replace(',', '.'))
    : null;
}
