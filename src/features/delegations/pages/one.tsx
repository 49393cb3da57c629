import { roleWords } from '#features/identity';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, FactsList, Form, FormEnd, formatDay, Note, TextArea } from '#ui';
import { mayEnd } from '../actions.ts';
import { findDelegation, headsOver } from '../queries.ts';
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
    const runs = one.state !== 'ended' && one.to >= ctx.day;
    const asked = runs && one.state === 'asked' && (await ctx.may('delegation.agree', id));
    const heads = asked ? (await headsOver(ctx.db, id, ctx.day)).deputy : [];
    return {
      ...{ one, day: ctx.day },
      canAgree: heads.some(({ account }) => account === ctx.actor.account),
      canEnd: runs && (await mayEnd(ctx.db, ctx, one)) && (await ctx.may('delegation.end', id)),
    };
  },
  head: ({ one }) => ({
    title: `Nghỉ, làm thay: ${one.holderName}`,
    here: '/viec-cua-toi',
    up: { href: delegationPaths.list, words: 'Nghỉ, làm thay' },
  }),
  view: ({ one, day, canAgree, canEnd }, ctx) => (
    <div class="stack-7 max-w-[42rem]">
      <h1>{one.holderName} vắng</h1>
      <FactsList
        facts={[
          { term: 'Vai', value: [roleWords[one.role], one.office].filter(Boolean).join(', ') },
          { term: 'Lý do', value: causes[one.cause] },
          { term: 'Thời hạn', value: daysWords(one), sub: standingWords(one, day) },
          { term: 'Người làm thay', value: one.deputyName ?? 'Không có người làm thay', sub: one.otherOffice },
          one.agreedBy !== null && { term: 'Cơ quan của người làm thay', value: `${one.agreedBy} đã đồng ý` },
          one.deputyName !== null && { term: 'Việc được làm thay', value: actsWords(one.acts) },
          { term: 'Văn bản', value: `Số ${one.act} ngày ${formatDay(one.actDate)}` },
          one.endedFor !== null && { term: 'Lý do kết thúc sớm', value: one.endedFor },
        ]}
      />
      {one.state === 'asked' && !canAgree && one.to >= day && (
        <Note kind="info">Chưa có hiệu lực: chờ người đứng đầu {one.otherOffice} đồng ý.</Note>
      )}
      {canAgree && (
        <Form
          action={`${delegationPaths.one(one.id)}/dong-y`}
          state={ctx.form('delegation.agree', one.id)}
          version={one.version}
          class="box stack-4"
        >
          <p>
            {one.deputyName} thuộc cơ quan bạn đứng đầu. Đồng ý thì việc làm thay có hiệu lực từ {formatDay(one.from)}.
            Không đồng ý: kết thúc, ghi lý do.
          </p>
          <FormEnd>
            <Button kind="main">Đồng ý cho làm thay</Button>
          </FormEnd>
        </Form>
      )}
      {canEnd && (
        <details>
          <summary>{one.state === 'asked' ? 'Không đồng ý, thôi giao' : 'Kết thúc sớm'}</summary>
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
