/**
 * An office's own Word form: names in double braces stand for what the system knows, `{{#rows}} … {{/rows}}` repeats for each
 * row. Nothing of a form is ever run: a name is looked up among the given values, and that is all.
 */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { z } from 'zod';

/** What a form may be filled with: texts, and lists of rows of texts. */
export type FormValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** Names used in a form; a name that opens a part has the names inside it. */
export interface UsedNames {
  readonly [name: string]: UsedNames;
}

/** The form cannot be read; `names` are what is written wrongly, as they stand in it. */
export class WordFormProblem extends Error {
  override readonly name = 'WordFormProblem';
  readonly names: readonly string[];
  constructor(names: readonly string[], cause: unknown) {
    super(`form: ${names.join(', ')}`, { cause });
    this.names = names;
  }
}

const names: z.ZodType<UsedNames> = z.lazy(() => z.record(z.string(), names));
const part = z.object({ tags: names });
const tagsOf = z.object({ headers: z.array(part), footers: z.array(part), document: part });

/** The names a form uses. Throws WordFormProblem. */
export function namesIn(form: Uint8Array): UsedNames {
  const whole = open(form);
  // `{{@name}}` would put the value in as markup of Word; names are for words only.
  if (/\{\{\s*@/.test(whole.getFullText())) throw new WordFormProblem(['@'], whole);
  const document: object = whole;
  const told: unknown = 'getTags' in document && typeof document.getTags === 'function' ? document.getTags() : null;
  const { headers, footers, document: body } = tagsOf.parse(told);
  return Object.assign({}, ...[...headers, ...footers, body].map(({ tags }) => tags));
}

/** The form with its values; a value that is not given is left blank. Throws WordFormProblem. */
export function fillForm(form: Uint8Array, values: FormValues): Uint8Array {
  const document = open(form);
  document.render(values);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function open(form: Uint8Array): Docxtemplater {
  try {
    return new Docxtemplater(new PizZip(form), {
      delimiters: { start: '{{', end: '}}' },
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: (name: string) => ({
        get: (scope: unknown, { meta }) => (meta.part.module === 'rawxml' ? '' : ownValue(scope, name.trim())),
      }),
      nullGetter: () => '',
    });
  } catch (error) {
    throw new WordFormProblem(wrongNames(error), error);
  }
}

/** A value of the row or of the whole; never what every object inherits. `{{.}}` is the text itself. */
function ownValue(scope: unknown, name: string): unknown {
  if (name === '.') return scope;
  return typeof scope === 'object' && scope !== null
    ? Object.entries(scope).find(([key]) => key === name)?.[1]
    : undefined;
}

function wrongNames(error: unknown): string[] {
  const inside = propertiesOf(error).errors;
  const all: readonly unknown[] = Array.isArray(inside) ? inside : [error];
  return all.flatMap((one) => {
    const { xtag } = propertiesOf(one);
    return typeof xtag === 'string' && xtag !== '' ? [xtag] : [];
  });
}

function propertiesOf(error: unknown): { readonly errors?: unknown; readonly xtag?: unknown } {
  if (typeof error !== 'object' || error === null || !('properties' in error)) return {};
  return typeof error.properties === 'object' && error.properties !== null ? error.properties : {};
}
