/** Requests one after the other over one kept connection, and what they cost the process that answers. */
import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { createRequire } from 'node:module';
import type { Peer } from './peers.ts';

const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon');

/** Path of the n-th request; a changing path keeps answers out of the page cache. */
export type PathOf = (n: number) => string;

/** Sends the requests in sequence and answers the time of each, milliseconds. Throws Error on any answer but 200. */
export async function requestsInSequence(origin: string, path: PathOf, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await requestOnce(agent, `${origin}${path(n)}`);
    times.push(performance.now() - begun);
  }
  agent.destroy();
  return times;
}

function requestOnce(agent: Agent, url: string): Promise<void> {
  return new Promise((done, failed) => {
    get(url, { agent, headers: { 'accept-encoding': 'identity' } }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url} answered ${response.statusCode}`));
      response.resume();
      response.on('end', done);
      response.on('error', failed);
    }).on('error', failed);
  });
}

/** Requests sent to one peer before it is the other's turn: few, so that a slow moment of the machine meets both. */
const TURN = 100;

/**
 * Processor time of each of the two peers for each of `count` sequential requests after `warmUp` others, microseconds. They
 * take turns.
 */
export async function cpuPerRequest(
  peers: readonly [Peer, Peer],
  path: PathOf,
  count: number,
  warmUp: number,
): Promise<[number, number]> {
  for (const peer of peers) await requestsInSequence(peer.origin, path, warmUp);
  const used: [number, number] = [0, 0];
  for (let done = 0; done < count; done += TURN) {
    for (const [place, peer] of peers.entries()) used[place === 0 ? 0 : 1] += await cpuOf(peer, path, TURN);
  }
  return [used[0] / count, used[1] / count];
}

async function cpuOf(peer: Peer, path: PathOf, count: number): Promise<number> {
  const before = await peer.usage();
  await requestsInSequence(peer.origin, path, count);
  const after = await peer.usage();
  return after.cpu - before.cpu;
}

/** Requests a second the peer answers to ten connections over some seconds. */
export async function throughput(url: string, seconds: number): Promise<number> {
  const child = spawn(process.execPath, [AUTOCANNON, '-j', '-c', '10', '-d', String(seconds), url], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const report = JSON.parse(Buffer.concat(chunks).toString()) as { requests: { average: number }; non2xx: number };
  if (report.non2xx > 0) throw new Error(`${url}: ${report.non2xx} answers were no success`);
  return report.requests.average;
}
