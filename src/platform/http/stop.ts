import type { Server } from 'node:http';

const LOOK_AGAIN_MS = 50;

/**
 * Helps a server that has stopped listening to its end: connections a browser merely keeps open are ended at once, running
 * answers get `graceMs`, then every connection is cut. Ends with `closing`, whatever becomes of it.
 */
export async function endConnections(server: Server, closing: Promise<unknown>, graceMs: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  try {
    await closing;
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
