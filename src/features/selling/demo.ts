import { sql } from 'kysely';
import { type DemoTools, demoHand } from '#features/identity';
import { declareSelling } from './acts.ts';

/** Ways to buy three invented products, as the province took them down. */
const SAID = [
  { links: ['https://gian-hang.example.com/gia-dinh'], place: 'Chợ trung tâm xã (giả định)', season: ['all'] },
  {
    links: ['https://www.example.com/hop-tac-xa'],
    place: 'Cửa hàng của hợp tác xã (giả định)',
    season: ['10', '11', '12'],
  },
  { links: [], place: 'Điểm giới thiệu sản phẩm của tỉnh (giả định)', season: ['11', '12', '1'] },
] as const;

/** Says it of products everybody sees. */
export async function demoSelling(tools: DemoTools): Promise<void> {
  const hand = await demoHand(tools, 'province');
  const { rows } = await sql<{ id: string }>`
    select p.id from product p join product_search s on s.product = p.id and s.open
     where p.invented and p.province = ${hand.actor.area} order by s.recognition is null, p.id limit ${SAID.length}`.execute(
    tools.tx,
  );
  for (const [at, { id }] of rows.entries()) {
    const said = SAID[at];
    if (said === undefined) continue;
    const links = said.links.map((href) => ({ href }));
    await declareSelling.run(hand, { id, links, place: said.place, season: [...said.season] }, undefined);
  }
}
