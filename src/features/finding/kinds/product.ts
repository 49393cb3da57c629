import { sql } from 'kysely';
import { stateOn } from '#features/registry';
import { type Asked, fitness, isMine } from '../asked.ts';
import { hitsOf, type KindOf, MOST_HITS } from '../hits.ts';

/** Names so like the typed one that somebody may have meant them, the likest first. */
const MOST_NEAR = 60;
export const nearProducts = ({ typed }: Asked) => sql`
  select n.id from product n where n.name_plain % ${typed.plain} or ${typed.plain} <% n.name_plain
   order by word_similarity(${typed.plain}, n.name_plain) + similarity(${typed.plain}, n.name_plain) desc, n.id limit ${MOST_NEAR}`;

/** Products by what the finished words say. */
export const wordProducts = ({ typed }: Asked) =>
  sql`select w.product from product_search w where w.words @@ ${typed.query}::tsquery`;

/** Products everybody may see, and those the reader keeps; by name, former name, producer, place and code. */
export const product: KindOf = (asked) => {
  const { typed, day, expiryDayValid, within } = asked;
  const keeps = within('product.correct', 'l');
  const row = sql`s.product as id, s.name, s.producer_name as who, s.place, null as code, ${isMine(asked.actor)} as mine,
    case when s.recognition is null then 'listed' else ${stateOn('s', 's.life', day, { expiryDayValid })} end as state, s.star, ${keeps} as own, s.invented`;
  const from = sql`from product_search s join lifecycle l on l.id = s.product`;
  const seen = sql`(s.open or ${keeps})`;
  if (asked.near)
    return hitsOf(
      sql`select ${fitness(asked, sql`s.plain`, sql`null`)} as tier, ${row} ${from} where ${seen} and s.product in (${nearProducts(asked)})`,
    );
  return hitsOf(
    sql`select 0 as tier, ${row} ${from} where ${seen} and s.product in (
      select c.product from product_code c where code_key(c.code) = code_key(${typed.text}) and code_key(${typed.text}) <> '')`,
    sql`select 2 as tier, ${row} ${from} where ${seen} and s.product in (select p.id from product p where p.name_plain = ${typed.plain}) limit ${MOST_HITS}`,
    sql`select ${fitness(asked, sql`s.plain`, sql`s.marked`)} as tier, ${row} ${from} where ${seen} and s.words @@ ${typed.query}::tsquery limit ${MOST_HITS}`,
  );
};
