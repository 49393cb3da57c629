/** One paper of a producer's wallet: what it is, and every dossier that leans on it (R3.3, R3.6). */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { addDays } from '#law/days';
import { checkSetting, LAW_SETTINGS } from '#law/settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import { setting } from '#platform/settings';
import type { ApplicationKind, DossierState } from './schema.ts';
import { papersById, type WalletPaper } from './wallet.ts';

/** A dossier that cites a paper. */
export interface PaperUse {
  readonly dossier: string;
  readonly kind: ApplicationKind;
  readonly state: DossierState;
  readonly product: string;
  /** Year of filing; of the draft while it is not filed. */
  readonly year: number;
  readonly criteria: readonly string[];
  readonly verdict: 'pass' | 'fail' | null;
}

export interface PaperFacts extends WalletPaper {
  readonly producer: string;
  readonly producerName: string;
  readonly addedAt: Date;
  readonly removed: boolean;
}

/** A paper with the dossiers that cite it, as far as the reader may read them; undefined for a paper out of reach (S13). */
export async function paperOf(
  ctx: ReadContext,
  id: string,
): Promise<{ paper: PaperFacts; uses: readonly PaperUse[] } | undefined> {
  const known = (await papersById(ctx.db, [id])).get(id);
  if (!known) return undefined;
  const { rows } = await sql<Pick<PaperFacts, 'producer' | 'producerName' | 'addedAt' | 'removed'>>`
    select p.producer, m.name as "producerName", p.added_at as "addedAt", p.removed_at is not null as removed
      from paper p join producer m on m.id = p.producer where p.id = ${id}`.execute(ctx.db);
  const uses = await usesOf(ctx.db, id, ctx.within('dossier.read', 'l'));
  const own = rows[0] && ctx.actor.role === 'producer' && ctx.actor.producers.includes(rows[0].producer);
  return rows[0] && (own || uses.length > 0) ? { paper: { ...known, ...rows[0] }, uses } : undefined;
}

/** The dossiers within reach that cite a paper, newest first. */
async function usesOf(db: Kysely<DB>, paper: string, reach: RawBuilder<boolean>): Promise<PaperUse[]> {
  const { rows } = await sql<PaperUse>`
    select d.id as dossier, d.kind, l.state, p.name as product, c.verdict,
           extract(year from coalesce(d.submitted_on, d.created_at::date))::int as year,
           array(select e.criterion from dossier_evidence e where e.dossier = d.id and e.paper = c.paper order by e.criterion) as criteria
      from dossier_paper c join dossier d on d.id = c.dossier join lifecycle l on l.id = d.id join product p on p.id = d.product
     where c.paper = ${paper} and ${reach} order by d.created_at desc, d.id limit 200`.execute(db);
  return rows;
}

/** A paper in a producer's wallet with how many dossiers cite it. */
export interface WalletRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly endsOn: Day | null;
  readonly uses: number;
}

/** The wallet of these producers: what ends first on top, then what has no end, newest first. */
export async function walletOf(db: Kysely<DB>, producers: readonly string[]): Promise<WalletRow[]> {
  const { rows } = await sql<WalletRow>`
    select p.id, p.kind, p.title, p.number, p.ends_on as "endsOn",
           (select count(*)::int from dossier_paper c where c.paper = p.id) as uses
      from paper p where p.producer = any(${producers}::uuid[]) and p.removed_at is null
     order by p.ends_on nulls last, p.added_at desc, p.id limit 500`.execute(db);
  return rows;
}

/** On how many days before the end of a paper those concerned are told, the largest first: the office's setting. */
export async function paperReminderDays(db: Kysely<DB>, day: Day): Promise<readonly number[]> {
  const value = await setting(db, 'paperReminderDays', { day });
  return checkSetting('paperReminderDays', value).ok
    ? (value as readonly number[])
    : LAW_SETTINGS.paperReminderDays.initial;
}

/** Papers that end before this day are warned of on pages. */
export async function papersSoonOn(db: Kysely<DB>, day: Day): Promise<Day> {
  const [soonest = 0] = await paperReminderDays(db, day);
  return addDays(day, soonest);
}
