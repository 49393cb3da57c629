import { sql } from 'kysely';
import { fitness } from '../asked.ts';
import { hitsOf, type KindOf, MOST_HITS } from '../hits.ts';

/** Accounts, for those who may list them: by name, user name, e-mail address and telephone. */
export const account: KindOf = (asked) => {
  const { typed, within } = asked;
  const row = sql`a.id, a.full_name as name, a.username as who, null as place, null as code, false as mine, l.state, null::int as star, true as own, a.demo as invented`;
  const from = sql`from account a join lifecycle l on l.id = a.id`;
  const seen = within('account.list', 'l');
  const plain = sql`plain_text(a.full_name)`;
  if (asked.near)
    return hitsOf(
      sql`select ${fitness(asked, plain, sql`null`)} as tier, ${row} ${from} where ${seen} and (${plain} % ${typed.plain} or ${typed.plain} <% ${plain}) limit ${MOST_HITS}`,
    );
  const named = sql.join(
    typed.words.map((word) => sql`${plain} like ${`%${word}%`}`),
    sql` and `,
  );
  return hitsOf(
    sql`select 0 as tier, ${row} ${from} where ${seen} and (a.username = lower(${typed.text}) or lower(a.email) = lower(${typed.text})
      or ${typed.digits}::text is not null and regexp_replace(a.phone, '[^0-9]', '', 'g') = ${typed.digits})`,
    sql`select ${fitness(asked, plain, sql`marked_text(a.full_name)`)} as tier, ${row} ${from} where ${seen} and ${named} limit ${MOST_HITS}`,
  );
};
