/** What changed since recognition: saved with its evidence, judged with the papers of the dossier before (Art. 6.1.b, c). */
import { type Kysely, sql } from 'kysely';
import { type ChangesContent, changeFindings, changeWords, NO_CHANGES, type Renewal, renewals } from '#law/dossier';
import { roundFor } from '#law/rounds';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import { invalid, refused } from '#platform/refusal';
import { dueAfter } from './calendar-years.ts';
import { draftVersion, holdDraft, writeDraft } from './draft.ts';
import type { DossierRecord } from './record.ts';
import { type ApplicationKind, type DossierRow, dossierRow, saveChanges as saveInput } from './schema.ts';
import { cite, citedPapers, type WalletPaper } from './wallet.ts';

type Db = Kysely<DB> | Tx;

/** Saves what changed. Papers named as evidence are cited in the dossier at once, so that the offices see them. */
export const saveChanges = action({
  name: 'dossier.saveChanges',
  permission: 'dossier.saveDraft',
  title: 'Lưu thay đổi sau khi được công nhận',
  input: saveInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, { id, ...given }): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, id, 'changes');
    if (dossier.kind === 'first') throw refused('Hồ sơ lần đầu không có phần này. Mở các phần khác của hồ sơ.');
    const named = [
      ...given.changes.flatMap(({ papers }) => papers),
      ...Object.values(given.matters).flatMap((one) => one?.papers ?? []),
    ];
    await askOwn(ctx.tx, dossier, named);
    const there = new Set((await citedPapers(ctx.tx, id)).map((one) => one.id));
    for (const paper of new Set(named)) if (!there.has(paper)) await cite(ctx.tx, dossier, paper, undefined);
    return writeDraft(ctx.tx, dossier, { form: JSON.stringify({ ...dossier.form, changes: given }) });
  },
});

/** Every paper named is in the producer's wallet. Throws 422. */
async function askOwn(tx: Tx, dossier: DossierRecord, papers: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select p.id from paper p where p.id = any(${papers}::uuid[]) and p.producer = ${dossier.producer.id}
       and (p.removed_at is null or exists (select from dossier_paper c where c.paper = p.id and c.dossier = ${dossier.id}))`.execute(
    tx,
  );
  const own = new Set(rows.map(({ id }) => id));
  if (papers.some((one) => !own.has(one))) throw invalid('changes', 'Chọn minh chứng trong kho giấy tờ của chủ thể');
}

/** What was written of changes; nothing where nobody has begun. */
export const changesContent = ({ form }: Pick<DossierRecord, 'form'>): ChangesContent => form.changes ?? NO_CHANGES;

/** The changes in the words Form 02 prints, by the names of its fields. */
export function changeText(
  dossier: Pick<DossierRecord, 'form' | 'kind'>,
  papers: readonly WalletPaper[],
): Readonly<Record<string, string>> {
  return changeWords(dossier.kind, changesContent(dossier), (id) => papers.find((one) => one.id === id)?.title);
}

/** The kinds of paper with an end date that a re-evaluation must renew, and the day the result is likely. */
export interface RenewalList {
  readonly decisionOn: Day;
  readonly list: readonly Renewal[];
}

/** Judged on a day; a dossier of another kind renews nothing. */
export async function renewalsOf(
  db: Db,
  dossier: DossierRecord,
  papers: readonly WalletPaper[],
  day: Day,
): Promise<RenewalList> {
  const decisionOn = await likelyDecision(db, dossier.kind, day);
  if (dossier.kind !== 'reEvaluation') return { decisionOn, list: [] };
  const former = await formerDossier(db, dossier.product.id, dossier.id);
  const { rows } = await sql<{ kind: string }>`
    select distinct p.kind from dossier_paper c join paper p on p.id = c.paper
     where c.dossier = ${former?.id ?? null} and p.ends_on is not null`.execute(db);
  const now = papers.map(({ kind, endsOn }) => ({ kind, validTo: endsOn }));
  return {
    decisionOn,
    list: renewals(
      now,
      rows.map(({ kind }) => kind),
      day,
      decisionOn,
    ),
  };
}

/** What is left to do on the page of changes. */
export async function changesLeft(
  db: Db,
  dossier: DossierRecord,
  papers: readonly WalletPaper[],
  day: Day,
): Promise<readonly string[]> {
  const { list } = await renewalsOf(db, dossier, papers, day);
  const cited = papers.map(({ id }) => id);
  return changeFindings(dossier.kind, changesContent(dossier), cited, list).map(({ message }) => message);
}

/**
 * When the result of a dossier filed on a day is likely: the commune's term, then the 45 days of a re-evaluation (Art. 7.6.g)
 * or the end of the round its proposal falls into (Art. 5).
 */
async function likelyDecision(db: Db, kind: ApplicationKind, day: Day): Promise<Day> {
  const proposed = (await dueAfter(db, 'dossier.receive', kind, day))?.day ?? day;
  const done = await dueAfter(db, 'dossier.accept', kind, proposed);
  return done?.day ?? roundFor('province', proposed, false).round.completedBefore;
}

/** The last dossier of a product that was filed, whatever came of it; `but` is the one being written. */
export async function formerDossier(
  db: Db,
  product: string,
  but: string | null = null,
): Promise<{ id: string; productSet: string } | undefined> {
  const { rows } = await sql<{ id: string; productSet: string }>`
    select d.id, d.product_set as "productSet" from dossier d
     where d.product = ${product} and d.submitted_on is not null and d.id is distinct from ${but}::uuid
     order by d.submitted_on desc, d.id desc limit 1`.execute(db);
  return rows[0];
}
