import { z } from 'zod';
import { unitsIn } from '#features/units';
import type { FormState } from '#platform/http/context';
import { publicPage, redirect } from '#platform/http/page';
import { Button, FileField, Form, FormEnd, Note, Radios, SelectField, TextArea, TextField } from '#ui';
import { type ProductBehind, productBehind } from '../queries.ts';
import { MAX_WORDS } from '../schema.ts';
import { reportPath, reportStatePath } from '../urls.ts';
import { ERRORS_EN, FORM_WORDS, kindChoices, type Lang } from '../words.ts';
import { NumberForm } from './number-form.tsx';

interface Data {
  readonly code: string | undefined;
  readonly product: ProductBehind | null;
  readonly provinces: readonly { readonly id: string; readonly name: string }[];
}

const query = z.object({
  /** Code of a certificate or id of a product, from the page somebody came from. */
  code: z.string().max(100).optional().catch(undefined),
  /** Number of an earlier report. */
  number: z.string().max(40).optional().catch(undefined),
});

/** A report of wrong use within a minute: what, where, a photo; no account, no JavaScript (U40). */
export const reportPage = publicPage({
  query,
  shell: 'public',
  cache: 'private',
  async load(ctx, _params, { code, number }) {
    if (number !== undefined) return redirect(reportStatePath(number, ctx.lang));
    const [product, provinces] = await Promise.all([
      code === undefined ? null : productBehind(ctx.db, code),
      unitsIn(ctx.db, null, ctx.day),
    ]);
    return { code, product, provinces } satisfies Data;
  },
  head: (_data, ctx) => {
    const { title, description } = FORM_WORDS[ctx.lang];
    return { title, description, twin: reportPath(ctx.lang === 'en' ? 'vi' : 'en') };
  },
  view: (data, ctx) => <Report {...data} lang={ctx.lang} state={ctx.form('misuse.report')} />,
});

function Report({ code, product, provinces, lang, state }: Data & { lang: Lang; state: FormState }) {
  const words = FORM_WORDS[lang];
  const certificates = lang === 'en' ? '/en/chung-nhan' : '/chung-nhan';
  return (
    <div class="page read stack pt-6 pb-12">
      <h1>{words.title}</h1>
      <p class="story">{words.lead}</p>
      {product === null && (
        <Note>
          {words.checkFirst} <a href={certificates}>{words.check}</a>
        </Note>
      )}
      <Form
        action={reportPath(lang)}
        state={lang === 'en' ? inEnglish(state) : state}
        files
        class="stack-5"
        lang={lang}
      >
        <Radios name="kind" label={words.kind} choices={kindChoices(lang)} look="plain" />
        <TextField
          name="product"
          label={words.product}
          hint={product && `${words.found}: ${product.name}`}
          value={product?.code ?? code}
          maxLength={200}
          autocomplete="off"
          optional
        />
        <TextField name="place" label={words.place} hint={words.placeHint} maxLength={300} autocomplete="off" />
        <SelectField
          name="province"
          label={words.province}
          hint={words.provinceHint}
          empty={words.provinceEmpty}
          value={product?.province}
          choices={provinces.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea name="words" label={words.words} hint={words.wordsHint} rows={3} maxLength={MAX_WORDS} optional />
        <FileField
          name="photo"
          label={words.photo}
          hint={words.photoHint}
          accept="image/jpeg,image/png,image/webp"
          optional
        />
        <TextField name="contact" label={words.contact} hint={words.contactHint} maxLength={200} optional />
        <div class="sr" aria-hidden="true">
          <label for="trap">{words.trap}</label>
          <input id="trap" type="text" name="website" tabIndex={-1} autocomplete="off" />
        </div>
        <FormEnd>
          <Button kind="main" icon="send" busy={words.busy}>
            {words.send}
          </Button>
        </FormEnd>
      </Form>
      <section class="sec">
        <div class="sechd">
          <h2>{words.known}</h2>
        </div>
        <NumberForm lang={lang} />
      </section>
    </div>
  );
}

/** The platform speaks Vietnamese; on the English twin each field has its own sentence. */
function inEnglish(state: FormState): FormState {
  const errors = state.errors.map(({ field, message }) => ({ field, message: ERRORS_EN[field] ?? message }));
  return { ...state, errors };
}
