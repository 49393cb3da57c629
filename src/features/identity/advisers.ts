// Accounts of members of advisory teams: found or invited by the office whose team it is. The office's act stands on its
// council; what follows here for the account is the system's, so that no office holds a verb on accounts (S17).
import type { ActionContext } from '#platform/http/context';
import { carryOut, system } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { addAppointment, inviteAccount } from './accounts.ts';
import { findByName } from './queries.ts';

/** The member as the team names them, and the account: an existing one by its name, or an address to invite. */
export interface AdviserAsked {
  readonly fullName: string;
  readonly organisation: string;
  readonly position: string | null;
  /** Null: of the Ministry's team. */
  readonly province: string | null;
  /** User name, e-mail address or telephone of an account there is. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

const clerk = system('linkAdviser', 'Theo quyết định thành lập Tổ tư vấn');

/**
 * The account of a member of an advisory team, with the role of one in that province (or at the Ministry) from today on.
 * An account there is must bear the member's name. Refused (422) at the field `name`, `email` or `phone`.
 */
export async function adviserAccount(ctx: ActionContext, asked: AdviserAsked): Promise<string> {
  const { organisation, province, fullName } = asked;
  const place = {
    ...{ role: 'adviser' as const, organisation, unit: province ?? undefined },
    position: asked.position ?? undefined,
  };
  if (asked.name === undefined) {
    const { email, phone } = asked;
    return (await inviteAccount({ ...ctx, actor: clerk }, { fullName, email, phone, ...place })).id;
  }
  const found = await findByName(ctx.tx, asked.name, ctx.now);
  if (found === null || found.state === 'disabled')
    throw invalid('name', 'Không có tài khoản đang dùng với tên này. Kiểm tra lại, hoặc gửi lời mời.');
  if (!sameName(found.fullName, fullName))
    throw invalid('name', 'Tài khoản này mang tên người khác. Gắn đúng tài khoản của thành viên, hoặc gửi lời mời.');
  const there = found.appointments.some((one) => one.role === 'adviser' && one.unit === province);
  if (!there) {
    const facts = { added: place.role, ...(province === null ? {} : { unit: province }) };
    await carryOut(ctx.tx, { ...ctx, actor: clerk }, { action: 'account.changeRoles', subject: found.id, facts });
    await addAppointment(ctx.tx, found.id, place, ctx.day);
  }
  return found.id;
}

/** The same person by name: letters and order alike, whatever stands in brackets or before it as a title. */
function sameName(one: string, other: string): boolean {
  const [short, long] = [one, other].map(plain).toSorted((a, b) => a.length - b.length);
  return short !== undefined && short !== '' && ` ${long} `.endsWith(` ${short} `);
}

const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
