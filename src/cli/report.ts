/**
 * saolang report annual|mid-term|stock|period --unit CODE --as-of DATE [--units-as-of DATE] [--known-at DATE] --json
 * Prints the figures of a report, each counted from records, and what holds them together, as one JSON object on stdout;
 * exit 0. A refusal prints {"error":{…}} and exits 2. CODE is looked up among the units valid on --units-as-of (default:
 * --as-of); VN is the whole country. --known-at (a day, or a moment like 2026-11-23T10:15) counts by what was known then and
 * adds `knownAt`, `changes` (figures that are another today, with the records that make the difference) and `unknown` (figures
 * whose value then cannot be known, with the reason; their value is null). Reads only, through the role of reports.
 */
import { parseArgs } from 'node:util';
import { MOMENT, makeKnownReport, makeReport, REPORTS, type ReportName, type Territory } from '#features/reports';
import { unitByCode } from '#features/units';
import { dayText, isDay } from '#law/days';
import type { Day } from '#platform/clock';
import type { Database } from '#platform/db/database';
import { reachDatabase } from './reach-database.ts';
import { Refused } from './sheet-file.ts';

const USAGE =
  'Cách dùng: saolang report annual|mid-term|stock|period --unit MÃ --as-of NGÀY [--units-as-of NGÀY] [--known-at NGÀY] --json';
const COUNTRY = 'VN';

interface Wanted {
  readonly name: ReportName;
  readonly unit: string;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
  /** What was known at this moment; undefined: what records say now. */
  readonly knownAt: string | undefined;
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
  const days = { 'as-of': text, 'units-as-of': text, 'known-at': text } as const;
  const options = { unit: text, ...days, json: { type: 'boolean' } } as const;
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
  const knownAt = parsed.values['known-at'];
  if (knownAt !== undefined) refuseMoment(knownAt, asOf);
  return { name: name as ReportName, unit, asOf, unitsAsOf, knownAt };
}

/** A moment of the calendar, not before the day of the figures. */
function refuseMoment(knownAt: string, asOf: Day): void {
  const said = `“${knownAt.slice(0, 20)}”`;
  if (!MOMENT.test(knownAt) || !isDay(knownAt.slice(0, 10)))
    throw new Refused('malformedDay', `--known-at ${said} không đúng: ghi 2024-12-31, hoặc 2024-12-31T10:15.`);
  if (knownAt.slice(0, 10) < asOf)
    throw new Refused('knownTooEarly', `--known-at ${said} trước ngày số liệu ${dayText(asOf)}: lúc đó chưa thể biết.`);
}

async function reportOf({ name, unit, asOf, unitsAsOf, knownAt }: Wanted): Promise<object> {
  const reached = await reachDatabase(true);
  if (reached === null) {
    throw new Refused('noDatabase', 'Chưa có cơ sở dữ liệu: chạy npm start trước, hoặc đặt DATABASE_URL.');
  }
  try {
    const territory = await territoryOf(reached.db, unit, unitsAsOf);
    const head = { report: name, unit: territory?.code ?? COUNTRY, asOf };
    if (knownAt !== undefined) {
      const asked = { name, unit: territory, asOf, unitsAsOf };
      return { ...head, knownAt, ...(await makeKnownReport(reached.db.report, asked, knownAt)) };
    }
    const { figures, checks } = await makeReport(reached.db.report, { name, unit: territory, asOf, unitsAsOf });
    return { ...head, figures, checks };
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
