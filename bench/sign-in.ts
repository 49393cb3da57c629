/** S5: does the time of an answer tell whether an account exists? Wrong sign-ins and resets, known and unknown names in turn. */

import { hashPassword } from '../src/features/identity/password.ts';
import { withClient } from '../src/platform/db/connect.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';

const known = 'auditor';

/** Differences of the medians in milliseconds. `ownerUrl` reaches the product's database, to give one account a password. */
export async function measureSignIn(product: Peer, ownerUrl: string, times: number): Promise<Measured[]> {
  const hash = await hashPassword('một mật khẩu để đo');
  await withClient(ownerUrl, (client) =>
    client.query('update account set password_hash = $1, email = $2 where username = $3', [hash, 'do@vi-du.vn', known]),
  );
  const doors = [
    { what: 'wrong sign-in: known against unknown name', path: '/api/v1/session', more: { password: 'không đúng' } },
    { what: 'reset of password: known against unknown name', path: '/api/v1/account/password-letter', more: {} },
  ];
  const rows: Measured[] = [];
  for (const { what, path, more } of doors) {
    const measured = await difference(product.origin + path, more, Math.max(20, Math.round(200 * times)));
    rows.push({ what, measured, limit: 20, sense: 'atMost', unit: ' ms', absolute: true });
  }
  return rows;
}

async function difference(url: string, more: object, rounds: number): Promise<number> {
  const taken: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < rounds; round += 1) {
    taken.known.push(await ask(url, { name: known, ...more }));
    taken.unknown.push(await ask(url, { name: `nobody-${round}`, ...more }));
  }
  return Math.abs(median(taken.known) - median(taken.unknown));
}

async function ask(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin };
  const begun = performance.now();
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
