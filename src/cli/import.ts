/**
 * saolang import products|producers|units FILE [--province CODE] [--as-of DATE] [--map MAP.json] [--dry-run] --json
 * Prints what the list says, row by row, as one JSON object on stdout; exit 0. A refusal prints {"error":{…}} and exits
 * 2. Compares with the database it can reach, else with an empty registry. Never writes: that is an officer's act, on
 * the page, after a look at the preview; `--dry-run` says so and changes nothing. Needs no build, server or setting.
 */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#platform/clock';
import { FileProblem } from '#platform/files/problem';
import { ListPrinter } from '../features/imports/reading/printed.ts';
import { openList } from '../features/imports/reading/read-list.ts';
import type { ListSubject, MappingSpec } from '../features/imports/reading/types.ts';
import { type OpenRegistry, openRegistry } from './import-database.ts';
import { readMapping } from './import-map.ts';
import { Refused } from './sheet-file.ts';

const USAGE =
  'Cách dùng: saolang import products|producers|units TỆP [--province MÃ] [--as-of NGÀY] [--map TỆP.json] [--dry-run] --json';
const SUBJECTS: readonly ListSubject[] = ['products', 'producers', 'units'];
const LARGEST_MAP = 1024 * 1024;

interface Wanted {
  readonly subject: ListSubject;
  readonly file: string;
  readonly province: string | null;
  readonly asOf: string | null;
  readonly map: string | null;
  readonly json: boolean;
}

function readArguments(args: readonly string[]): Wanted {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { province: text, 'as-of': text, map: text, 'dry-run': flag, json: flag };
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    throw new Refused('usage', `Tham số không đúng. ${USAGE}`);
  }
  const [what, file, ...more] = parsed.positionals;
  const subject = SUBJECTS.find((each) => each === what);
  if (subject === undefined || file === undefined || file === '' || more.length > 0) throw new Refused('usage', USAGE);
  const { province = null, 'as-of': asOf = null, map = null, json = false } = parsed.values;
  if (province !== null && !/^\d{2}$/.test(province)) {
    throw new Refused(
      'unknownProvince',
      `Mã tỉnh “${province.slice(0, 20)}” không đúng: mã tỉnh có hai chữ số, ví dụ 24.`,
    );
  }
  if (asOf !== null && !isDay(asOf)) {
    throw new Refused('malformedDay', `Ngày “${asOf.slice(0, 20)}” không đúng: ghi dạng 2024-12-31.`);
  }
  return { subject, file, province, asOf, map, json };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Bytes of a file named on the command line, relative to the caller's folder. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refused('fileNotFound', `Không tìm thấy tệp “${path}”. Kiểm tra lại đường dẫn.`);
  return readFile(file).catch(() => {
    throw new Refused('fileNotFound', `Không đọc được tệp “${path}”. Kiểm tra quyền đọc.`);
  });
}

async function mappingOf(path: string): Promise<MappingSpec> {
  const bytes = await bytesOf(path);
  if (bytes.length > LARGEST_MAP) throw new Refused('malformedMap', 'Tệp ghép cột (--map) lớn hơn 1 MB.');
  return readMapping(bytes.toString('utf8').replace(/^\ufeff/, ''));
}

type Printed = Iterable<Uint8Array> | string;

async function listOf(wanted: Wanted): Promise<Printed> {
  const { subject, asOf, map, province } = wanted;
  const bytes = await bytesOf(wanted.file);
  const mapping = map === null ? undefined : await mappingOf(map);
  const asked = { day: systemClock.today(), asOf, province };
  const registry = subject === 'units' ? null : await openRegistry({ subject, ...asked });
  try {
    return await printed(wanted, bytes, mapping, registry);
  } catch (error) {
    if (registry === null || error instanceof FileProblem) throw error;
    return await printed(wanted, bytes, mapping, null); // the registry was lost on the way
  } finally {
    await registry?.close();
  }
}

async function printed(
  { subject, file, province, asOf, json }: Wanted,
  bytes: Uint8Array,
  map: MappingSpec | undefined,
  registry: OpenRegistry | null,
): Promise<Printed> {
  const list = await openList(bytes, {
    ...{ subject, fileName: file, today: systemClock.today() },
    ...(province !== null && { province }),
    ...(asOf !== null && { asOf }),
    ...(map !== undefined && { map }),
  });
  const printer = new ListPrinter(subject);
  for (const row of list.rows) printer.add(registry === null ? row : await registry.judge(row));
  if (!json) return printer.inWords(file);
  const { encoding, sheets } = list;
  const comparedWith = registry === null ? 'nothing' : 'database';
  return printer.json({ file, encoding, comparedWith, listKind: list.listKind() }, sheets);
}

/** What the command prints and the code it exits with; a list not asked for as JSON is summed up in words. */
export async function outcome(args: readonly string[]): Promise<{ exit: 0 | 2; output: Printed }> {
  try {
    return { exit: 0, output: await listOf(readArguments(args)) };
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof FileProblem)) throw error;
    return { exit: 2, output: JSON.stringify({ error: { code: error.code, message: error.message } }) };
  }
}

/** Runs the command; see the head of this file. */
export async function run(args: readonly string[]): Promise<number> {
  const { exit, output } = await outcome(args);
  for (const piece of typeof output === 'string' ? [output] : output) process.stdout.write(piece);
  process.stdout.write('\n');
  return exit;
}
