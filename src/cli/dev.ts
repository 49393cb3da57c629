/** `npm run dev`: `npm start`, begun anew whenever a source changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUIET_MS = 200;

/** Runs until Ctrl-C. */
export async function run(): Promise<number> {
  let child = begin();
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      process.stdout.write('\nChanged: starting again …\n');
      await end(child);
      child = begin();
    }, QUIET_MS);
  };
  const watchers = ['src', 'db'].map((folder) => watch(join(ROOT, folder), { recursive: true }, again));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await end(child);
  return 0;
}

function begin(): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'bin/saolang.mjs'), 'start'], { stdio: 'inherit', cwd: ROOT });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
