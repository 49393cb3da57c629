/**
 * saolang verify-session FILE [--seal CODE] [--minutes SIGNED]
 * Checks the record of a session again, without the system: every seal, the chain, the law's result. Says in words what
 * fits and what does not; exit 0 when all fits, 1 when something does not, 2 for a file that is no record.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findSet, isRulebookId, loadRulebook, setKey } from '../law/rulebooks.ts';
import { indexSet, type SetIndex } from '../law/scoring.ts';
import type { SessionFile } from '../law/session-record.ts';
import { type Finding, verifyRecord } from '../law/session-verify.ts';
import { readRecord } from './record-file.ts';
import { Refused } from './sheet-file.ts';
import { parseStrict, RepeatedName } from './strict-json.ts';

const USAGE = 'Cách dùng: saolang verify-session TỆP.json [--seal MÃ_IN_TRONG_BIÊN_BẢN] [--minutes BIÊN_BẢN_ĐÃ_KÝ.pdf]';
/** Sixty products by fifteen members are about 4 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

interface Wanted {
  readonly file: string;
  readonly seal?: string | undefined;
  readonly minutes?: string | undefined;
}

function readArguments(args: readonly string[]): Wanted {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { seal: text, minutes: text },
      allowPositionals: true,
      strict: true,
    });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) return { file, ...values };
  } catch {
    // said below
  }
  throw new Refused('usage', USAGE);
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refused('fileNotFound', `Không tìm thấy tệp “${path}”. Kiểm tra lại đường dẫn.`);
  if (found.size > MAX_BYTES) throw new Refused('malformedFile', 'Tệp quá lớn, không phải tệp hồ sơ phiên.');
  return readFile(file);
}

function parse(bytes: Buffer): unknown {
  try {
    return parseStrict(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof RepeatedName) throw new Refused('malformedFile', `Tệp ghi “${error.repeated}” hai lần.`);
    throw new Refused('malformedFile', 'Tệp không phải JSON đúng. Tải lại tệp hồ sơ phiên từ hệ thống.');
  }
}

/** The product sets a record names, ready for scoring. */
async function setsOf(file: SessionFile): Promise<ReadonlyMap<string, SetIndex>> {
  const sets = new Map<string, SetIndex>();
  for (const { productSet } of file.products) {
    const id = productSet.slice(0, productSet.indexOf('/'));
    if (sets.has(productSet) || !isRulebookId(id)) continue;
    const rulebook = await loadRulebook(id);
    const set = findSet(rulebook, setKey({ id: productSet }));
    if (set) sets.set(productSet, indexSet(set, rulebook.starBands));
  }
  return sets;
}

/** What the checks found, and the file they looked at. */
export async function findings(wanted: Wanted): Promise<{ file: SessionFile; found: Finding[] }> {
  const file = readRecord(parse(await bytesOf(wanted.file)));
  const sets = await setsOf(file);
  const found = verifyRecord(file, { hash: sha256, setOf: (productSet) => sets.get(productSet) });
  if (wanted.seal !== undefined) {
    const given = wanted.seal.replace(/\s+/g, '').toLowerCase();
    const faults = given === file.seal ? [] : ['Mã đưa vào khác mã niêm phong của tệp.'];
    found.push({ what: 'Mã in trong biên bản là mã của tệp này', fits: faults.length === 0, faults });
  }
  if (wanted.minutes !== undefined) {
    const same = sha256(await bytesOf(wanted.minutes)) === file.minutes.signed?.sha256;
    const faults = same ? [] : ['Tệp biên bản đưa vào không phải tệp đã nộp vào hồ sơ phiên.'];
    found.push({ what: 'Biên bản đã ký là tệp nộp vào hồ sơ phiên', fits: same, faults });
  }
  return { file, found };
}

const SHOWN = 20;

/** What is printed, line by line. */
function words({ file, found }: { file: SessionFile; found: readonly Finding[] }, sealGiven: boolean): string[] {
  const lines = [
    `Phiên: ${file.session.title}`,
    `Hội đồng: ${file.session.council}`,
    `Mã niêm phong: ${file.seal}`,
    '',
  ];
  for (const { what, fits, faults } of found) {
    lines.push(`${fits ? 'ĐÚNG ' : 'SAI  '} ${what}.`);
    for (const fault of faults.slice(0, SHOWN)) lines.push(`       ${fault}`);
    if (faults.length > SHOWN) lines.push(`       … và ${faults.length - SHOWN} chỗ khác.`);
  }
  const wrong = found.filter(({ fits }) => !fits).length;
  lines.push('', wrong === 0 ? `Cả ${found.length} điều đều đúng.` : `${wrong} trong ${found.length} điều không đúng.`);
  if (wrong === 0 && !sealGiven) lines.push('So mã niêm phong trên với mã in trong biên bản đã ký: phải giống nhau.');
  return lines;
}

/** Runs the command; see the head of this file. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const wanted = readArguments(args);
    const answer = await findings(wanted);
    process.stdout.write(`${words(answer, wanted.seal !== undefined).join('\n')}\n`);
    return answer.found.every(({ fits }) => fits) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
