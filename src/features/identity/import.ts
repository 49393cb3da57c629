// Accounts from an Excel or CSV list: every row is judged, and mistakes are told by row (U44).
import { sql } from 'kysely';
import { readSheet } from '#platform/documents/sheet';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { type FieldProblem, invalid, invalidFields, Refusal } from '#platform/refusal';
import { bodyOfRole, inviteAccount } from './accounts.ts';
import { type GivenRole, givenRoles, type Invite, inviteInput } from './schema.ts';

/** The columns, in any order; the first row of the list names them. */
export const importColumns = [
  'Họ và tên',
  'Tên đăng nhập',
  'Thư điện tử',
  'Số điện thoại',
  'Vai trò',
  'Mã đơn vị',
  'Chủ thể',
  'Cơ quan',
  'Chức vụ',
] as const;
type Column = (typeof importColumns)[number];

const mostRows = 2000;
const mostProblems = 50;

/**
 * Invites everybody in a list, or nobody: with one mistake the whole list is refused (422) and each mistake names its row.
 * Answers how many were invited.
 */
export async function importAccounts(ctx: ActionContext, file: string): Promise<number> {
  const rows = await readList(ctx, file);
  const problems: FieldProblem[] = [];
  const say = (row: number, message: string) => problems.push({ field: 'file', message: `Dòng ${row}: ${message}` });
  let invited = 0;
  for (const { no, cells } of rows) {
    const asked = await readRow(ctx, cells, (message) => say(no, message));
    if (asked === null || problems.length > 0) continue; // once a row is wrong the others are only read
    try {
      await inviteAccount(ctx, asked);
      invited += 1;
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status !== 422) throw refusal;
      say(no, refusal.message);
    }
  }
  if (problems.length > 0) throw tooManyCut(problems);
  await attachFiles(ctx, [file], {});
  return invited;
}

function tooManyCut(problems: readonly FieldProblem[]): Refusal {
  const left = problems.length - mostProblems;
  const shown = problems.slice(0, mostProblems);
  return invalidFields(left > 0 ? [...shown, { field: 'file', message: `Còn ${left} dòng khác cần sửa.` }] : shown);
}

interface ListRow {
  /** As the spreadsheet numbers it. */
  readonly no: number;
  readonly cells: Readonly<Record<Column, string>>;
}

async function readList(ctx: ActionContext, file: string): Promise<ListRow[]> {
  const kept = await ctx.tx
    .selectFrom('file')
    .select(['sha256', 'type'])
    .where('id', '=', file)
    .where('uploaded_by', '=', ctx.actor.account)
    .executeTakeFirst();
  if (!kept) throw invalid('file', 'Chọn lại tệp danh sách.');
  const kind = kept.type.includes('spreadsheetml') ? 'xlsx' : 'csv';
  const sheet = await readSheet(await ctx.files.path(kept.sha256), kind, mostRows + 1);
  if (sheet === null) throw invalid('file', 'Không đọc được tệp này. Lưu lại dạng Excel (.xlsx) hoặc CSV rồi gửi.');
  const [head, ...rest] = sheet.rows;
  const at = new Map(importColumns.map((name) => [name, head?.findIndex((cell) => same(cell, name)) ?? -1]));
  const missing = (['Họ và tên', 'Vai trò'] as const).filter((name) => at.get(name) === -1);
  if (missing.length > 0) throw invalid('file', `Dòng đầu cần có cột ${missing.join(', ')}. Tải tệp mẫu để điền.`);
  if (sheet.more) throw invalid('file', `Chia tệp thành các phần không quá ${mostRows} dòng.`);
  const rows = rest.flatMap((cells, index): ListRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const named = Object.fromEntries(importColumns.map((name) => [name, cells[at.get(name) ?? -1]?.trim() ?? '']));
    return [{ no: index + 2, cells: named as Record<Column, string> }];
  });
  if (rows.length === 0) throw invalid('file', 'Tệp chưa có dòng nào dưới dòng tên cột.');
  return rows;
}

function same(cell: string, name: string): boolean {
  return cell.normalize('NFC').trim().toLowerCase() === name.toLowerCase();
}

/** A row as an invitation; says what to correct and answers null when it is none. */
async function readRow(
  ctx: ActionContext,
  cells: ListRow['cells'],
  say: (message: string) => void,
): Promise<Invite | null> {
  const person = {
    fullName: cells['Họ và tên'],
    username: given(cells['Tên đăng nhập']),
    email: given(cells['Thư điện tử']),
    phone: given(cells['Số điện thoại']),
    organisation: given(cells['Cơ quan']),
    position: given(cells['Chức vụ']),
  };
  const role = roleOf(cells['Vai trò']);
  if (role === undefined) {
    say(`Vai trò “${cells['Vai trò']}” không có. Ghi một trong: ${Object.values(givenRoles).join(', ')}.`);
    // What else is wrong in the row is told at once, not one round later.
    for (const issue of inviteInput.safeParse({ ...person, role: 'auditor' }).error?.issues ?? []) sayIssue(issue, say);
    return null;
  }
  const unit = await unitOf(ctx, cells['Mã đơn vị'], role);
  const producer = role === 'producer' ? await producerOf(ctx, cells['Chủ thể'], cells['Mã đơn vị']) : undefined;
  if (role === 'producer' && producer === undefined) {
    say(`Không tìm thấy đúng một chủ thể tên “${cells['Chủ thể']}” ở đơn vị ${cells['Mã đơn vị'] || '(chưa ghi mã)'}.`);
    return null;
  }
  const read = inviteInput.safeParse({ ...person, role, unit, producer });
  if (read.success) return read.data;
  for (const issue of read.error.issues) sayIssue(issue, say);
  return null;
}

function sayIssue(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
  say: (message: string) => void,
): void {
  say(problemWords[String(issue.path[0])] ?? issue.message);
}

const problemWords: Readonly<Record<string, string>> = {
  fullName: 'Ghi họ và tên, không quá 100 ký tự.',
  username: 'Tên đăng nhập dùng chữ không dấu, số, dấu chấm, gạch; ít nhất 3 ký tự.',
  email: 'Ghi đúng thư điện tử, ví dụ ten@vidu.vn.',
  phone: 'Nhập đủ 10 số của điện thoại di động hoặc 11 số của máy bàn.',
  organisation: 'Ghi tên cơ quan ngắn hơn 200 ký tự.',
  position: 'Ghi chức vụ ngắn hơn 100 ký tự.',
};

function given(cell: string): string | undefined {
  return cell === '' ? undefined : cell;
}

function roleOf(cell: string): GivenRole | undefined {
  const roles = Object.keys(givenRoles) as GivenRole[];
  return roles.find((role) => same(cell, givenRoles[role]) || cell === role);
}

/** The unit of today behind an official code: two digits a province, five a commune. Undefined where the role has none. */
async function unitOf(ctx: ActionContext, code: string, role: GivenRole): Promise<string | undefined> {
  const level = bodyOfRole[role];
  if (level !== 'commune' && level !== 'province') return undefined;
  const { rows } = await sql<{ unit: string }>`
    select v.unit from unit_version v join unit u on u.id = v.unit
    where v.code = ${code} and u.level = ${level} and v.valid_from <= ${ctx.day}::date
      and (v.valid_to is null or v.valid_to >= ${ctx.day}::date) limit 1`.execute(ctx.tx);
  return rows[0]?.unit;
}

async function producerOf(ctx: ActionContext, name: string, code: string): Promise<string | undefined> {
  if (name === '') return undefined;
  const { rows } = await sql<{ id: string }>`
    select p.id from producer p
    where p.joined_into is null and p.name_plain = plain_text(${name}) and (${code} = '' or exists (select from unit_version v
      where v.code = ${code} and v.unit in (p.commune, p.province)))
    limit 2`.execute(ctx.tx);
  return rows.length === 1 ? rows[0]?.id : undefined;
}
