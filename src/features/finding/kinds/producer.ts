import { sql } from 'kysely';
import { type Asked, fitness, isMine } from '../asked.ts';
import { hitsOf, type KindOf, MOST_HITS } from '../hits.ts';

/** A name shortened to fewer letters than these fits too many. */
const LEAST_CORE = 3;

/**
 * Producers with something in public, and those the reader keeps: by name of today and before, however abbreviated. Tax code,
 * telephone and representative find a record only for those who may read them.
 */
export const producer: KindOf = (asked) => {
  const { typed, day, within } = asked;
  const keeps = within('producer.readRestricted', 'l');
  const row = (
    why: string | null,
  ) => sql`r.id, r.name, ${why}::text as who, place_words(r.commune, r.former_unit, r.province, ${day}::date) as place,
    case when x.former is not null then 'Tên cũ: ' || x.former end as code, ${isMine(asked.actor)} as mine, r.type as state, null::int as star, ${keeps} as own, r.invented`;
  const from = sql`from producer r join lifecycle l on l.id = r.id join producer_search x on x.producer = r.id`;
  const seen = sql`r.joined_into is null and (${keeps} or exists (select from product_search s where s.producer = r.id and s.open))`;
  if (asked.near)
    return hitsOf(
      sql`select ${fitness(asked, sql`r.name_plain`, sql`null`)} as tier, ${row(null)} ${from} where ${seen} and r.id in (${nearProducers(asked)})`,
    );
  const digits = (column: string) => sql`regexp_replace(${sql.ref(column)}, '[^0-9]', '', 'g')`;
  const byNumber = typed.digits
    ? [
        sql`select 0 as tier, ${row('Khớp mã số thuế')} ${from} where r.joined_into is null and ${keeps} and r.tax_code is not null and ${digits('r.tax_code')} = ${typed.digits}`,
        sql`select 0 as tier, ${row('Khớp số điện thoại')} ${from} where r.joined_into is null and ${keeps} and r.phone is not null and ${digits('r.phone')} = ${typed.digits}`,
      ]
    : [];
  const byCore =
    typed.core.length >= LEAST_CORE
      ? [
          sql`select 5 as tier, ${row(null)} ${from} where ${seen} and r.id in (select k.producer from producer_key k where k.core like ${`%${typed.core}%`}) limit ${MOST_HITS}`,
        ]
      : [];
  const person = sql.join(
    typed.words.map((word) => sql`plain_text(r.representative ->> 'name') like ${`%${word}%`}`),
    sql` and `,
  );
  return hitsOf(
    ...byNumber,
    sql`select 2 as tier, ${row(null)} ${from} where ${seen} and r.name_plain = ${typed.plain} limit ${MOST_HITS}`,
    sql`select ${fitness(asked, sql`r.name_plain`, sql`marked_text(r.name)`)} as tier, ${row(null)} ${from} where ${seen} and x.words @@ ${typed.query}::tsquery limit ${MOST_HITS}`,
    ...byCore,
    sql`select 5 as tier, ${row('Khớp tên người đại diện')} ${from} where r.joined_into is null and ${keeps} and ${person} limit ${MOST_HITS}`,
  );
};

const MOST_NEAR = 60;
const nearProducers = ({ typed }: Asked) => sql`
  select n.id from producer n where n.name_plain % ${typed.plain} or ${typed.plain} <% n.name_plain
   order by word_similarity(${typed.plain}, n.name_plain) + similarity(${typed.plain}, n.name_plain) desc, n.id limit ${MOST_NEAR}`;
