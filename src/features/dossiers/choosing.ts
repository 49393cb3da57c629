import { sql } from 'kysely';
import { type FactsOf, needs } from '#law/moves';
import { findSet, isRulebookId, loadRulebook, type ProductSet, type Rulebook, setKey } from '#law/rulebooks';
import { rulebookOnFiling } from '#law/transition';
import type { Day } from '#platform/clock';
import type { ReadContext } from '#platform/http/context';
import { refused } from '#platform/refusal';
import type { OwnProduct } from './queries.ts';
import { type ApplicationKind, applicationKinds } from './schema.ts';
import { examplesOf, plain } from './words.ts';

/** A kind of application for a product on a day: possible, or why not. */
export interface KindChoice {
  readonly kind: ApplicationKind;
  readonly words: string;
  /** The law's sentence; null when it may be chosen. */
  readonly why: string | null;
}

/** What may be applied for with a product (null: one not in the registry yet), judged by the law as the start will be. */
export async function kindChoices(
  product: OwnProduct | null,
  producerType: string | null,
  day: Day,
): Promise<KindChoice[]> {
  const { id } = await currentRulebook(day);
  const certificate = product?.certificate ?? null;
  const former = certificate && { star: certificate.star, valid: certificate.status.valid };
  return (Object.keys(applicationKinds) as ApplicationKind[]).map((kind) => {
    const facts: Partial<FactsOf<'dossier.start'>> = {
      kind,
      producerType,
      sector: '',
      rulebook: id,
      former: kind === 'first' ? null : former,
    };
    const said = needs('dossier.start', facts, day);
    const aboutKind = !said.ok && said.code !== 'producerTypeTourism';
    return { kind, words: applicationKinds[kind], why: aboutKind ? said.message : null };
  });
}

/** The rulebook of a dossier begun today. Throws the law's refusal where there is none. */
export async function currentRulebook(day: Day): Promise<Rulebook> {
  const current = rulebookOnFiling(day);
  if (!current.ok) throw refused(current.message);
  return loadRulebook(current.value);
}

/** Sets by sector, narrowed by what was typed (without marks, in name, subgroup or examples). */
export interface SetGroup {
  readonly name: string;
  readonly sets: readonly { readonly set: ProductSet; readonly examples: string | undefined }[];
}
export function setGroups(rulebook: Rulebook, query: string | undefined): SetGroup[] {
  const words = wordsOf(query ?? '');
  const most = groupsOf(rulebook, words);
  // A whole product name begins with what it is: "Miến dong sợi vuông" finds what "miến dong" does.
  for (let n = words.length - 1; n > 0 && most.length === 0; n -= 1) {
    const found = groupsOf(rulebook, words.slice(0, n));
    if (found.length > 0) return found;
  }
  return most;
}

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\d]+/gu) ?? [];

function groupsOf(rulebook: Rulebook, words: readonly string[]): SetGroup[] {
  return rulebook.groups
    .map(({ name, code, subgroups }) => ({
      name,
      sets: rulebook.productSets
        .filter((set) => set.group === code && set.effectiveTo === undefined)
        .map((set) => ({ set, examples: examplesOf(set) }))
        .filter(({ set, examples }) => {
          const subgroup = subgroups.find((one) => one.code === set.subgroup)?.name ?? '';
          const text = wordsOf(`${set.name} ${subgroup} ${examples ?? ''}`);
          return words.every((word) => text.some((one) => one.startsWith(word)));
        }),
    }))
    .filter(({ sets }) => sets.length > 0);
}

/** The set a product is classified under, when it belongs to this rulebook. */
export function setNamed(rulebook: Rulebook, id: string | null | undefined): ProductSet | undefined {
  if (!id?.includes('/') || !isRulebookId(id.slice(0, id.indexOf('/'))) || !id.startsWith(`${rulebook.id}/`))
    return undefined;
  return findSet(rulebook, setKey({ id }));
}

/** A producer for whom a dossier may be begun. */
export interface StartProducer {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
}

/** The actor's own producers; for an officer those of the commune whose name holds what was typed. */
export async function startProducers(ctx: ReadContext, query: string | undefined): Promise<StartProducer[]> {
  const { rows } = await sql<StartProducer>`
    select m.id, m.name, m.type from producer m join lifecycle l on l.id = m.id
     where m.joined_into is null and ${ctx.within('dossier.start', 'l')} and (${query ?? ''} = '' or m.name_plain like '%' || plain_text(${query ?? ''}) || '%')
     order by m.name, m.id limit 50`.execute(ctx.db);
  return rows;
}
