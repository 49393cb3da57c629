/** A file of the table that comes back: whose rows are ours, what the national system calls them. */
import { sql } from 'kysely';
import { moveMany } from '#features/registry';
import { inPages, readSheet } from '#platform/documents/sheet';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { type FieldProblem, invalid, invalidFields } from '#platform/refusal';
import { takeBack as input, NATIONAL_COLUMNS, type NationalColumn, takeBackOut as output } from './schema.ts';
import { type NationalRow, nationalRows } from './table.ts';

const MOST = 20_000;
const MOST_PROBLEMS = 50;
const MOST_TOLD = 5;
const NEEDED = ['MA_OCOP', 'Ma_ThoiGian', 'Ma_SanPham'] as const satisfies readonly NationalColumn[];
const COMPARED: readonly NationalColumn[] = ['TenSanPham', 'XepHang', 'ChuTheSXKD'];

/** Keeps the national ids and the day of the transfer; with one row that is not ours nothing of the file is taken. */
export const takeBackTable = action({
  name: 'product.transfer',
  title: 'Nhận lại bảng của hệ thống quốc gia',
  input,
  output,
  publicData: false,
  async run(ctx, { file, on }) {
    if (on > ctx.day) throw invalid('on', 'Ngày chuyển chưa tới');
    const rows = await rowsOf(ctx, file);
    const [year] = new Set(rows.map((row) => row.Ma_ThoiGian));
    const ours = await oursOf(ctx, Number(year));
    const problems: FieldProblem[] = [];
    const say = (no: number, words: string) => problems.push({ field: 'file', message: `Dòng ${no}: ${words}` });
    const seen = new Set<string>();
    const differ: string[] = [];
    const taken: { row: NationalRow; id: string | null }[] = [];
    let same = 0;
    for (const row of rows) {
      const own = ours.get(row.Ma_SanPham);
      const id = row.MA_OCOP || null;
      if (row.Ma_ThoiGian !== year) say(row.no, `Ma_ThoiGian là ${row.Ma_ThoiGian}, các dòng trên là ${year}.`);
      else if (own === undefined)
        say(row.no, `danh bạ không có sản phẩm mã ${row.Ma_SanPham || '(trống)'} trong năm ${year}.`);
      else if (seen.has(row.Ma_SanPham)) say(row.no, `Ma_SanPham ${row.Ma_SanPham} đã có ở dòng trên.`);
      else if ((id ?? own.MA_OCOP) === own.MA_OCOP && own.transferredOn !== null && own.transferredOn >= on) same += 1;
      else taken.push({ row: own, id: id ?? own.MA_OCOP });
      seen.add(row.Ma_SanPham);
      const other = own && COMPARED.find((name) => row[name] !== undefined && row[name] !== String(own[name] ?? ''));
      if (other) differ.push(`Dòng ${row.no}: ${other} khác danh bạ`);
    }
    if (problems.length > 0) throw invalidFields(problems.slice(0, MOST_PROBLEMS));
    await attachFiles(ctx, [file], ctx.actor.area === null ? {} : { province: ctx.actor.area });
    await keep(ctx, taken, on, Number(year));
    return { same, taken: taken.length, differ: differ.slice(0, MOST_TOLD) };
  },
});

/** What was taken over, in one sentence. */
export const takenWords = ({
  same,
  taken,
  differ,
}: {
  same: number;
  taken: number;
  differ: readonly string[];
}): string => [`Đã nhận ${taken} dòng, ${same} dòng đã có từ trước.`, ...differ.map((one) => `${one}.`)].join(' ');

type Needed = (typeof NEEDED)[number];
type FileRow = { readonly no: number } & Readonly<Record<Needed, string>> &
  Readonly<Partial<Record<NationalColumn, string>>>;

async function rowsOf(ctx: ActionContext, file: string): Promise<FileRow[]> {
  const kept = await ctx.tx
    .selectFrom('file')
    .select(['sha256', 'type'])
    .where('id', '=', file)
    .where('uploaded_by', '=', ctx.actor.account)
    .executeTakeFirst();
  if (!kept) throw invalid('file', 'Chọn lại tệp.');
  const kind = kept.type.includes('spreadsheetml') ? 'xlsx' : 'csv';
  const sheet = await readSheet(await ctx.files.path(kept.sha256), kind, MOST + 1);
  if (sheet === null) throw invalid('file', 'Không đọc được tệp này. Lưu lại dạng Excel (.xlsx) hoặc CSV rồi gửi.');
  if (sheet.more) throw invalid('file', 'Chia tệp thành các phần không quá 20.000 dòng.');
  const [head = [], ...rest] = sheet.rows;
  const at = new Map(NATIONAL_COLUMNS.map((name) => [name, head.findIndex((cell) => cell.trim() === name)]));
  const missing = NEEDED.filter((name) => at.get(name) === -1);
  if (missing.length > 0) throw invalid('file', `Dòng đầu của tệp thiếu cột ${missing.join(', ')}.`);
  const rows = rest.flatMap((cells, index): FileRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const there = NATIONAL_COLUMNS.filter((name) => at.get(name) !== -1);
    const named = Object.fromEntries(there.map((name) => [name, cells[at.get(name) ?? -1]?.trim() ?? '']));
    return [{ MA_OCOP: '', Ma_ThoiGian: '', Ma_SanPham: '', ...named, no: index + 2 }];
  });
  if (rows.length === 0) throw invalid('file', 'Tệp chưa có dòng nào dưới dòng tên cột.');
  if (!/^20\d\d$/.test(rows[0]?.Ma_ThoiGian ?? '')) throw invalid('file', 'Cột Ma_ThoiGian phải là năm, ví dụ 2026.');
  return rows;
}

async function oursOf(ctx: ActionContext, year: number): Promise<Map<string, NationalRow>> {
  const asked = { year, day: ctx.day, commune: undefined, reach: ctx.within('product.transfer', 'l') };
  const ours = new Map<string, NationalRow>();
  const pages = inPages(
    (after: string | null, limit) => nationalRows(ctx.tx, asked, after, limit),
    ({ product }) => product,
    200_000,
  );
  for await (const row of pages) ours.set(row.Ma_SanPham, row);
  return ours;
}

async function keep(
  ctx: ActionContext,
  taken: readonly { row: NationalRow; id: string | null }[],
  on: string,
  year: number,
) {
  const { account: actor, name, capacity } = ctx.actor;
  const hand = { actor, name, capacity, day: ctx.day, requestId: ctx.requestId };
  await moveMany(
    ctx.tx,
    hand,
    taken.map(({ row, id }) => ({
      ...{ id: row.product, action: 'product.transfer' },
      facts: { year, on, before: { national: row.MA_OCOP, on: row.transferredOn }, after: { national: id, on } },
    })),
  );
  const rows = JSON.stringify(taken.map(({ row, id }) => ({ product: row.product, id })));
  await sql`insert into national_record (product, national_id, transferred_on, year)
    select product, id, ${on}::date, ${year}::int from json_to_recordset(${rows}::json) as r(product uuid, id text)
    on conflict (product) do update set national_id = excluded.national_id, transferred_on = excluded.transferred_on, year = excluded.year, at = now()`.execute(
    ctx.tx,
  );
}
