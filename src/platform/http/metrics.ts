import { createServer } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Web } from './web.ts';

/** Figures for Prometheus on an address of their own, never on the public port (S34): process, and time by route and status. */
export async function serveMetrics(
  web: Web,
  address: { host: string; port: number },
): Promise<{ close(): Promise<void> }> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const times = new Histogram({
    name: 'http_request_seconds',
    help: 'Time of a request by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  web.watchers.push(({ method, route = 'unknown', status, ms }) => times.observe({ method, route, status }, ms / 1000));
  const server = createServer(async (_request, response) => {
    response.writeHead(200, { 'content-type': registry.contentType });
    response.end(await registry.metrics());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}
