/**
 * saolang report annual|mid-term|stock|period --unit CODE --as-of DATE [--units-as-of DATE] --json
 * Prints the figures of a report, each counted from records, and what holds them together, as one JSON object on stdout;
 * exit 0. A refusal prints {"error":{…}} and exits 2. CODE is looked up among the units valid on --units-as-of (default:
 * --as-of); VN is the whole country. Reads only, through the role of reports.
 */
import { parseArgs } from 'node:util';
import { makeReport, REPORTS, type ReportName, type Territory } from '#features/reports';
import { unitByCode } from '#features/units';
import { dayText, isDay } from '#law/days';
import type { Day } from '#platform/clock';
import type { Database } from '#platform/db/database';
import { reachDatabase } from './reach-database.ts';
import { Refused } from './sheet-file.ts';

const USAGE =
  'Cách dùng: saolang report annual|mid-term|stock|period --unit MÃ --as-of NGÀY [--units-as-of NGÀY] --json';
const COUNTRY = 'VN';

interface Wanted {
  readonly name: ReportName;
  readonly unit: string;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
}

/** What the command prints and the code it exits with. */
export async function outcome(args: readonly string[]): Promise<{ exit: 0 | 2; output: string }> {
  try {
    return { exit: 0, output: JSON.stringify(await reportOf(readArguments(args))) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { exit: 2, output: JSON.stringify({ error: { code: error.code, message: error.message } }) };
  }
}

/** Runs the command; see the head of this file. */
export async function run(args: readonly string[]): Promise<number> {
  const { exit, output } = await outcome(args);
  process.stdout.write(`${output}\n`);
  return exit;
}

function readArguments(args: readonly string[]): Wanted {
  const text = { type: 'string' } as const;
  const options = { unit: text, 'as-of': text, 'units-as-of': text, json: { type: 'boolean' } } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    throw new Refused('usage', `Tham số không đúng. ${USAGE}`);
  }
  const [name, ...more] = parsed.positionals;
  const { unit, 'as-of': asOf } = parsed.values;
  if (name === undefined || more.length > 0 || unit === undefined || asOf === undefined)
    throw new Refused('usage', USAGE);
  if (!Object.hasOwn(REPORTS, name)) {
    throw new Refused(
      'unknownReport',
      `Không có báo cáo “${name.slice(0, 20)}”: có ${Object.keys(REPORTS).join(', ')}.`,
    );
  }
  const unitsAsOf = parsed.values['units-as-of'] ?? asOf;
  for (const day of [asOf, unitsAsOf]) {
    if (!isDay(day)) throw new Refused('malformedDay', `Ngày “${day.slice(0, 20)}” không đúng: ghi dạng 2024-12-31.`);
  }
  return { name: name as ReportName, unit, asOf, unitsAsOf };
}

async function reportOf({ name, unit, asOf, unitsAsOf }: Wanted): Promise<object> {
  const reached = await reachDatabase(true);
  if (reached === null) {
    throw new Refused('noDatabase', 'Chưa có cơ sở dữ liệu: chạy npm start trước, hoặc đặt DATABASE_URL.');
  }
  try {
    const territory = await territoryOf(reached.db, unit, unitsAsOf);
    const { figures, checks } = await makeReport(reached.db.report, { name, unit: territory, asOf, unitsAsOf });
    return { report: name, unit: territory?.code ?? COUNTRY, asOf, figures, checks };
  } finally {
    await reached.close();
  }
}

async function territoryOf({ report }: Database, code: string, day: Day): Promise<Territory> {
  if (code === COUNTRY) return null;
  const unit = await unitByCode(report, code, day);
  if (unit !== null) return unit;
  const said = `Ngày ${dayText(day)} không có đơn vị mã “${code.slice(0, 20)}”.`;
  throw new Refused('unknownUnit', `${said} Đơn vị đã thôi: chọn ngày của đơn vị bằng --units-as-of.`);
}
