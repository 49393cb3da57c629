import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { evidenceWords } from '#law/dossier';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { invalid } from '#platform/refusal';
import { draftVersion, holdDraft, writeDraft } from './draft.ts';
import { type DossierRecord, reachOf } from './record.ts';
import {
  addDossierPaper as addInput,
  citePaper as citeInput,
  type DossierRow,
  dossierRow,
  uncitePaper as unciteInput,
} from './schema.ts';
import { sheetOf } from './sheet.ts';
import { askCriterion } from './sheet-input.ts';

/** A paper of the producer's wallet, as it stands in a dossier. */
export interface WalletPaper {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  readonly endsOn: Day | null;
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly pages: number | null;
    readonly sha256: string;
  };
  /** Criteria it supports in this dossier. */
  readonly criteria: readonly string[];
  readonly verdict: 'pass' | 'fail' | null;
  readonly verdictReason: string | null;
}

const paperColumns = sql`p.id, p.kind, p.title, p.number, p.issuer, p.issued_on as "issuedOn", p.ends_on as "endsOn",
  jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'pages', f.pages, 'sha256', f.sha256) as file`;

/** Papers cited in a dossier, in their order. */
export async function citedPapers(db: Kysely<DB> | Tx, dossier: string): Promise<WalletPaper[]> {
  const { rows } = await sql<WalletPaper>`
    select ${paperColumns}, c.verdict, c.verdict_reason as "verdictReason",
           array(select e.criterion from dossier_evidence e where e.dossier = c.dossier and e.paper = p.id order by e.criterion) as criteria
      from dossier_paper c join paper p on p.id = c.paper join file f on f.id = p.file
     where c.dossier = ${dossier} order by c.position, p.added_at, p.id`.execute(db);
  return rows;
}

/** Papers by their ids, cited nowhere in particular: what a filing names, though it may have left the dossier since. */
export async function papersById(
  db: Kysely<DB> | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WalletPaper>> {
  const { rows } = await sql<WalletPaper>`
    select ${paperColumns}, null as verdict, null as "verdictReason", array[]::text[] as criteria
      from paper p join file f on f.id = p.file where p.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((one) => [one.id, one]));
}

/** Papers of a producer's wallet that the dossier does not cite yet; the same paper put in twice stands there once. */
export async function otherPapers(db: Kysely<DB> | Tx, producer: string, dossier: string): Promise<WalletPaper[]> {
  const { rows } = await sql<WalletPaper>`
    select distinct on (p.kind, p.title, coalesce(p.number, ''), f.sha256)
           ${paperColumns}, null as verdict, null as "verdictReason", array[]::text[] as criteria
      from paper p join file f on f.id = p.file
     where p.producer = ${producer} and p.removed_at is null
       and not exists (select from dossier_paper c where c.dossier = ${dossier} and c.paper = p.id)
     order by p.kind, p.title, coalesce(p.number, ''), f.sha256, p.added_at desc limit 300`.execute(db);
  return rows;
}

type NewPaper = Pick<
  z.output<typeof addInput>,
  'kind' | 'title' | 'number' | 'issuer' | 'issuedOn' | 'endsOn' | 'file'
>;

/** Puts a new paper into the wallet of a dossier's producer; answers its id. Throws 422 at the field. */
export async function putInWallet(ctx: ActionContext, dossier: DossierRecord, given: NewPaper): Promise<string> {
  if (!evidenceWords(given.kind)) throw invalid('kind', 'Chọn một loại giấy tờ trong danh mục');
  askDates(given, ctx.day);
  await attachFiles(ctx, [given.file], reachOf(dossier));
  const id = v7();
  await ctx.tx
    .insertInto('paper')
    .values({
      id,
      producer: dossier.producer.id,
      kind: given.kind,
      title: given.title,
      number: given.number ?? null,
      issuer: given.issuer ?? null,
      issued_on: given.issuedOn ?? null,
      ends_on: given.endsOn ?? null,
      file: given.file,
      added_by: ctx.actor.account,
    })
    .execute();
  return id;
}

/** Puts a new paper into the wallet and cites it in the dossier at once; with a criterion, it supports it. */
export const addDossierPaper = action({
  name: 'dossier.addPaper',
  permission: 'dossier.attach',
  title: 'Thêm giấy tờ',
  input: addInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, 'papers');
    const id = await putInWallet(ctx, dossier, given);
    await cite(ctx.tx, dossier, id, given.criterion);
    return writeDraft(ctx.tx, dossier, {});
  },
});

/** Cites a paper of the wallet; with a criterion, it supports it. One paper may support many (R3.6). */
export const citePaper = action({
  name: 'dossier.citePaper',
  permission: 'dossier.attach',
  title: 'Dùng giấy tờ đã có',
  input: citeInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, 'papers');
    const own = await ctx.tx
      .selectFrom('paper')
      .select('id')
      .where('id', '=', given.paper)
      .where('producer', '=', dossier.producer.id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!own) throw invalid('paper', 'Chọn một giấy tờ trong kho của chủ thể');
    await cite(ctx.tx, dossier, given.paper, given.criterion);
    return writeDraft(ctx.tx, dossier, {});
  },
});

/** Takes a paper away from a criterion, or out of the dossier; it stays in the wallet. */
export const uncitePaper = action({
  name: 'dossier.uncitePaper',
  permission: 'dossier.attach',
  title: 'Bỏ giấy tờ khỏi hồ sơ',
  input: unciteInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  version: (tx, given) => draftVersion(tx, given.id),
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDraft(ctx, given.id, await takenOut(ctx.tx, given));
    let evidence = ctx.tx
      .deleteFrom('dossier_evidence')
      .where('dossier', '=', given.id)
      .where('paper', '=', given.paper);
    if (given.criterion) evidence = evidence.where('criterion', '=', given.criterion);
    await evidence.execute();
    if (!given.criterion)
      await ctx.tx
        .deleteFrom('dossier_paper')
        .where('dossier', '=', given.id)
        .where('paper', '=', given.paper)
        .execute();
    return writeDraft(ctx.tx, dossier, {});
  },
});

/** A paper the commune has checked goes only where it named it; a new one, or a tie to a criterion, with the papers. */
export async function takenOut(
  tx: Tx,
  { id, paper, criterion }: { id: string; paper: string; criterion?: string | undefined },
) {
  if (criterion) return 'papers';
  const row = await tx
    .selectFrom('dossier_paper')
    .select('verdict')
    .where('dossier', '=', id)
    .where('paper', '=', paper)
    .executeTakeFirst();
  return row?.verdict ? (`paper:${paper}` as const) : 'papers';
}

/** A paper was issued by today and ends after that. Throws 422 at the date. */
export function askDates(given: { issuedOn?: Day | undefined; endsOn?: Day | undefined }, day: Day): void {
  if (given.issuedOn && given.issuedOn > day) throw invalid('issuedOn', 'Ghi ngày cấp không sau hôm nay');
  if (given.endsOn && given.issuedOn && given.endsOn < given.issuedOn)
    throw invalid('endsOn', 'Ghi ngày hết hạn sau ngày cấp');
}

/** Cites a paper in a dossier, last in order; with a criterion of its set, it supports it. Throws 422 for any other. */
export async function cite(tx: Tx, of: DossierRecord, paper: string, criterion: string | undefined): Promise<void> {
  const { id: dossier } = of;
  if (criterion) askCriterion((await sheetOf(of)).index, criterion, 'criterion');
  await sql`insert into dossier_paper (dossier, paper, position)
            select ${dossier}, ${paper}, coalesce(max(position), 0) + 1 from dossier_paper where dossier = ${dossier}
            on conflict do nothing`.execute(tx);
  if (criterion)
    await tx
      .insertInto('dossier_evidence')
      .values({ dossier, criterion, paper })
      .onConflict((on) => on.doNothing())
      .execute();
}
