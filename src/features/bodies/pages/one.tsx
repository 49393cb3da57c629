import { actOffers, actsById } from '#features/legal-acts';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { historyOf } from '#platform/ledger/read';
import { Button, Note, StatusTag, TakeList } from '#ui';
import { findBody, membersOf, serves, workOf } from '../queries.ts';
import { bodyPaths } from '../urls.ts';
import { BodyFacts, BodyHistory, Members, Work } from './one-parts.tsx';
import { ChangeForm, DissolveForm } from './steps.tsx';

/** One body: its act, who serves now and who served, its meetings and tasks, and what the reader may change. */
export const bodyPage = page({
  permission: 'body.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [body, mayContact, mayCorrect, history] = await Promise.all([
      findBody(ctx.db, id, ctx.day),
      ctx.may('body.readContacts', id),
      ctx.may('body.correct', id),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    const mayChange = mayCorrect && body.state === 'active';
    const [members, work, acts, offers] = await Promise.all([
      membersOf(ctx.db, id, ctx.day, mayContact),
      workOf(ctx.db, id, {
        tasks: ctx.within('task.read', 'l'),
        meetings: ctx.within('conclusion.read', 'l'),
      }),
      actsById(ctx.db, [body.act, body.endedBy], ctx.day),
      mayChange ? actOffers(ctx.db) : [],
    ]);
    // A meeting is entered by the office whose body met.
    const mayMeet = mayChange && body.unit === ctx.actor.area && (await ctx.may('conclusion.record'));
    return { body, members, work, acts, offers, mayChange, mayMeet, history, day: ctx.day };
  },
  head: ({ body }) => ({
    title: body.name,
    here: '/viec-cua-toi',
    up: { href: bodyPaths.list, words: 'Ban chỉ đạo, tổ giúp việc' },
  }),
  view: ({ body, members, work, acts, offers, mayChange, mayMeet, history, day }, ctx) => (
    <div class="stack-7">
      <div class="row between">
        <header class="stack-2">
          <h1>{body.name}</h1>
          <p>
            <StatusTag status={`body.${body.state}`} />
          </p>
        </header>
        <span class="row tight">
          <TakeList href={bodyPaths.members(body.id)} />
          {mayChange && <Button href={bodyPaths.correct(body.id)}>Sửa</Button>}
        </span>
      </div>
      {body.invented && <Note kind="info" title="Dữ liệu giả định, để dùng thử." />}
      <BodyFacts body={body} acts={acts} />
      <Members
        body={body}
        title="Thành viên hiện nay"
        members={members.filter((one) => serves(one, day))}
        mayCorrect={mayChange}
        none={body.state === 'dissolved' ? 'Ban, tổ đã giải thể.' : 'Nguồn không nêu thành viên, hoặc chưa ghi.'}
      />
      {members.some((one) => !serves(one, day)) && (
        <Members
          body={body}
          title="Thành viên trước đây"
          members={members.filter((one) => !serves(one, day))}
          mayCorrect={false}
          none=""
        />
      )}
      <Work work={work} record={mayMeet ? `/ket-luan-hop/moi?ban=${body.id}` : null} />
      {mayChange && (
        <section class="stack-5">
          <ChangeForm
            body={body}
            members={members.filter(({ to }) => to === null)}
            offers={offers}
            state={ctx.form('body.changeMembers')}
          />
          <DissolveForm body={body} offers={offers} state={ctx.form('body.dissolve')} />
        </section>
      )}
      <BodyHistory history={history} />
    </div>
  ),
});
