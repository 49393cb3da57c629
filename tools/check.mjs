// `npm run check`: compiler, linter, unused code, who may know whom, and the tests about the code. No build, database
// or browser. One line a part; what a failing part printed follows in full. CHECK_REPORT=FILE leaves the counts there.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const houseReport = join(tmpdir(), `saolang-house-${process.pid}.json`);

const cruiser = 'dependency-cruiser/bin/dependency-cruise.mjs';
const terse = ['--output-type', 'err'];

// The longest first, so that two cores end together.
const parts = [
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit', '--pretty', 'false'] },
  {
    name: 'house tests',
    tool: 'vitest/vitest.mjs',
    args: ['run', '--project', 'house', '--reporter=dot', '--reporter=json', `--outputFile.json=${houseReport}`],
    count: houseCounts,
  },
  {
    name: 'unused code',
    tool: 'knip/bin/knip.js',
    args: ['--no-progress', '--no-config-hints', '--treat-config-hints-as-errors'],
  },
  {
    name: 'who may know whom',
    tool: cruiser,
    args: ['--config', '.dependency-cruiser.cjs', ...terse, 'src', 'tests', 'bench', 'tools', 'bin'],
  },
  {
    name: 'no ring of chapters',
    tool: cruiser,
    args: ['--config', '.dependency-cruiser-chapters.cjs', '--metrics', ...terse, 'src'],
  },
  {
    name: 'format and lint',
    tool: '@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '--max-diagnostics=200'],
  },
];

const started = Date.now();
const waiting = [...parts];
const results = [];
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const result of results.filter((one) => one.failed > 0))
  console.log(`\n── ${result.name} ──\n${result.output.trim()}`);
console.log(`\ncheck: ${passed} passed, ${failed} failed, ${seconds(started)}`);
if (process.env.CHECK_REPORT) writeFileSync(process.env.CHECK_REPORT, JSON.stringify({ passed, failed }));
process.exitCode = failed > 0 ? 1 : 0;

async function work() {
  for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await run(part));
}

/** Runs one part to its end; one part counts as one, unless it can say how many tests it had. */
async function run(part) {
  const begun = Date.now();
  const { code, output } = await execute([join(root, 'node_modules', part.tool), ...part.args]);
  const { passed, failed } = part.count?.(code) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const number = part.count ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(`${failed === 0 ? '✓' : '✗'} ${part.name}${number} ${seconds(begun)}`);
  return { name: part.name, output, passed, failed };
}

function execute(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** Counts of the house tests; a run that broke before it could report counts as one failure. */
function houseCounts(code) {
  try {
    const report = JSON.parse(readFileSync(houseReport, 'utf8'));
    rmSync(houseReport);
    const failed = report.numFailedTests;
    return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
