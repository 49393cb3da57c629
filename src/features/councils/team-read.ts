import { type Kysely, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { CouncilLevel } from './level.ts';

/** A person of a council's advisory team, as its decision names them (Art. 7.3.b, 7.4.b). */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly job: string | null;
  readonly organisation: string;
  readonly leader: boolean;
}

/** The team of a council today, its leader first. */
export async function teamOf(db: Kysely<DB> | Tx, council: string): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select id, name, job, organisation, leader from advisory_team_member
     where council = ${council} and ended_at is null order by leader desc, position`.execute(db);
  return rows;
}

/** The teams of the councils at work at a level, of a province or of the Ministry (null). */
export async function teamsAt(
  db: Kysely<DB> | Tx,
  level: CouncilLevel,
  province: string | null,
): Promise<(TeamMember & { council: string })[]> {
  const { rows } = await sql<TeamMember & { council: string }>`
    select m.id, m.name, m.job, m.organisation, m.leader, c.name as council from advisory_team_member m
      join council c on c.id = m.council join lifecycle l on l.id = c.id
     where c.level = ${level} and c.province is not distinct from ${province} and l.state = 'active' and m.ended_at is null
     order by c.act_date desc, c.id, m.leader desc, m.position`.execute(db);
  return rows;
}
