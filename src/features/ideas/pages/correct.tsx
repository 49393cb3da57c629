import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, FormEnd } from '#ui';
import { findIdea } from '../queries.ts';
import { ideaPaths } from '../urls.ts';
import { IdeaFields, ideaOffers } from './form.tsx';

/** Corrects an idea: what is missing now, who helps, which round. */
export const correctIdeaPage = page({
  permission: 'idea.correct',
  params: byId,
  subject: ({ id }) => id,
  shell: 'auto',
  async load(ctx, { id }) {
    const idea = await findIdea(ctx.db, id, ctx.day);
    return { idea, offers: await ideaOffers(ctx, idea) };
  },
  personal: ({ idea }, { id }) => ({ subject: id, what: idea.person === null ? 'idea' : 'idea with person' }),
  head: ({ idea }, ctx) => ({
    title: `Sửa ý tưởng – ${idea.name}`,
    here: ctx.actor.role === 'producer' ? '/cua-toi/san-pham' : '/so-san-pham',
    up: { href: ideaPaths.one(idea.id), words: idea.name },
  }),
  view: ({ idea, offers }, ctx) => (
    <div class="form stack-5">
      <h1>Sửa ý tưởng sản phẩm</h1>
      <Form action={ideaPaths.correct(idea.id)} state={ctx.form('idea.correct')} version={idea.version} class="stack-5">
        <IdeaFields value={idea} offers={offers} />
        <FormEnd>
          <Button kind="main">Lưu</Button>
          <Button kind="bare" href={ideaPaths.one(idea.id)}>
            Không, quay về
          </Button>
        </FormEnd>
      </Form>
    </div>
  ),
});
