import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type WorkerQueue, workerQueue } from './worker.ts';

const SCRIPT = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', async ({ id, request }) => {
  if (request === 'crash') process.exit(3);
  if (request === 'throw') throw new Error('burst');
  if (request === 'hang') for (;;);
  if (request === 'refuse') return parentPort.postMessage({ id, error: { code: 'no', message: 'not so', details: [1] } });
  if (typeof request === 'number') await new Promise((done) => setTimeout(done, request));
  parentPort.postMessage({ id, value: { request, threadId } });
});
`;
let folder = '';
let script: URL;
let queue: WorkerQueue;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-'));
  await writeFile(join(folder, 'w.mjs'), SCRIPT);
  script = pathToFileURL(join(folder, 'w.mjs'));
});
afterEach(() => queue.close());
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a thread that works for those who ask', () => {
  it('answers in order and passes refusals on', async () => {
    queue = workerQueue(script, { limitMs: 5000 });
    const answers = await Promise.all(['a', 'b', 'c'].map((word) => queue.ask(word)));
    expect(answers.map((one) => (one as { request: string }).request)).toEqual(['a', 'b', 'c']);
    await expect(queue.ask('refuse')).rejects.toMatchObject({ name: 'WorkerProblem', code: 'no', details: [1] });
  });

  it.each(['crash', 'throw'])('after a %s the next is served by a new thread', async (blow) => {
    queue = workerQueue(script, { limitMs: 5000 });
    const [broken, served] = await Promise.allSettled([queue.ask(blow), queue.ask('next')]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'crash' } });
    expect(served).toMatchObject({ status: 'fulfilled', value: { request: 'next' } });
  });

  it('one that hangs is given up after its limit', async () => {
    queue = workerQueue(script, { limitMs: 5000 });
    const [hung, served] = await Promise.allSettled([queue.ask('hang', 200), queue.ask('next')]);
    expect(hung).toMatchObject({ status: 'rejected', reason: { code: 'timeout' } });
    expect(served).toMatchObject({ status: 'fulfilled' });
  });

  it('refuses a flood, and everything once closed, but ends what runs', async () => {
    queue = workerQueue(script, { limitMs: 5000, maxWaiting: 2 });
    const running = queue.ask(100);
    const waiting = [queue.ask('one'), queue.ask('two')];
    const settled = Promise.allSettled(waiting);
    await expect(queue.ask('three')).rejects.toMatchObject({ code: 'busy' });
    await queue.close();
    expect(await running).toMatchObject({ request: 100 });
    for (const one of await settled) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'closed' } });
    await expect(queue.ask('late')).rejects.toMatchObject({ code: 'closed' });
  });

  it('gives its thread up when idle and starts another when asked again', async () => {
    queue = workerQueue(script, { limitMs: 5000, idleMs: 50 });
    const first = (await queue.ask('a')) as { threadId: number };
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = (await queue.ask('b')) as { threadId: number };
    expect(second.threadId).not.toBe(first.threadId);
  });

  it('gives its thread up when told to rest, but never one that is at work', async () => {
    queue = workerQueue(script, { limitMs: 5000 });
    const first = (await queue.ask('a')) as { threadId: number };
    queue.rest();
    const asked = queue.ask('b');
    queue.rest();
    const second = (await asked) as { threadId: number };
    expect(second.threadId).not.toBe(first.threadId);
  });
});
