// Runs before `npm start`, `npm test`, `npm run check` and `npm run bench`: installs what package-lock.json names when it is not there yet,
// and sees to it that the `node` the scripts find is one that runs. Plain JavaScript without packages: on a fresh machine
// nothing else is there. With `--dev` the packages for tests are demanded as well.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const forTests = process.argv.includes('--dev');
const windows = process.platform === 'win32';
const oldestNode = [20, 19];

const missing = missingPackages();
if (missing.length > 0) install();
settleNode();

/** Names of packages the lockfile asks for that are absent or of another version. Optional ones may be absent. */
function missingPackages() {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const present = readJson(join('node_modules', '.package-lock.json'))?.packages ?? {};
  return Object.entries(wanted)
    .filter(([path, entry]) => {
      if (path === '' || entry.link) return false;
      const installed = present[path];
      if (installed) return installed.version !== entry.version;
      return !(entry.optional || entry.devOptional || (entry.dev && !forTests));
    })
    .map(([path]) => path.slice('node_modules/'.length));
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined; // not there, or cut short by a broken install: then everything is missing
  }
}

/** `npm ci` with the npm that called us; the Node that runs it must not be the one it replaces. */
function install() {
  say(`Installing ${missing.length} packages from package-lock.json (once, about a minute) …`);
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const byScript = npm?.endsWith('js');
  const command = byScript ? (process.env.npm_node_execpath ?? process.execPath) : windows ? 'npm.cmd' : 'npm';
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund', ...(forTests ? ['--include=dev'] : [])];
  const done = spawnSync(command, byScript ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 2, 2], // all words to stderr: a command's stdout is its answer
    shell: windows && !byScript,
  });
  if (done.status !== 0) {
    say(`\`npm ci\` failed${done.error ? `: ${done.error.message}` : ''}. Is the npm registry reachable?`);
    process.exit(done.status || 1);
  }
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * npm scripts take the first `node` they find: the one in node_modules/.bin when the `node` package could be set up
 * (not with ignore-scripts, not on a system it has no build for), else the host's.
 */
function settleNode() {
  let version = nodeVersion();
  if (!version) {
    for (const name of ['node', 'node.cmd', 'node.ps1'])
      rmSync(join(root, 'node_modules', '.bin', name), { force: true });
    version = nodeVersion() ?? process.versions.node;
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    say(`Node ${version} is too old: install Node ${oldestNode.join('.')} or newer (24 is best).`);
    process.exit(1);
  }
  if (missing.length > 0 && !existsSync(join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node'))) {
    say(`The project's own Node could not be set up; carrying on with Node ${version} of this machine.`);
  }
}

/** Version of the `node` that npm's scripts will use, or undefined when it does not run. */
function nodeVersion() {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const asked = spawnSync('node', ['--version'], {
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    shell: windows,
  });
  return asked.status === 0 ? asked.stdout.trim().slice(1) : undefined;
}

function say(line) {
  console.error(`[install] ${line}`);
}
