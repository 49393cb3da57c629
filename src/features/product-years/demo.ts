// Figures of invented products: two years of one, last year's accepted and this year's at the desk of the commune, and last
// year's of one whose certificate is in force, so that reports and the board have a sum to tell.
import { type DemoTools, demoHand } from '#features/identity';
import { demoId } from '#features/registry';
import { acceptYear, reportYear } from './acts.ts';

/** The cooperative's noodles; the record of the first must be there, which says since when the product is made. */
export async function demoProductYears(tools: DemoTools): Promise<void> {
  const producer = await demoHand(tools, 'producer');
  const office = await demoHand(tools, 'commune');
  const product = demoId('product', 'mien-dong');
  const now = Number(tools.day.slice(0, 4));
  const figures = {
    ...{ quantityUnit: 'tấn', women: 14, local: 20, channels: ['shop' as const, 'modern' as const, 'online' as const] },
    ...{ markets: 'Hưng Yên, Hà Nội', note: 'Số liệu giả định' },
  };
  const told = async (
    year: number,
    given: { quantity: number; revenueMillion: number; jobs: number; onlineMillion: number },
    of = product,
  ) => reportYear.run(producer, { product: of, year, ...figures, ...given }, undefined);
  const before = await told(now - 1, { quantity: 38.5, revenueMillion: 2695, jobs: 21, onlineMillion: 310 });
  await acceptYear.run(office, { id: before.id }, undefined);
  const other = { quantity: 16.5, revenueMillion: 1320, jobs: 21, onlineMillion: 95 };
  const inForce = await told(now - 1, other, demoId('product', 'bun-la'));
  await acceptYear.run(office, { id: inForce.id }, undefined);
  await told(now, { quantity: 42, revenueMillion: 3108, jobs: 23, onlineMillion: 455.5 });
}
