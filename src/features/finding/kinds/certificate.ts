import { sql } from 'kysely';
import { stateOn } from '#features/registry';
import { fitness, isMine } from '../asked.ts';
import { hitsOf, type KindOf, MOST_HITS } from '../hits.ts';
import { nearProducts, wordProducts } from './product.ts';

/** Certificates by number, check code, product code and decision, then by the names printed on them and the product's of today. */
export const certificate: KindOf = (asked) => {
  const { typed, day, expiryDayValid, within, actor } = asked;
  const row = sql`g.id, g.product_name as name, g.producer_name as who, g.decision_number as place,
    coalesce(g.certificate_number, g.check_code, g.id::text) as code, ${isMine(actor)} as mine,
    ${stateOn('g', 'l.state', day, { expiryDayValid })} as state, g.star, false as own, false as invented`;
  const from = sql`from recognition g join lifecycle l on l.id = g.id`;
  const seen = within('recognition.read', 'l');
  if (asked.near)
    return hitsOf(
      sql`select ${fitness(asked, sql`plain_text(g.product_name)`, sql`null`)} as tier, ${row} ${from} where ${seen} and g.product in (${nearProducts(asked)})`,
    );
  const key = sql`code_key(${typed.text})`;
  const by = (column: string) =>
    sql`select 0 as tier, ${row} ${from} where ${seen} and ${sql.ref(column)} is not null and code_key(${sql.ref(column)}) = ${key} and ${key} <> '' limit ${MOST_HITS}`;
  return hitsOf(
    by('g.certificate_number'),
    by('g.check_code'),
    by('g.product_code'),
    by('g.decision_number'),
    sql`select ${fitness(asked, sql`plain_text(g.product_name)`, sql`marked_text(g.product_name)`)} as tier, ${row} ${from} where ${seen} and g.product in (${wordProducts(asked)}) limit ${MOST_HITS}`,
  );
};
