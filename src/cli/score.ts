/**
 * saolang score --rulebook 26-2026 --set 1 --sheets FILE.json
 * Prints the council's result as one JSON object on stdout; exit 0. A refusal prints {"error":{…}} and exits 2.
 * Needs no build, server, database or setting.
 */
import { parseArgs } from 'node:util';
import { type CouncilResult, councilResult } from '../law/council.ts';
import { findSet, isRulebookId, loadRulebook, setKey } from '../law/rulebooks.ts';
import { type GateResult, indexSet } from '../law/scoring.ts';
import { Refused, readSheetFile } from './sheet-file.ts';

const USAGE = 'Cách dùng: saolang score --rulebook 26-2026 --set 1 --sheets TỆP.json';

interface Wanted {
  readonly rulebook: string;
  readonly set: string;
  readonly sheets: string;
}

function readArguments(args: readonly string[]): Wanted {
  const text = { type: 'string', multiple: true } as const;
  let values: { rulebook?: string[]; set?: string[]; sheets?: string[] };
  try {
    ({ values } = parseArgs({ args: [...args], options: { rulebook: text, set: text, sheets: text }, strict: true }));
  } catch {
    throw new Refused('usage', `Tham số không đúng. ${USAGE}`);
  }
  const once = (name: keyof typeof values): string => {
    const [value, ...more] = values[name] ?? [];
    if (value === undefined || value === '') throw new Refused('usage', `Thiếu --${name}. ${USAGE}`);
    if (more.length > 0) throw new Refused('usage', `Chỉ ghi --${name} một lần. ${USAGE}`);
    return value;
  };
  return { rulebook: once('rulebook'), set: once('set'), sheets: once('sheets') };
}

function gate(result: GateResult): GateResult {
  return { met: result.met, missing: result.missing.map(({ criterion, needs, got }) => ({ criterion, needs, got })) };
}

/** The object printed: fixed members in a fixed order, whole numbers only. */
function printed(rulebook: string, set: string, result: CouncilResult) {
  return {
    rulebook,
    set,
    members: result.members.map(({ member, total, parts }) => ({
      member,
      total,
      parts: { A: parts.A, B: parts.B, C: parts.C },
    })),
    mean: { sum: result.mean.sum, count: result.mean.count, text: result.mean.text },
    bandStar: result.bandStar,
    gates: { 3: gate(result.gates[3]), 4: gate(result.gates[4]), 5: gate(result.gates[5]) },
    star: result.star,
    excluded: result.excluded,
  };
}

async function score(args: readonly string[]): Promise<object> {
  const wanted = readArguments(args);
  if (!isRulebookId(wanted.rulebook)) {
    throw new Refused(
      'unknownRulebook',
      `Không có bộ tiêu chí “${wanted.rulebook}”. Chọn: 26-2026, 148-2023, 1048-2019.`,
    );
  }
  const rulebook = await loadRulebook(wanted.rulebook);
  const set = findSet(rulebook, wanted.set);
  if (!set) {
    throw new Refused(
      'unknownSet',
      `Bộ tiêu chí ${rulebook.id} không có bộ sản phẩm “${wanted.set}”. Chọn từ 1 đến 26.`,
    );
  }
  const { sheets, gateBasis, exclusion } = await readSheetFile(wanted.sheets);
  const rules = exclusion ? { gateBasis, exclusion } : { gateBasis };
  const result = councilResult(indexSet(set, rulebook.starBands), sheets, rules);
  if (!result.ok) throw new Refused(result.code, result.message, result.criterion);
  return printed(rulebook.id, setKey(set), result);
}

/** What the command prints and the code it exits with. */
export interface Outcome {
  readonly exit: 0 | 2;
  readonly output: object;
}

/** The command without its printing. Refusals are outcomes; only a fault of the program throws. */
export async function outcome(args: readonly string[]): Promise<Outcome> {
  try {
    return { exit: 0, output: await score(args) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, message, criterion } = error;
    return { exit: 2, output: { error: { code, message, criterion } } };
  }
}

/** Runs the command; see the head of this file. */
export async function run(args: readonly string[]): Promise<number> {
  const { exit, output } = await outcome(args);
  process.stdout.write(`${JSON.stringify(output)}\n`);
  return exit;
}
