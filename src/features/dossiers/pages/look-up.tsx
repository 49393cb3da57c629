import { publicPage } from '#platform/http/page';
import { Button, Form, FormEnd, TextField } from '#ui';
import { inEnglish, LOOK_UP_WORDS } from '../look-up-words.ts';
import { lookUpPath } from '../urls.ts';

/** The question: receipt number and telephone; the answer never says which of them was wrong. */
export const lookUpPage = publicPage({
  shell: 'public',
  cache: 'private',
  async load() {
    return null;
  },
  head: (_data, { lang }) => {
    const { title, description } = LOOK_UP_WORDS[lang];
    return { title, description, twin: lookUpPath(lang === 'en' ? 'vi' : 'en') };
  },
  view: (_data, ctx) => {
    const { lang } = ctx;
    const words = LOOK_UP_WORDS[lang];
    const state = ctx.form('lookUp.dossier');
    return (
      <div class="page read stack-5 pt-6 pb-12">
        <h1>{words.question}</h1>
        <p class="story">{words.lead}</p>
        <Form action={lookUpPath(lang)} state={lang === 'en' ? inEnglish(state) : state} class="stack-5" lang={lang}>
          <TextField name="code" label={words.code} hint={words.codeHint} maxLength={60} autocomplete="off" />
          <TextField
            name="phone"
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            inputMode="tel"
            maxLength={30}
            autocomplete="tel"
            width="mid"
          />
          <FormEnd>
            <Button kind="main" icon="lens">
              {words.see}
            </Button>
          </FormEnd>
        </Form>
        <p class="sm mut">
          {words.only} <a href={`${lang === 'en' ? '/en' : ''}/dang-nhap`}>{words.signIn}</a>.
        </p>
      </div>
    );
  },
});
