// Whose work a queue shows: the role's own office, and the places of colleagues who are away.
import { type RawBuilder, sql } from 'kysely';
import type { Process } from '#law/moves';
import { handlerOf, type WayIn } from '#platform/access/access';
import type { StandIn } from '#platform/actor';
import type { ReadContext } from '#platform/http/context';
import type { ActGroup } from '#policy';
import { WORK } from './schema.ts';

/** Offices of `next_actor` a role works for. */
export const OFFICES: Readonly<Record<string, readonly string[]>> = {
  commune: ['commune'],
  province: ['province'],
  councilSecretary: ['secretary', 'council'],
  councilChair: ['council', 'secretary'],
  councilMember: ['council'],
  ministry: ['ministry'],
  inspector: ['province'],
};

/** What of the office's work is the role's: the inspector shares only the reports with the province. */
const PROCESSES: Readonly<Record<string, readonly Process[]>> = { inspector: ['misuse'] };

/** States of a dossier in which a decision is what is left to do. */
const DECIDED = ['concluded', 'candidate', 'centralConcluded', 'centralReturned'];
const isDecided = sql`l.state = any(${DECIDED}::text[])`;

/** What of a colleague's queue each group of acts hands over. */
const LENT: Readonly<Record<ActGroup, RawBuilder<boolean>>> = {
  dossiers: sql<boolean>`(l.process = 'dossier' and not ${isDecided})`,
  councils: sql<boolean>`(l.process = 'session' and l.state <> 'concluded')`,
  decisions: sql<boolean>`(l.process in ('decision', 'review') or (l.process = 'session' and l.state = 'concluded') or (l.process = 'dossier' and ${isDecided}))`,
  registers: sql<boolean>`l.process in ('misuse', 'report', 'productYear', 'task')`,
};

export interface PlacesOfWork {
  /** Condition on the row `l` of lifecycle: it waits for the actor, or for somebody whose place the actor takes. */
  readonly waits: RawBuilder<boolean>;
  /** Name of the colleague whose work the row is; null: the actor's own. */
  readonly inPlaceOf: RawBuilder<string | null>;
}

/** The work of an actor today, in their own right and in colleagues' places. */
export function placesOfWork(ctx: Pick<ReadContext, 'actor' | 'ways'>): PlacesOfWork {
  const [own, ...lent] = ctx.ways('queue.read', 'l').map((way) => ({ ...way, waits: waitsFor(way) }));
  if (!own) return { waits: sql<boolean>`false`, inPlaceOf: sql<null>`null::text` };
  const handler = handlerOf(ctx.actor, 'l');
  const marks = lent.flatMap(({ colleague, waits }) =>
    colleague === null
      ? []
      : [sql`when ${waits} and (not ${own.waits} or ${handler} = ${colleague.account}) then ${colleague.name}::text`],
  );
  return {
    waits: sql<boolean>`(${sql.join(
      [own, ...lent].map(({ waits }) => waits),
      sql` or `,
    )})`,
    inPlaceOf: marks.length === 0 ? sql<null>`null::text` : sql<string | null>`case ${sql.join(marks, sql` `)} end`,
  };
}

function waitsFor({ role, colleague, reach }: WayIn): RawBuilder<boolean> {
  const offices = OFFICES[role] ?? [];
  return sql<boolean>`(l.next_actor = any(${[...offices]}::text[]) and l.process = any(${[...(PROCESSES[role] ?? WORK)]}::text[])
    and ${reach}${colleague === null ? sql`` : sql` and ${lentWork(colleague)}`})`;
}

function lentWork({ acts }: StandIn): RawBuilder<boolean> {
  const groups = (Object.keys(LENT) as ActGroup[]).filter((group) => acts.includes(group));
  return groups.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`(${sql.join(
        groups.map((group) => LENT[group]),
        sql` or `,
      )})`;
}
