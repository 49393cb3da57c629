import { Button, Form, TextField } from '#ui';
import { reportPath } from '../urls.ts';
import { FORM_WORDS, type Lang } from '../words.ts';

interface Props {
  lang: Lang;
  /** What was typed and led nowhere. */
  number?: string | undefined;
}

/** Leads whoever noted the number of a report to its answer. */
export function NumberForm({ lang, number }: Props) {
  const words = FORM_WORDS[lang];
  return (
    <Form action={reportPath(lang)} method="get" class="stack" label={words.known} lang={lang}>
      <TextField
        name="number"
        label={words.number}
        hint={words.numberHint}
        value={number}
        maxLength={40}
        autocomplete="off"
      />
      <div>
        <Button busy={words.busy}>{words.see}</Button>
      </div>
    </Form>
  );
}
