/** Makes the folder of an embedded server: its secret and its cluster, each once, whoever else tries at the same time. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './binaries.ts';

/** Makes the cluster beside its place and moves it there, so that a killed or rival start leaves nothing half-made. */
export async function makeCluster(place: Place, bin: string, cluster: string, secret: string): Promise<void> {
  const half = `${cluster}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const passwordFile = `${half}.password`;
  const handle = await open(passwordFile, 'wx', 0o600);
  await handle.writeFile(secret);
  if (place.runAs) await handle.chown(place.runAs.uid, place.runAs.gid);
  await handle.close();
  await mkdir(half, { mode: 0o700 });
  if (place.runAs) await chown(half, place.runAs.uid, place.runAs.gid);
  try {
    await runTool(place, join(bin, 'initdb'), [
      `--pgdata=${half}`,
      '--username=owner',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=vi',
      '--locale=C',
      '--set=listen_addresses=127.0.0.1',
      '--set=unix_socket_directories=',
      '--set=timezone=UTC',
      '--set=log_timezone=UTC',
    ]);
    await rename(half, cluster);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(cluster)) throw error; // otherwise a rival was first, and its cluster has the same secret
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The server's secret: made once, readable by this user only. */
export async function secretOf(home: string): Promise<string> {
  const path = join(home, 'secret');
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  if (!existsSync(path)) {
    const handle = await open(draft, 'wx', 0o600);
    await handle.writeFile(randomBytes(32).toString('hex'));
    await handle.close();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // a rival was first: take its secret
    });
    await rm(draft);
  }
  return (await readFile(path, 'utf8')).trim();
}

/** Runs initdb or pg_ctl as the server's user and waits for it; its words go into the error. */
export function runTool(place: Place, tool: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      cwd: place.home,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? process.env : {}) },
      ...(place.runAs ?? {}),
    });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${tool} ${args[0] ?? ''} ended with ${code}: ${words.trim().slice(-2000)}`));
    });
  });
}
