/** The commands that serve, as an operator meets them: a process, its words, its exit code. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { freePort } from './support/app.ts';

const folder = await mkdtemp(join(tmpdir(), 'saolang-start-'));
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Environment without the settings of whoever runs the tests. */
const plainEnv = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };

function saolang(command: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['bin/saolang.mjs', command], { env: { ...plainEnv, ...env } });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (part) => (said.out += part));
  child.stderr.on('data', (part) => (said.err += part));
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return { child, said, ended };
}

async function untilReady(port: number, said: { out: string; err: string }): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(200);
  }
  throw new Error(`not ready:\n${said.out}\n${said.err}`);
}

/** Comes back when told so: just after a start on a busy machine a connection may take longer than two seconds. */
async function patiently(url: string, cookie: string): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, { headers: { cookie } });
    if (answer.status !== 503 || tries === 5) return answer;
    await sleep(1000);
  }
}

it('S40 serve refuses to start without settings and secrets, one line each', async () => {
  const { said, ended } = saolang('serve', {});
  expect(await ended).toBe(1);
  expect(
    said.err
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['SECRET', 'DATABASE_URL', 'BASE_URL']);
});

it('start says which port is taken', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const { said, ended } = saolang('start', { PORT: String(port), DATA_DIR: join(folder, 'none') });
  expect(await ended).toBe(1);
  expect(said.err).toContain(`Port ${port} is taken`);
  expect(existsSync(join(folder, 'none', 'postgres'))).toBe(false);
  other.close();
});

it('test 20: start brings up the demonstration from nothing; Q15 SIGTERM ends all of it with 0; a second start keeps the data', async () => {
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
  const first = saolang('start', env);
  await untilReady(port, first.said);
  expect((await stat(join(folder, 'data/secret'))).mode & 0o777).toBe(0o600);
  const door = await fetch(`http://localhost:${port}/vao-thu`, {
    method: 'POST',
    body: new URLSearchParams({ account: 'commune' }),
    redirect: 'manual',
  });
  expect(door.status).toBe(303);
  const cookie = door.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.said.out).toContain(`http://localhost:${port}/vao-thu`);

  const secret = await readFile(join(folder, 'data/secret'), 'utf8');
  const second = saolang('start', env);
  await untilReady(port, second.said);
  expect(second.said.out).not.toContain('Loading');
  expect(await readFile(join(folder, 'data/secret'), 'utf8')).toBe(secret);
  const mine = await patiently(`http://localhost:${port}/tai-khoan`, cookie);
  expect([mine.status, await mine.text()]).toEqual([200, expect.stringContaining('Cán bộ xã')]);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
}, 240_000);
