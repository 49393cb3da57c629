/**
 * Processes under measurement. Each runs alone in a child of Node, so that its processor time is its own; probe.ts in
 * the child answers what it has used so far.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Usage } from './probe.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROBE = new URL('./probe.ts', import.meta.url).href;

const running = new Set<ChildProcess>();

/** Ends every peer that still runs. */
export async function stopPeers(): Promise<void> {
  await Promise.all([...running].map(stop));
}

export interface Peer {
  readonly origin: string;
  /** User and system time so far, microseconds, and memory, bytes. */
  usage(): Promise<Usage>;
  /** Asks it to end; answers after it has. */
  stop(): Promise<void>;
}

/**
 * Starts a module of this project with Node and waits until `ready` answers 200.
 * @param module path from the root, arguments after it
 * @param flags of Node itself
 * @throws Error when it ends before, or is not ready within four minutes: other work may keep the machine
 */
export async function startPeer(
  module: string,
  args: readonly string[],
  port: number,
  env: NodeJS.ProcessEnv,
  ready = '/',
  flags: readonly string[] = [],
): Promise<Peer> {
  const child = fork(`${ROOT}/${module}`, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    execArgv: [...flags, ...(process.features.typescript ? [] : ['--import', 'tsx/esm']), '--import', PROBE],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  running.add(child);
  const complaints: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk));
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 240_000;
  while (!(await answers(`${origin}${ready}`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(
        `${module} ${args.join(' ')} did not start:\n${Buffer.concat(complaints).toString().slice(-2000)}`,
      );
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  return { origin, usage: () => ask(child), stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function ask(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [answer] = (await once(child, 'message')) as [Usage];
  return answer;
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
