// Points of sale of the demonstration, invented: one of the province's capital with products, one of the commune, one that has closed.
import { sql } from 'kysely';
import { type DemoTools, demoHand } from '#features/identity';
import { addDays } from '#law/days';
import { closePoint, offerAtPoint, registerPoint } from './acts.ts';

const NOTE = 'Dữ liệu giả định, không phải nơi có thật.';

/** Enters them as the commune would. */
export async function demoSalePoints(tools: DemoTools): Promise<void> {
  const hand = await demoHand(tools, 'commune');
  const commune = hand.actor.unit ?? '';
  const opened = (back: number) => addDays(tools.day, -back);
  const main = await registerPoint.run(
    hand,
    {
      ...{ kind: 'introduction', name: 'Điểm giới thiệu và bán sản phẩm OCOP trung tâm xã (giả định)', commune },
      ...{ address: 'Số 1, đường Giả Định', operator: 'Hợp tác xã giả định', phone: '0900000003', opened: opened(320) },
      ...{ act: '05/QĐ-GĐ (giả định)', latitude: 20.65, longitude: 106.06, note: NOTE },
    },
    undefined,
  );
  const market = await registerPoint.run(
    hand,
    {
      ...{ kind: 'market', name: 'Quầy OCOP chợ trung tâm (giả định)', commune, address: 'Chợ trung tâm xã' },
      ...{ opened: opened(90), latitude: 20.66, longitude: 106.04, note: NOTE },
    },
    undefined,
  );
  const gone = await registerPoint.run(
    hand,
    {
      kind: 'shop',
      name: 'Cửa hàng cũ (giả định)',
      commune,
      address: 'Thôn Giả Định',
      opened: opened(700),
      note: NOTE,
    },
    undefined,
  );
  await closePoint.run(hand, { id: gone.id, closed: opened(120), reason: 'Chuyển về chợ (giả định)' }, undefined);
  const { rows } = await sql<{ id: string }>`
    select p.id from product p join product_search f on f.product = p.id and f.open
     where p.invented and p.joined_into is null and p.province = ${hand.actor.area}::uuid order by f.recognition is null, p.id limit 4`.execute(
    tools.tx,
  );
  const join = rows.map(({ id }) => id);
  if (join.length > 0) await offerAtPoint.run(hand, { id: main.id, join, leave: [] }, undefined);
  await tools.tx
    .updateTable('sale_point')
    .set({ invented: true })
    .where('id', 'in', [main.id, market.id, gone.id])
    .execute();
}
