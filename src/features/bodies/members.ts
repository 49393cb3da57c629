/** Who serves in a body: changed by a new act, a row put right. */
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { addDays } from '#law/days';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { findBody, type Member, membersOf } from './queries.ts';
import { bodyRow, changeMembers as changeInput, correctMember as correctInput, type MemberGiven } from './schema.ts';

/** Writes members down in the order given. */
export async function insertMembers(
  tx: Tx,
  body: string,
  members: readonly MemberGiven[],
  { from, act, after }: { readonly from: Day | null; readonly act: string | null; readonly after: number },
): Promise<void> {
  if (members.length === 0) return;
  await tx
    .insertInto('body_member')
    .values(
      members.map((one, i) => ({
        ...{ id: v7(), body, ...columnsOf(one), from_on: from, joined_by: act, place: after + i + 1 },
      })),
    )
    .execute();
}

const columnsOf = ({ name, position, role, phone, email }: MemberGiven) => ({
  ...{ name: name ?? null, position, role, phone: phone ?? null, email: email ?? null },
});

/** People join and leave by one act; those who leave serve until the eve of its day. */
export const changeMembers = action({
  name: 'body.changeMembers',
  title: 'Thay đổi thành viên',
  input: changeInput,
  output: bodyRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, from, leave, members, ...given }) {
    const body = await findBody(ctx.tx, id, ctx.day);
    const standing = (await membersOf(ctx.tx, id, ctx.day, false)).filter(({ to }) => to === null);
    const leaving = leave.map((one) => standing.find((member) => member.id === one));
    for (const one of leaving) refuseLeaving(one, from);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const reason = given.reason ?? null;
    const heads =
      standing.filter((one) => one.role === 'head' && !leave.includes(one.id)).length +
      members.filter(({ role }) => role === 'head').length;
    const counted = { from, joining: members.length, leaving: leave.length, act: act?.label ?? null };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'body.changeMembers', subject: id, expect: ctx.expect, ...(reason === null ? {} : { reason }) },
      shown: { ...counted, since: body.from, heads, reason },
      facts: counted,
      effect: async (tx) => {
        if (leave.length > 0)
          await tx
            .updateTable('body_member')
            .set({ to_on: addDays(from, -1), left_by: act?.id ?? null })
            .where('body', '=', id)
            .where('id', 'in', leave)
            .execute();
        await insertMembers(tx, id, members, { from, act: act?.id ?? null, after: standing.length });
      },
    });
    return { id, version };
  },
});

function refuseLeaving(member: Member | undefined, from: Day): void {
  if (member === undefined) throw invalid('leave', 'Người đã đánh dấu không còn trong danh sách. Tải lại trang.');
  if (member.from !== null && member.from >= from)
    throw invalid('from', `${member.name ?? member.position} mới vào từ ngày này hoặc sau đó. Ghi ngày muộn hơn.`);
}

/** Puts a row right that was typed wrong; its days stay. */
export const correctMember = action({
  name: 'body.correctMember',
  title: 'Sửa dòng thành viên',
  input: correctInput,
  output: bodyRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, member, reason, ...given }) {
    const members = await membersOf(ctx.tx, id, ctx.day, false);
    const found = members.find((one) => one.id === member);
    if (!found) throw notFound();
    const others = members.filter((one) => one.id !== member && one.to === null && one.role === 'head').length;
    const heads = found.to === null && given.role === 'head' ? others + 1 : others;
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'body.correctMember', subject: id, expect: ctx.expect, reason, shown: { reason, heads } },
      facts: {
        member,
        role: given.role,
        position: given.position,
        before: { role: found.role, position: found.position },
      },
      effect: async (tx) => {
        await tx.updateTable('body_member').set(columnsOf(given)).where('id', '=', member).execute();
      },
    });
    return { id, version };
  },
});
