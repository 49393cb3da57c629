// The first administrator of a new install, made by a command on the server (S10).
import type { Tx } from '#platform/db/database';
import { system } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { makeAccount } from './accounts.ts';
import { keepCode } from './codes.ts';
import { newLetterCode } from './secrets.ts';

export interface FirstAdministrator {
  readonly username: string;
  readonly fullName: string;
  readonly email?: string | undefined;
}

/**
 * Makes the account and answers the code to take it up with, good once and for 72 hours; the password is chosen then.
 * Asked again before it was taken up, it gives a new code. Refused (409) once there is an administrator.
 */
export async function firstAdministrator(
  tx: Tx,
  asked: FirstAdministrator,
  given: { now: Date; day: string; secret: string },
): Promise<string> {
  const held = await tx
    .selectFrom('appointment')
    .innerJoin('account', 'account.id', 'appointment.account')
    .innerJoin('lifecycle', 'lifecycle.id', 'account.id')
    .select(['account.id', 'account.username', 'lifecycle.state'])
    .where('appointment.role', '=', 'administrator')
    .where('account.demo', '=', false)
    .execute();
  if (held.some(({ state }) => state !== 'invited')) {
    throw refused('Hệ thống đã có người quản trị. Người ấy mời thêm người khác trên trang Tài khoản.');
  }
  const waiting = held.find(({ username }) => username === asked.username);
  const id = waiting?.id ?? (await makeAdministrator(tx, asked, given.day));
  const code = newLetterCode();
  await keepCode(tx, given.secret, { account: id, purpose: 'invitation', code, now: given.now });
  return code;
}

async function makeAdministrator(tx: Tx, asked: FirstAdministrator, day: string): Promise<string> {
  const actor = system('createAdministrator', 'Lệnh tạo người quản trị đầu tiên');
  const { id } = await makeAccount(
    tx,
    { actor, day, requestId: 'saolang admin create' },
    { ...asked, role: 'administrator' },
  );
  return id;
}
