// What .ci/run does: install, `npm run check`, `npm test`; then the counts of both in one plain line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'saolang-ci-'));
const checkReport = join(reports, 'check.json');
const testReport = join(reports, 'tests.json');

const installed = execute(process.execPath, ['tools/ensure-install.mjs', '--dev']);
const checked = installed && npm('run', 'check');
// The house tests have run in the check; here everything else.
const tested =
  installed &&
  npm('test', '--', '--project=!house', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`);

const check = read(checkReport) ?? { passed: 0, failed: 1 };
const tests = countTests(read(testReport));
rmSync(reports, { recursive: true, force: true });
const passed = check.passed + tests.passed;
let failed = check.failed + tests.failed;
if (failed === 0 && !(checked && tested)) failed = 1; // a command that broke without naming a test
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function npm(...args) {
  return execute('npm', args);
}

function execute(command, args) {
  console.log(`\n$ ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: 'true', NO_COLOR: '1', CHECK_REPORT: checkReport },
    shell: process.platform === 'win32',
  });
  if (done.status === null) console.log(`${command} ${args[0]} was ended by ${done.signal ?? done.error?.message}.`);
  return done.status === 0;
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Tests passed and failed; a file that could not be loaded is one failure. */
function countTests(report) {
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
