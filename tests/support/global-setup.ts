/**
 * One database server a test run, made when the first file asks for it (tests/support/database.ts) and taken away here,
 * also after failures. Runs may go side by side: each has a folder, or a prefix on a given server, of its own.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/platform/db/launcher.ts';
import { dropRun } from './database-run.ts';

export interface TestRun {
  /** Prefix of the databases and roles of this run. */
  prefix: string;
  /** Folder of the embedded server. */
  folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    run: TestRun;
  }
}

const FOLDER = 'saolang-test-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
  await chmod(folder, 0o711); // as root, the server runs as another user who must pass through
  const prefix = `saolang_test_${Date.now().toString(36)}${randomBytes(3).toString('hex')}`;
  project.provide('run', { prefix, folder });
  return async () => {
    const given = process.env.TEST_DATABASE_URL;
    if (given) await dropRun(given, prefix);
    await remove(folder);
  };
}

/** Takes away what a killed run left: its folder bears the number of a process that is no more. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER) ? Number(name.slice(FOLDER.length).split('-')[0]) : Number.NaN;
    if (Number.isInteger(pid) && !alive(pid)) await remove(join(tmpdir(), name)).catch(() => undefined);
  }
}

async function remove(folder: string): Promise<void> {
  if (existsSync(join(folder, 'cluster', 'postmaster.pid'))) {
    const server = await startEmbedded({ folder });
    await server.stop();
  }
  await rm(folder, { recursive: true, force: true });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
