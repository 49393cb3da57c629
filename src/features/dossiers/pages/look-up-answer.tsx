import { z } from 'zod';
import { publicPage, redirect } from '#platform/http/page';
import { Button, FactsList, StatusTag, Timeline } from '#ui';
import { openToken, publicTimeline } from '../look-up.ts';
import { kindIn, LOOK_UP_WORDS, stateIn, timelineIn } from '../look-up-words.ts';
import { lookUpPath } from '../urls.ts';

/** The answer of a look-up: the plain timeline, for a quarter of an hour; afterwards one asks again. */
export const lookUpShownPage = publicPage({
  params: z.object({ token: z.string().max(100) }),
  shell: 'public',
  cache: 'private',
  async load(ctx, { token }) {
    const id = openToken(ctx.secret, token, ctx.now);
    if (id === null) return redirect(lookUpPath(ctx.lang));
    return { ...(await publicTimeline(ctx.db, id, ctx.day, timelineIn(ctx.lang))), token };
  },
  head: ({ slip, token }, { lang }) => ({
    title: LOOK_UP_WORDS[lang].head(slip),
    noindex: true,
    twin: `${lookUpPath(lang === 'en' ? 'vi' : 'en')}/${token}`,
  }),
  view: ({ dossier, slip, steps }, { lang }) => {
    const words = LOOK_UP_WORDS[lang];
    return (
      <div class="page read stack-5 pt-6 pb-12">
        <div>
          <h1>
            {words.of} <span class="num block text-xl">{slip}</span>
          </h1>
          <p class="mt-2">
            <StatusTag status={`dossier.${dossier.state}`} words={stateIn(lang, dossier.state)} />
          </p>
        </div>
        <Timeline steps={steps} label={words.where} lang={lang} />
        <FactsList
          facts={[
            { term: words.office, value: words.officeName(dossier.commune.name) },
            { term: words.kind, value: kindIn(lang, dossier.kind) },
          ]}
        />
        <div class="row">
          <Button href={lookUpPath(lang)} icon="lens">
            {words.again}
          </Button>
          <Button href={`${lang === 'en' ? '/en' : ''}/dang-nhap`} kind="bare">
            {words.whole}
          </Button>
        </div>
      </div>
    );
  },
});
