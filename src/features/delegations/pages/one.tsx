import { roleWords } from '#features/identity';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, Form, formatDay, TextArea } from '#ui';
import { mayEnd } from '../actions.ts';
import { findDelegation } from '../queries.ts';
import { causes } from '../schema.ts';
import { delegationPaths } from '../urls.ts';
import { actsWords, daysWords, standingWords } from '../words.ts';

/** One leave with its deputy, and its end before the last day. */
export const delegationPage = page({
  permission: 'delegation.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const one = await findDelegation(ctx.db, id);
    if (!one) throw notFound();
    const open = one.state === 'recorded' && one.to >= ctx.day && mayEnd(ctx.actor, one);
    return { one, day: ctx.day, canEnd: open && (await ctx.may('delegation.end', id)) };
  },
  head: ({ one }) => ({
    title: `Nghỉ, làm thay: ${one.holderName}`,
    here: '/viec-cua-toi',
    up: { href: delegationPaths.list, words: 'Nghỉ, làm thay' },
  }),
  view: ({ one, day, canEnd }, ctx) => (
    <div class="stack-7 max-w-[42rem]">
      <h1>{one.holderName} vắng</h1>
      <FactsList
        facts={[
          { term: 'Vai', value: [roleWords[one.role], one.office].filter(Boolean).join(', ') },
          { term: 'Lý do', value: causes[one.cause] },
          { term: 'Thời hạn', value: daysWords(one), sub: standingWords(one, day) },
          { term: 'Người làm thay', value: one.deputyName ?? 'Không có người làm thay' },
          one.deputyName !== null && { term: 'Việc được làm thay', value: actsWords(one.acts) },
          { term: 'Văn bản', value: `Số ${one.act} ngày ${formatDay(one.actDate)}` },
          one.endedFor !== null && { term: 'Lý do kết thúc sớm', value: one.endedFor },
        ]}
      />
      {canEnd && (
        <details>
          <summary>Kết thúc sớm</summary>
          <Form
            action={`${delegationPaths.one(one.id)}/ket-thuc`}
            state={ctx.form('delegation.end', one.id)}
            version={one.version}
            class="stack-4 mt-4"
          >
            <TextArea name="reason" label="Lý do kết thúc sớm" rows={2} hint="Ví dụ: đã đi làm lại" />
            <Button kind="stop">Kết thúc từ hôm nay</Button>
          </Form>
        </details>
      )}
    </div>
  ),
});
