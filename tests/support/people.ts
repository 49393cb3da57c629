/** People with accounts of their own, for tests of signing in: invited by the administrator, letters read from the outbox. */
import { generateSync } from 'otplib';
import type { Clock } from '../../src/platform/clock.ts';
import { dayOf } from '../../src/platform/clock.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';

export const PASSWORD = 'diều giấy chiều quê';

/** A clock that runs, and can be set forward. */
export class MovableClock implements Clock {
  #ahead = 0;
  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }
  today(): string {
    return dayOf(this.now());
  }
  forward(minutes: number): void {
    this.#ahead += minutes * 60_000;
  }
}

export interface Person {
  id: string;
  name: string;
}

let count = 0;

/** Invites somebody as the demonstration's administrator; the letter waits in the outbox. */
export async function invite(app: TestApp, place: Record<string, string>): Promise<Person> {
  count += 1;
  const email = `nguoi-${count}@vi-du.vn`;
  const administrator = await app.signIn('administrator');
  const asked = { fullName: `Người Thử ${count}`, email, ...place };
  const answer = await administrator.json('POST', '/api/v1/accounts', asked, { key: true });
  if (answer.status >= 300) throw new Error(`not invited: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { id: String(answer.body.id), name: email };
}

/** The code in the newest letter to an address. */
export async function codeSentTo(app: TestApp, address: string): Promise<string> {
  const [letter] = await app.database.asOwner<{ body: string }>(
    'select body from outbox where address = $1 order by created_at desc, id desc limit 1',
    [address],
  );
  const code = /[Mm]ã(?: xác nhận)?: ([\w-]+)/.exec(letter?.body ?? '')?.[1];
  if (code === undefined) throw new Error(`no code was sent to ${address}`);
  return code;
}

/** Takes the invitation up: sets the password; officers still have to tie an app. */
export async function takeUp(app: TestApp, person: Person, client: Client = app.visitor()): Promise<Client> {
  const code = await codeSentTo(app, person.name);
  const given = { name: person.name, code, password: PASSWORD, again: PASSWORD };
  const answer = await client.json('POST', '/api/v1/account/password-code', given);
  if (answer.status !== 200) throw new Error(`not taken up: ${answer.status} ${JSON.stringify(answer.body)}`);
  return client;
}

/** Ties an app to the account that stands at this step; answers the app's secret. */
export async function tieApp(client: Client, clock: Clock): Promise<string> {
  const page = await client.page('/tai-khoan/ma-xac-thuc');
  const secret = /id="khoa"[^>]*>([A-Z2-7 ]+)</.exec(page.html)?.[1]?.replaceAll(' ', '') ?? '';
  const done = await client.json('POST', '/api/v1/account/factor', { code: appCode(secret, clock) });
  if (done.status !== 200) throw new Error(`not tied: ${done.status} ${JSON.stringify(done.body)}`);
  return secret;
}

/** What the app shows now. */
export function appCode(secret: string, clock: Clock): string {
  return generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) });
}
