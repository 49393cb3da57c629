import { sql } from 'kysely';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { notFound } from '#platform/refusal';
import { readSelling } from './queries.ts';
import { declareSelling as input, MONTHS, sellingOut as output } from './schema.ts';

/** Says where a product is sold and when it is to be had; what was said before stays in the ledger. */
export const declareSelling = action({
  name: 'product.declareSelling',
  title: 'Ghi nơi bán, mùa vụ',
  input,
  output,
  subject: ({ id }) => id,
  async run(ctx, { id, links, place, season }) {
    const by = ctx.actor.role;
    if (by !== 'producer' && by !== 'commune' && by !== 'province') throw notFound();
    const before = await readSelling(ctx.tx, id);
    const months = season.includes('all') ? MONTHS.map(Number) : season.map(Number);
    const said = {
      links: [...new Set(links.map(({ href }) => href))],
      place: place ?? null,
      season: [...new Set(months)].sort((a, b) => a - b),
    };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'product.declareSelling', subject: id, expect: ctx.expect },
      facts: {
        before: before && { links: before.links, place: before.place, season: before.season },
        after: said,
      },
      effect: async (tx) => {
        await sql`insert into product_selling (product, links, place, season, said_by, said_on)
          values (${id}, ${said.links}::text[], ${said.place}, ${said.season}::int[], ${by}, ${ctx.day})
          on conflict (product) do update set (links, place, season, said_by, said_on)
            = (excluded.links, excluded.place, excluded.season, excluded.said_by, excluded.said_on)`.execute(tx);
      },
    });
    return { id, version };
  },
});
