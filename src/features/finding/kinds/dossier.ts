import { sql } from 'kysely';
import { fitness, isMine } from '../asked.ts';
import { hitsOf, type KindOf, MOST_HITS } from '../hits.ts';
import { nearProducts, wordProducts } from './product.ts';

/**
 * Dossiers the reader may open, by receipt number, product code, product, producer and place. What a council judges without
 * names is out of its seats' reach until the scores are open, so no word of it finds it. Drafts are their writer's alone.
 */
export const dossier: KindOf = (asked) => {
  const { typed, within, actor } = asked;
  const slip = sql`(select s.text from receipt_slip s where s.dossier = d.id and s.body = 'commune' order by s.year desc, s.number desc limit 1)`;
  const row = sql`d.id, p.name, m.name as who, null as place, coalesce(d.product_code, ${slip}) as code, ${isMine(actor)} as mine, l.state,
    null::int as star, true as own, p.invented`;
  const from = sql`from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer`;
  const seen = sql`${within('dossier.read', 'l')} and (l.state <> 'draft' or l.producer = any(${actor.producers}::uuid[]))`;
  if (asked.near)
    return hitsOf(
      sql`select ${fitness(asked, sql`p.name_plain`, sql`null`)} as tier, ${row} ${from} where ${seen} and d.product in (${nearProducts(asked)})`,
    );
  const key = sql`code_key(${typed.text})`;
  return hitsOf(
    sql`select 0 as tier, ${row} ${from} where ${seen} and ${key} <> '' and (code_key(d.product_code) = ${key} and d.product_code is not null
      or d.id in (select s.dossier from receipt_slip s where code_key(s.text) = ${key}))`,
    sql`select ${fitness(asked, sql`p.name_plain`, sql`marked_text(p.name)`)} as tier, ${row} ${from} where ${seen} and d.product in (${wordProducts(asked)}) limit ${MOST_HITS}`,
  );
};
