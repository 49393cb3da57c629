/** What comes to its end before anything lands in the queue: papers, certificates and rounds missed, with whoever must act on them. */
import { type RawBuilder, sql } from 'kysely';
import { papersSoonOn } from '#features/dossiers';
import { productRecordPath } from '#features/registry';
import { filingWindow } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import type { ReadContext } from '#platform/http/context';
import { OFFICES } from './places.ts';

/** One thing to see to before it becomes late. */
export interface AheadItem {
  readonly id: string;
  readonly kind: 'paper' | 'certificate' | 'round';
  /** The day it ends; of a missed round the day it was noticed. */
  readonly day: Day;
  /** The product. */
  readonly name: string;
  readonly who: string | null;
  /** The paper, or the round. */
  readonly what: string | null;
  readonly dossier: string | null;
  readonly product: string;
}

export interface Ahead {
  readonly items: readonly AheadItem[];
  readonly count: number;
}

const SHOWN = 20;
const NOTHING: Ahead = { items: [], count: 0 };

/** What an office should see to, the soonest first, at most twenty with the count of all. Other roles have nothing of it. */
export async function aheadOf(ctx: ReadContext): Promise<Ahead> {
  const { role } = ctx.actor;
  if (role !== 'commune' && role !== 'province') return NOTHING;
  const parts = [await papers(ctx), ...(role === 'commune' ? [rounds(ctx), certificates(ctx)] : [])];
  const { rows } = await sql<AheadItem & { count: number }>`
    select x.*, count(*) over ()::int as count from (${sql.join(parts, sql` union all `)}) x
     order by x.day, x.id limit ${SHOWN}`.execute(ctx.db);
  return { items: rows.map(({ count: _all, ...one }) => one), count: rows[0]?.count ?? 0 };
}

/** Papers of dossiers that lie with this office, ended or soon to end. */
async function papers(ctx: ReadContext): Promise<RawBuilder<unknown>> {
  const until = await papersSoonOn(ctx.db, ctx.day);
  return sql`
    select a.id, 'paper' as kind, a.ends_on as day, p.name, m.name as who, a.title as what, d.id as dossier, p.id as product
      from paper a join dossier_paper c on c.paper = a.id join dossier d on d.id = c.dossier join lifecycle l on l.id = d.id
      join product p on p.id = d.product join producer m on m.id = d.producer
     where a.ends_on <= ${until}::date and a.removed_at is null
       and l.next_actor = any(${[...(OFFICES[ctx.actor.role] ?? [])]}::text[]) and ${ctx.within('dossier.read', 'l')}`;
}

/** Dossiers still with the commune that the round they were meant for has passed. */
const rounds = (ctx: ReadContext) => sql`
    select d.id, 'round' as kind, r.day, p.name, m.name as who, 'Đợt ' || r.no || ' năm ' || r.year as what, d.id as dossier, p.id as product
      from (select distinct on (dossier) * from round_missed order by dossier, at desc) r
      join dossier d on d.id = r.dossier join lifecycle l on l.id = d.id
      join product p on p.id = d.product join producer m on m.id = d.producer
     where l.state in ('submitted', 'checking') and ${ctx.within('dossier.read', 'l')}`;

/** Certificates whose window of re-evaluation has opened, without a dossier on its way. */
function certificates(ctx: ReadContext): RawBuilder<unknown> {
  // How many days before its end a certificate's window opens, by the rule of the day.
  const { opens } = filingWindow(ctx.day, ctx.day);
  return sql`
    select g.id, 'certificate' as kind, g.expires_latest as day, g.product_name, m.name as who, g.certificate_number as what,
           null::uuid as dossier, g.product
      from recognition g join lifecycle l on l.id = g.id left join product p on p.id = g.product left join producer m on m.id = p.producer
     where l.state = 'inForce' and g.expires_earliest = g.expires_latest and g.extended_to is null
       and g.expires_latest between ${ctx.day}::date and ${ctx.day}::date + (${ctx.day}::date - ${opens}::date)
       and ${ctx.within('certificate.list', 'l')}
       and not exists (select from dossier d join lifecycle k on k.id = d.id where d.product = g.product and d.kind <> 'first'
             and d.submitted_on is not null and k.state not in ('withdrawn', 'excluded', 'notRecognised', 'recognised', 'annulled'))`;
}

/** Where an item is looked at. */
export const aheadHref = ({ kind, id, dossier, product }: AheadItem): string =>
  kind === 'certificate' ? productRecordPath(product) : kind === 'paper' ? `/giay-to/${id}` : `/ho-so/${dossier}`;
