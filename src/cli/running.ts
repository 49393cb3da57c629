/** What `start` and `serve` have in common: settings, build, a server until it is told to stop. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, ConfigProblem, type Mode, readConfig } from '#platform/config';
import type { LocatedDatabase } from '#platform/db/locate';
import { startServer } from '../server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The settings, or null after one line on stderr for each that was not understood. */
export function configOr(mode: Mode, env: NodeJS.ProcessEnv): Config | null {
  try {
    return readConfig(env, mode);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    for (const line of error.lines) process.stderr.write(`${line}\n`);
    return null;
  }
}

/** Builds style sheets and scripts when their sources have changed. */
export async function buildAssets(): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'tools/build.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error('Style sheets and scripts could not be built; see the lines above.');
}

/** One sentence on stderr for what stopped the start; the stack only with LOG_LEVEL=debug. */
export function failWith(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const port = error instanceof Error && 'port' in error ? error.port : undefined;
  let sentence = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE')
    sentence = `Port ${port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`;
  if (code === 'EACCES' && port !== undefined)
    sentence = `Port ${port} may not be used by this user. Choose one above 1023: PORT=3001`;
  process.stderr.write(`Sao Làng could not start. ${sentence}\n`);
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}

interface Stages {
  /** Migrations and data, before anything listens. */
  prepare(): Promise<void>;
  ready(): void;
}

/** Serves until SIGTERM, SIGINT or SIGHUP, then stops in order (Q15). A second signal ends at once. */
export async function runUntilStopped(
  config: Config,
  located: LocatedDatabase,
  secret: string,
  stages: Stages,
): Promise<number> {
  const stopped = signalled();
  try {
    await stages.prepare();
    const server = await startServer({ config, urls: located, secret });
    located.mind((words) => void process.stderr.write(`${words}\n`));
    stages.ready();
    await stopped;
    process.stderr.write('Stopping …\n');
    await server.close();
    return 0;
  } finally {
    await located.stop();
  }
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
