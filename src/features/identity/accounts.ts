// Making accounts and giving roles: what the acts, the list import, the command line and the demonstration share.
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import { beget, type MoveContext } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import type { Role } from '#policy';
import { keepCode } from './codes.ts';
import { sendLetter } from './events.ts';
import type { Invite } from './schema.ts';
import { newLetterCode } from './secrets.ts';
import { identityPaths } from './urls.ts';

/** A role at a body, as it is asked for. */
export interface Place {
  readonly role: Exclude<Role, 'public'>;
  readonly unit?: string | undefined;
  readonly producer?: string | undefined;
  readonly organisation?: string | undefined;
  readonly position?: string | undefined;
  /** Heads that office: agrees when one of its people takes a place in another office. */
  readonly headsOffice?: boolean | undefined;
}

/** Which body a role stands at. */
export const bodyOfRole: Readonly<Record<Exclude<Role, 'public'>, 'producer' | 'commune' | 'province' | null>> = {
  producer: 'producer',
  commune: 'commune',
  province: 'province',
  councilChair: 'province',
  councilSecretary: 'province',
  councilMember: 'province',
  adviser: 'province',
  inspector: 'province',
  ministry: null,
  auditor: null,
  administrator: null,
};

const COUNCIL_ROLES: ReadonlySet<string> = new Set(['councilChair', 'councilSecretary', 'councilMember', 'adviser']);

/** Refuses (422) a role without its body: a commune's officer without commune, a producer's account without producer. */
export async function checkPlace(tx: Tx, place: Place, day: string): Promise<void> {
  const body = bodyOfRole[place.role];
  if (body === 'producer') {
    const found = place.producer
      ? await tx.selectFrom('producer').select('id').where('id', '=', place.producer).executeTakeFirst()
      : undefined;
    if (!found) throw invalid('producer', 'Chọn chủ thể mà tài khoản này thay mặt.');
    return;
  }
  if (place.producer !== undefined) throw invalid('producer', 'Chỉ vai chủ thể mới gắn với một chủ thể.');
  if (body === null) {
    if (place.unit !== undefined) throw invalid('unit', 'Vai này làm việc trong cả nước, bỏ trống đơn vị.');
    return;
  }
  // A council of the Ministry: its members and its advisory team stand at no province (Art. 7.4.b).
  if (place.unit === undefined && COUNCIL_ROLES.has(place.role)) return;
  const level = await levelOf(tx, place.unit, day);
  if (level !== body) {
    throw invalid('unit', body === 'commune' ? 'Chọn xã, phường nơi làm việc.' : 'Chọn tỉnh, thành phố nơi làm việc.');
  }
}

async function levelOf(tx: Tx, unit: string | undefined, day: string): Promise<string | undefined> {
  if (unit === undefined) return undefined;
  const row = await tx
    .selectFrom('unit')
    .select('level')
    .where('id', '=', unit)
    .where('valid_from', '<=', day)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', day)]))
    .executeTakeFirst();
  return row?.level;
}

/** Gives an account a role from a day on. The caller has checked the place and writes the move. */
export async function addAppointment(tx: Tx, account: string, place: Place, from: string): Promise<string> {
  const id = v7();
  await tx
    .insertInto('appointment')
    .values({
      id,
      account,
      role: place.role,
      unit: place.unit ?? null,
      producer: place.producer ?? null,
      organisation: place.organisation ?? null,
      position: place.position ?? null,
      heads_office: place.headsOffice === true,
      valid_from: from,
    })
    .execute();
  return id;
}

export interface Invited {
  readonly id: string;
  readonly username: string;
  readonly version: number;
}

/** What making an account needs besides its facts. */
export interface InviteContext extends MoveContext {
  readonly tx: Tx;
  readonly now: Date;
  readonly secret: string;
  readonly baseUrl: string;
}

/**
 * Makes an account with its first role and writes the invitation, valid for 72 hours. Refused (422) without an address
 * to write to, without the role's body, or when the user name is taken.
 */
export async function inviteAccount(ctx: InviteContext, asked: Invite): Promise<Invited> {
  const username = asked.username ?? asked.email ?? asked.phone;
  if (username === undefined || (asked.email === undefined && asked.phone === undefined)) {
    throw invalid('email', 'Ghi thư điện tử hoặc số điện thoại để gửi lời mời.');
  }
  await checkPlace(ctx.tx, asked, ctx.day);
  const made = await makeAccount(ctx.tx, ctx, { ...asked, username });
  await sendInvitation(ctx, { ...made, email: asked.email ?? null, phone: asked.phone ?? null });
  return made;
}

/** The account itself with its first role, invited but without any letter. Refused (422) when the user name is taken. */
export async function makeAccount(tx: Tx, ctx: MoveContext, asked: Invite & { username: string }): Promise<Invited> {
  const { username, fullName, role, unit, producer } = asked;
  const id = v7();
  const { version } = await beget(tx, ctx, {
    process: 'account',
    id,
    action: 'account.invite',
    reach: {},
    facts: { username, fullName, role, unit, producer },
    effect: async () => {
      await insertAccount(tx, id, asked);
      await addAppointment(tx, id, asked, ctx.day);
    },
  });
  return { id, username, version };
}

async function insertAccount(tx: Tx, id: string, row: Invite & { username: string }): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values({
      id,
      username: row.username,
      full_name: row.fullName,
      email: row.email ?? null,
      phone: row.phone ?? null,
    })
    .onConflict((taken) => taken.column('username').doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) {
    throw invalid('username', `Tên đăng nhập ${row.username} đã có người dùng. Chọn tên khác.`);
  }
}

/** Writes the invitation (again): the earlier code stops counting. */
export async function sendInvitation(
  ctx: InviteContext,
  to: { id: string; username: string; email: string | null; phone: string | null },
): Promise<void> {
  const code = newLetterCode();
  const sentTo = await sendLetter(
    ctx.tx,
    { account: to.id, email: to.email, phone: to.phone },
    {
      subject: 'Lời mời dùng hệ thống Sao Làng',
      body: `Mở ${ctx.baseUrl}${identityPaths.activate}\nTên đăng nhập: ${to.username}\nMã: ${code}\n\nMã dùng một lần, trong 72 giờ. Đặt mật khẩu của riêng bạn; không đưa mã cho ai.`,
      link: identityPaths.activate,
    },
  );
  if (sentTo === null) throw invalid('email', 'Ghi thư điện tử hoặc số điện thoại để gửi lời mời.');
  await keepCode(ctx.tx, ctx.secret, { account: to.id, purpose: 'invitation', code, now: ctx.now, sentTo });
}

/** Ends a role from today on. Answers false when the account has no such role now. */
export async function endAppointment(tx: Tx, account: string, appointment: string, day: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('appointment')
    .set({ valid_to: sql<string>`${day}::date - 1` })
    .where('id', '=', appointment)
    .where('account', '=', account)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>=', day)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
