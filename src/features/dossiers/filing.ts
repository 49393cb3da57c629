/** What was filed: the content of a dossier as it was sealed, kept beside what is mended after a return. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { DossierRecord } from './record.ts';
import type { Answers, DossierForm } from './schema.ts';
import { papersById, type WalletPaper } from './wallet.ts';

/** The letters that are sealed, and their SHA-256. */
export interface Sealed {
  readonly content: string;
  readonly hash: string;
}

/** Form, self-score and the hashes of all cited files, letters in a fixed order, papers in the order they stand. */
export async function sealContent(tx: Tx, dossier: string): Promise<Sealed> {
  const { rows } = await sql<{ content: string }>`
    select jsonb_build_object('form', d.form, 'answers', d.answers, 'notes', d.answer_notes, 'papers',
             (select coalesce(jsonb_agg(jsonb_build_array(p.id, p.kind, f.sha256) order by c.position, p.id), '[]')
                from dossier_paper c join paper p on p.id = c.paper join file f on f.id = p.file where c.dossier = d.id),
             'evidence', (select coalesce(jsonb_agg(jsonb_build_array(e.criterion, e.paper) order by e.criterion, e.paper), '[]')
                from dossier_evidence e where e.dossier = d.id))::text as content
      from dossier d where d.id = ${dossier}`.execute(tx);
  const content = rows[0]?.content ?? '';
  return { content, hash: createHash('sha256').update(content).digest('hex') };
}

/** Keeps what is filed this day as the next filing of the dossier; the database checks the hash once more. */
export async function keepFiling(tx: Tx, dossier: string, { content, hash }: Sealed, day: Day): Promise<void> {
  await sql`insert into dossier_filing (dossier, no, filed_on, content, hash)
            select ${dossier}, coalesce(max(no), 0) + 1, ${day}, ${content}, ${hash} from dossier_filing where dossier = ${dossier}`.execute(
    tx,
  );
}

interface Content {
  readonly form: DossierForm;
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly papers: readonly (readonly [id: string, kind: string, sha256: string])[];
  readonly evidence: readonly (readonly [criterion: string, paper: string])[];
}

/** A dossier with the content of its newest filing in place of what is being written now. */
export interface FiledDossier {
  readonly dossier: DossierRecord;
  readonly papers: readonly WalletPaper[];
  readonly filedOn: Day;
  readonly hash: string;
}

/** The dossier as it was last filed; null before the first filing, or where only the seal of it was kept. */
export async function asFiled(db: Kysely<DB> | Tx, dossier: DossierRecord): Promise<FiledDossier | null> {
  const newest = await db
    .selectFrom('dossier_filing')
    .select(['content', 'hash', 'filed_on'])
    .where('dossier', '=', dossier.id)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest || newest.hash !== dossier.contentHash) return null;
  const { form, answers, notes, papers, evidence } = JSON.parse(newest.content) as Content;
  const known = await papersById(
    db,
    papers.map(([id]) => id),
  );
  const cited = papers.flatMap(([id]) => {
    const paper = known.get(id);
    if (!paper) return [];
    return [{ ...paper, criteria: evidence.filter(([, of]) => of === id).map(([criterion]) => criterion) }];
  });
  return {
    dossier: { ...dossier, form, answers, answerNotes: notes },
    papers: cited,
    filedOn: newest.filed_on,
    hash: newest.hash,
  };
}
