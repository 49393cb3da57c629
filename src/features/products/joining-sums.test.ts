/** Figures stay equal to their lists, whatever records are joined and taken back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demoId } from '#features/registry';
import { testApp } from '../../../tests/support/app.ts';
import { makeProduct } from '../../../tests/support/products.ts';

const app = await testApp();
const officer = await app.signIn('commune');
const producer = demoId('producer', 'canh-dieu');
const rows = <R extends object>(query: string, values: unknown[] = []) => app.database.asOwner<R>(query, values);

async function join(kept: string, left: string) {
  const path = `/san-pham-trung/${kept}/${left}`;
  return officer.submit((await officer.page(path)).form(path), { reason: 'Một sản phẩm' });
}

async function unjoin(kept: string, left: string) {
  const [found] = await rows<{ id: string }>('select id from product_join where joined = $1 and undone_on is null', [
    left,
  ]);
  const page = await officer.page(`/so-san-pham/${kept}/tach-lai?nhap=${found?.id}`);
  return officer.submit(page.form('/tach-lai'), { reason: 'Nhập nhầm' });
}

it('any joins, taken back or not: the sum of the star counts is the total of the lists', async () => {
  const day = '2026-11-22';
  const stars = () =>
    rows<{ star: number; n: number }>(
      `select star, sum(valid)::int as n from valid_on($1, true) where star is not null group by star having sum(valid) > 0 order by star`,
      [day],
    );
  const lists = () =>
    rows<{ star: number; n: number }>(
      `select s.star, count(*)::int as n from product_search s where s.recognition = recognition_on(s.product, $1, true) and certificate_state(s.life, s.issued_earliest, s.issued_latest,
         s.expires_earliest, s.expires_latest, s.extended_from, s.extended_to, s.ended_on, s.aside, $1, true) in ('inForce', 'extended') and s.star is not null group by s.star order by s.star`,
      [day],
    );
  /** Counts less totals by star. */
  const off = async () => {
    const [counted, listed] = [await stars(), await lists()];
    const of = (list: typeof counted, star: number) => list.find((row) => row.star === star)?.n ?? 0;
    return [3, 4, 5].map((star) => of(counted, star) - of(listed, star));
  };
  expect(await off()).toEqual([0, 0, 0]);
  let no = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(fc.record({ star: fc.integer({ min: 3, max: 5 }), month: fc.integer({ min: 1, max: 9 }) }), {
          maxLength: 1,
        }),
        { minLength: 3, maxLength: 4 },
      ),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 4 }),
      async (wanted, steps) => {
        const made: string[] = [];
        for (const recognitions of wanted) {
          no += 1;
          const product = await makeProduct(
            rows,
            producer,
            `Tổng thử ${no} (giả định)`,
            recognitions.map(({ star, month }) => ({ star, issued: `2025-0${month}-01`, decision: `${no}/QĐ` })),
          );
          made.push(product.id);
        }
        const standing = [...made];
        for (const [x, y, back] of steps) {
          if (standing.length < 2) break;
          const kept = standing[x % standing.length] ?? '';
          const rest = standing.filter((id) => id !== kept);
          const left = rest[y % rest.length] ?? '';
          expect((await join(kept, left)).status).toBe(303);
          if (back) expect((await unjoin(kept, left)).status).toBe(303);
          else standing.splice(standing.indexOf(left), 1);
          expect(await off()).toEqual([0, 0, 0]);
        }
      },
    ),
    { numRuns: 6, seed: 2026 },
  );
});
