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
  /** The account the member works with, if there is one, and the name on it. */
  readonly account: string | null;
  readonly holder: string | null;
}

const MEMBER = sql`m.id, m.name, m.job, m.organisation, m.leader, m.account, a.full_name as holder
      from advisory_team_member m left join account a on a.id = m.account`;

/** The team of a council today, its leader first. */
export async function teamOf(db: Kysely<DB> | Tx, council: string): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select ${MEMBER} where m.council = ${council} and m.ended_at is null order by m.leader desc, m.position`.execute(
    db,
  );
  return rows;
}

/** The teams of the councils at work at a level, of a province or of the Ministry (null). */
export async function teamsAt(
  db: Kysely<DB> | Tx,
  level: CouncilLevel,
  province: string | null,
): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select ${MEMBER}
      join council c on c.id = m.council join lifecycle l on l.id = c.id
     where c.level = ${level} and c.province is not distinct from ${province} and l.state = 'active' and m.ended_at is null
     order by c.act_date desc, c.id, m.leader desc, m.position`.execute(db);
  return rows;
}
