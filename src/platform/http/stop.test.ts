import { once } from 'node:events';
import { Agent, createServer, get, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { endConnections } from './stop.ts';

async function listening(answer: (reply: ServerResponse) => void): Promise<{ server: Server; port: number }> {
  const server = createServer((_request, reply) => answer(reply));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));
const took = async (work: Promise<unknown>) => {
  const begun = Date.now();
  await work;
  return Date.now() - begun;
};

test('a connection that is kept open without a request does not hold the stop up', async () => {
  const { server, port } = await listening((reply) => reply.end('ok'));
  const agent = new Agent({ keepAlive: true });
  await new Promise((done) => get({ port, host: '127.0.0.1', agent }, (reply) => reply.resume().on('end', done)));
  expect(await took(endConnections(server, closed(server), 3000))).toBeLessThan(1000);
  agent.destroy();
});

test('a running answer is finished; one that hangs, and a connection that never asks, are cut after the grace', async () => {
  const waiting: ServerResponse[] = [];
  const { server, port } = await listening((reply) => void waiting.push(reply));
  const answer = fetch(`http://127.0.0.1:${port}/`).then((reply) => reply.text());
  await expect.poll(() => waiting.length).toBe(1);
  const hanging = fetch(`http://127.0.0.1:${port}/`).then(
    () => 'answered',
    () => 'cut',
  );
  const silent = connect(port, '127.0.0.1');
  silent.on('error', () => undefined);
  await expect.poll(() => waiting.length).toBe(2);
  setTimeout(() => waiting[0]?.end('finished'), 100);
  const time = await took(endConnections(server, closed(server), 600));
  expect(await answer).toBe('finished');
  expect(await hanging).toBe('cut');
  expect(time).toBeGreaterThanOrEqual(590);
  expect(time).toBeLessThan(2000);
  silent.destroy();
});
