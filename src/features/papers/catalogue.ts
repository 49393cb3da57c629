/** Which names the forms of an office may use, as types and as a judge. */
import { PAPER_FIELDS, type PaperFields } from './paper-fields.ts';

export type FormPaper = keyof typeof PAPER_FIELDS;
export const FORM_PAPERS = Object.keys(PAPER_FIELDS) as readonly FormPaper[];

type RowsOf<P extends FormPaper> = (typeof PAPER_FIELDS)[P]['rows'];
/** What a paper must give for its form: every field of the catalogue, as texts. */
export type FieldValues<P extends FormPaper> = Readonly<Record<keyof (typeof PAPER_FIELDS)[P]['fields'], string>> & {
  readonly [R in keyof RowsOf<P>]: readonly Readonly<
    Record<RowsOf<P>[R] extends { readonly fields: infer F } ? keyof F & string : never, string>
  >[];
};

interface Used {
  readonly [name: string]: Used;
}

/** Names a form uses that its paper does not have, in the order they stand; `count` of all it uses. */
export function judgeNames(paper: FormPaper, used: Used): { readonly unknown: string[]; readonly count: number } {
  const { fields, rows }: PaperFields = PAPER_FIELDS[paper];
  const unknown = new Set<string>();
  let count = 0;
  const walk = (names: Used, allowed: ReadonlySet<string>) => {
    for (const [name, inside] of Object.entries(names)) {
      count += 1;
      const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
      if (row) walk(inside, new Set([...allowed, ...Object.keys(row.fields)]));
      else if (allowed.has(name)) walk(inside, allowed);
      else unknown.add(name);
    }
  };
  walk(used, new Set(Object.keys(fields)));
  return { unknown: [...unknown], count };
}

/** In words, what the common form of the paper prints and a form that uses these names does not. */
export function lackingIn(paper: FormPaper, used: readonly string[]): string[] {
  const { fields, rows }: PaperFields = PAPER_FIELDS[paper];
  const named: [string, string][] = [
    ...Object.entries(fields),
    ...Object.entries(rows).map(([name, { words }]): [string, string] => [name, words]),
  ];
  return named.filter(([name]) => !used.includes(name)).map(([name, words]) => `${words} ({{${name}}})`);
}
