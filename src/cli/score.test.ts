import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../cli.ts';
import { outcome } from './score.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'saolang-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

function args(sheets: string, set = '1', rulebook = '26-2026'): string[] {
  return ['--rulebook', rulebook, '--set', set, '--sheets', sheets];
}

const EXAMPLE = { gateBasis: 'mean', sheets: [{ member: 'A', answers: { '1.1': '1.1#3', '8': '8#2' } }] };
const example = file('example.json', EXAMPLE);
const three = (...missing: object[]) => ({ met: missing.length === 0, missing });

interface Refusal {
  readonly error: { readonly code: string; readonly message: string; readonly criterion: string | null };
}

async function refusal(words: readonly string[]): Promise<Refusal['error']> {
  const { exit, output } = await outcome(words);
  expect(exit).toBe(2);
  expect(Object.keys(output)).toEqual(['error']);
  const { error } = output as Refusal;
  expect(Object.keys(error)).toEqual(['code', 'message', 'criterion']);
  expect(error.message.length).toBeGreaterThan(10);
  return error;
}

/** A file with one sheet of the answers given. */
function answering(answers: unknown): string {
  return file('answers.json', { sheets: [{ member: 'A', answers }] });
}

describe('score: results', () => {
  it('prints the members in the order fixed', async () => {
    const { exit, output } = await outcome(args(example));
    expect(exit).toBe(0);
    expect(JSON.stringify(output)).toMatch(
      /^\{"rulebook":"26-2026","set":"01","members":\[\{"member":"A","total":4,"parts":\{"A":3,"B":0,"C":1\}\}\],"mean":\{"sum":4,"count":1,"text":"4,00"\},"bandStar":1,"gates":\{"3":\{"met":false,"missing":\[\{"criterion":"2\.2","needs":2,"got":\[0\]\}/,
    );
    expect(JSON.stringify(output)).toMatch(/,"star":1,"excluded":false\}$/);
  });

  it('1048: gates met and empty, several options add, a list of one is the id', async () => {
    const answers = { '6': ['6#1', '6#3'], '7': ['7#3'], '8': '8#1', '3.2': ['3.2b#2'] };
    const sheets = file('multiple.json', {
      sheets: [
        { member: 'B', answers },
        { member: 'A', answers: {} },
      ],
    });
    const { output } = await outcome(args(sheets, '26-before-781', '1048-2019'));
    expect(output).toEqual({
      rulebook: '1048-2019',
      set: '26-before-781',
      members: [
        { member: 'B', total: 8, parts: { A: 1, B: 0, C: 7 } },
        { member: 'A', total: 0, parts: { A: 0, B: 0, C: 0 } },
      ],
      mean: { sum: 8, count: 2, text: '4,00' },
      bandStar: 1,
      gates: { 3: three(), 4: three(), 5: three() },
      star: 1,
      excluded: false,
    });
  });

  it('got follows the order of the members, basis everyMember asks each', async () => {
    const sheets = [
      { member: 'A', answers: { '9': '9#3' } },
      { member: 'B', answers: { '9': '9#1' } },
      { member: 'C', answers: {} },
    ];
    const star3 = async (gateBasis: string) => {
      const { output } = await outcome(args(file('basis.json', { gateBasis, sheets })));
      const { gates } = output as { gates: Record<string, { missing: { criterion: string }[] }> };
      return gates['3']?.missing.find((one) => one.criterion === '9');
    };
    expect(await star3('mean')).toBeUndefined();
    expect(await star3('everyMember')).toEqual({ criterion: '9', needs: 2, got: [5, 2, 0] });
  });

  it('an exclusion: excluded true, star null, points and gates still there', async () => {
    const path = file('out.json', { ...EXAMPLE, exclusion: { ground: 'forgery', reason: 'Giả mạo hồ sơ' } });
    expect((await outcome(args(path))).output).toMatchObject({
      star: null,
      excluded: true,
      bandStar: 1,
      mean: { sum: 4 },
    });
  });
});

describe('score: refusals', () => {
  it.each([
    ['unknownRulebook', args(example, '1', '27-2026')],
    ['unknownRulebook', args(example, '1', '__proto__')],
    ['unknownRulebook', args(example, '1', 'constructor')],
    ['unknownRulebook', args(example, '1', '../rulebooks/26-2026')],
    ['unknownSet', args(example, '27')],
    ['unknownSet', args(example, '001')],
    ['unknownSet', args(example, '26-before-781')],
    ['unknownSet', args(example, '__proto__')],
    ['usage', []],
    ['usage', ['--rulebook', '26-2026', '--set', '1']],
    ['usage', [...args(example), '--set', '2']],
    ['usage', [...args(example), '--verbose']],
    ['usage', [...args(example), 'extra']],
    ['usage', ['--rulebook', '--set', '1']],
    ['fileNotFound', args(join(folder, 'none.json'))],
    ['fileNotFound', args(folder)],
    ['fileNotFound', args('/dev/zero')],
    ['fileNotFound', args(`a\u0000b`)],
  ])('%s: %j', async (code, words) => {
    expect(await refusal(words)).toMatchObject({ code, criterion: null });
  });

  it.each<[string, string | null, unknown]>([
    ['unknownCriterion', '99', { '99': '1.1#1' }],
    ['unknownCriterion', '1', { '1': '1.1#1' }],
    ['unknownCriterion', '__proto__', JSON.parse('{"__proto__":"1.1#1"}')],
    ['unknownCriterion', 'constructor', { constructor: '1.1#1' }],
    ['unknownCriterion', '', { '': '1.1#1' }],
    ['unknownOption', '1.1', { '1.1': '1.2#1' }],
    ['unknownOption', '1.1', { '1.1': '__proto__' }],
    ['unknownOption', '1.1', { '1.1': '' }],
    ['unknownOption', '1.1', { '1.1': ['1.1#1', '1.1#9'] }],
    ['tooManyOptions', '1.1', { '1.1': ['1.1#1', '1.1#2'] }],
    ['repeatedOption', '1.1', { '1.1': ['1.1#1', '1.1#1'] }],
    ['malformedFile', '1.1', { '1.1': 3 }],
    ['malformedFile', '1.1', { '1.1': null }],
    ['malformedFile', '1.1', { '1.1': true }],
    ['malformedFile', '1.1', { '1.1': { id: '1.1#1' } }],
    ['malformedFile', '1.1', { '1.1': [['1.1#1']] }],
    ['malformedFile', '1.1', { '1.1': [1] }],
    ['malformedFile', null, ['1.1#1']],
    ['malformedFile', null, '1.1#1'],
    ['malformedFile', null, null],
  ])('%s of %j: %j', async (code, criterion, answers) => {
    expect(await refusal(args(answering(answers)))).toMatchObject({ code, criterion });
  });

  it('options of two cases', async () => {
    const path = answering({ '8': ['8a#1', '8b#1'] });
    expect(await refusal(args(path, '26'))).toMatchObject({ code: 'mixedCases', criterion: '8' });
  });

  const sheet = EXAMPLE.sheets[0];
  it.each<[string, string | Uint8Array | object]>([
    ['malformedFile', ''],
    ['malformedFile', '{'],
    ['malformedFile', '[]'],
    ['malformedFile', 'null'],
    ['malformedFile', '"sheets"'],
    ['malformedFile', '{"sheets":[],}'],
    ['malformedFile', `\uFEFF${JSON.stringify(EXAMPLE)}`],
    ['malformedFile', Buffer.from(JSON.stringify(EXAMPLE), 'utf16le')],
    ['malformedFile', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['malformedFile', '['.repeat(200_000)],
    ['malformedFile', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['malformedFile', '{"sheets":[{"member":"A","answers":{"1.1":"1.1#1","1.1":"1.1#3"}}]}'],
    ['malformedFile', '{"sheets":[{"member":"A","answers":{"1.1":"1.1#1","\\u0031.1":"1.1#3"}}]}'],
    ['malformedFile', '{"sheets":[{"member":"A","member":"B","answers":{}}]}'],
    ['malformedFile', '{"sheets":[],"sheets":[{"member":"A","answers":{}}]}'],
    ['malformedFile', '{"__proto__":{"sheets":[]},"sheets":[{"member":"A","answers":{}}]}'],
    ['malformedFile', { sheets: {} }],
    ['malformedFile', { sheets: 'A' }],
    ['malformedFile', { sheets: [null] }],
    ['malformedFile', { sheets: [[]] }],
    ['malformedFile', { sheets: [{ member: 'A' }] }],
    ['malformedFile', { sheets: [{ answers: {} }] }],
    ['malformedFile', { sheets: [{ member: '', answers: {} }] }],
    ['malformedFile', { sheets: [{ member: ' \t', answers: {} }] }],
    ['malformedFile', { sheets: [{ member: 1, answers: {} }] }],
    ['malformedFile', { sheets: [{ member: 'A\u200b', answers: {} }] }],
    ['malformedFile', { sheets: [{ member: 'A'.repeat(201), answers: {} }] }],
    ['malformedFile', { sheets: [{ ...sheet, total: 100 }] }],
    ['malformedFile', { ...EXAMPLE, star: 5 }],
    ['malformedFile', { ...EXAMPLE, gateBasis: 'median' }],
    ['malformedFile', { ...EXAMPLE, gateBasis: null }],
    ['malformedFile', { ...EXAMPLE, exclusion: true }],
    ['malformedFile', { ...EXAMPLE, exclusion: null }],
    ['malformedFile', { ...EXAMPLE, exclusion: {} }],
    ['malformedFile', { ...EXAMPLE, exclusion: { ground: 'forgery' } }],
    ['malformedFile', { ...EXAMPLE, exclusion: { ground: 'forgery', reason: ' ' } }],
    ['noSheets', { sheets: [] }],
    ['noSheets', {}],
    ['repeatedMember', { sheets: [sheet, sheet] }],
    ['repeatedMember', { sheets: [sheet, { ...sheet, member: ' A' }] }],
  ])('%s: %j', async (code, content) => {
    expect(await refusal(args(file('bad.json', content)))).toMatchObject({ code, criterion: null });
  });

  it('a file over 4 MB', async () => {
    const path = file('big.json', ' '.repeat(4 * 1024 * 1024 + 1));
    expect(await refusal(args(path))).toMatchObject({ code: 'malformedFile' });
    rmSync(path);
  });
});

describe('score: the process', () => {
  async function saolang(words: readonly string[], cwd: string, env: Record<string, string> = {}) {
    const bin = join(ROOT, 'bin/saolang.mjs');
    const settings = { cwd, env: { PATH: process.env.PATH, ...env } };
    const done = await promisify(execFile)(process.execPath, [bin, ...words], settings).then(
      (out) => ({ ...out, code: 0 }),
      (error: { stdout: string; stderr: string; code: number }) => error,
    );
    return { stdout: done.stdout, code: done.code };
  }

  it('prints one line of JSON and nothing else, exit 0; paths are relative to INIT_CWD', async () => {
    mkdirSync(join(folder, 'nhà'));
    writeFileSync(join(folder, 'nhà', 'phiếu chấm.json'), JSON.stringify(EXAMPLE));
    const words = ['score', ...args('phiếu chấm.json')];
    const { stdout, code } = await saolang(words, ROOT, { INIT_CWD: join(folder, 'nhà') });
    expect(code).toBe(0);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(JSON.parse(stdout)).toEqual((await outcome(args(example))).output);
    expect(await saolang(words, join(folder, 'nhà'))).toEqual({ stdout, code });
  });

  it('refuses with exit 2 and only the error', async () => {
    const { stdout, code } = await saolang(['score', ...args(example, '99')], folder);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'unknownSet', message: expect.stringContaining('99'), criterion: null },
    });
  });

  it('an unknown command is exit 2, help names the commands', async () => {
    expect((await saolang(['constructor'], folder)).code).toBe(2);
    expect((await saolang(['help'], folder)).stdout).toContain('score');
    expect(await main(['khong-co'])).toBe(2);
  });
});
