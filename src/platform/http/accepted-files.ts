import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { DB } from '../db/schema.generated.ts';
import { type Accepted, acceptedSentence, EVIDENCE, IMPORT, KINDS, LOGO, OFFICE, PICTURE } from '../files/kinds.ts';
import { type FieldProblem, invalid, invalidFields } from '../refusal.ts';
import type { FileTaste } from './fields.ts';
import { bare, markedFields, metaOf } from './schema-walk.ts';
import type { Web } from './web.ts';

export const TASTES: Record<FileTaste, Accepted> = {
  evidence: EVIDENCE,
  office: OFFICE,
  picture: PICTURE,
  import: IMPORT,
  logo: LOGO,
};

/** What a file field of a schema takes. */
export function tasteOf(schema: z.ZodObject, name: string): FileTaste {
  const field = schema.shape[name];
  if (!field) return 'evidence';
  const inner = bare(field).schema;
  const { takes } = metaOf(inner instanceof z.ZodArray ? inner.element : field);
  return isTaste(takes) ? takes : 'evidence';
}

const isTaste = (word: unknown): word is FileTaste => typeof word === 'string' && Object.hasOwn(TASTES, word);

/**
 * Papers and pictures anyone signed in may send beforehand; office files and lists only those with an act that takes
 * them (S25). Throws the refusal 422 that says what this account may send.
 */
export function allowTaste({ routes, access }: Pick<Web, 'routes' | 'access'>, actor: Actor, taste: FileTaste): void {
  if (taste === 'evidence' || taste === 'picture') return;
  const open = routes.some((route) => {
    if (route.kind !== 'apiAction' && route.kind !== 'form') return false;
    const { action } = route;
    const fields = [...markedFields(action.input, 'file')];
    return (
      fields.some((name) => tasteOf(action.input, name) === taste) &&
      (action.open || access.mayEver(actor, action.permission ?? action.name))
    );
  });
  if (!open) throw invalid('takes', wrongKind(EVIDENCE));
}

const wrongKind = (accepted: Accepted) => `Loại tệp này không nhận. ${acceptedSentence(accepted)}`;

/**
 * Compares the stored kind of every file an act is given with what its field takes, whichever way the file came (S25).
 * Throws the refusal 422 on those fields. Of files somebody else has sent nothing is said; `attachFiles` refuses them.
 */
export async function checkKinds(
  db: Kysely<DB>,
  account: string | null,
  schema: z.ZodObject,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const problems: FieldProblem[] = [];
  for (const field of markedFields(schema, 'file')) {
    const ids = [input[field]].flat().filter((id) => typeof id === 'string');
    if (ids.length === 0) continue;
    const accepted = TASTES[tasteOf(schema, field)];
    const types = accepted.kinds.map((kind) => KINDS[kind].type);
    const wrong = await db
      .selectFrom('file')
      .select('id')
      .where('id', 'in', ids)
      .where('uploaded_by', 'is not distinct from', account)
      .where('type', 'not in', types)
      .limit(1)
      .executeTakeFirst();
    if (wrong) problems.push({ field, message: wrongKind(accepted) });
  }
  if (problems.length > 0) throw invalidFields(problems);
}
