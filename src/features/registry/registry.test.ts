import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#law/days';
import { type TestApp, testApp } from '../../../tests/support/app.ts';

let app: TestApp;
/** A recognised product of the commune's, invented like everything that is changed here. */
let productId: string;
beforeAll(async () => {
  app = await testApp();
  const name = 'Miến dong sợi nhỏ Cánh Diều (giả định)';
  ({ id: productId } = await one('select id from product where name = $1 and current_recognition is not null', [name]));
});
type Row = { id: string; unit: string; facts: string | object; n: number };
const one = async (query: string, values: unknown[] = []) => (await app.database.asOwner(query, values))[0] as Row;

describe("the officers' register", () => {
  it('shows the products of the area only, and those still to be placed', async () => {
    const commune = await (await app.signIn('commune')).page('/so-san-pham');
    expect(commune.text).toContain('Cánh Diều');
    expect(commune.text).not.toContain('Gió Nồm');
    const province = await (await app.signIn('province')).page('/so-san-pham?unplaced=true&q=%20');
    expect(province.status).toBe(200);
    expect(province.text).toContain('chưa xếp được xã');
    expect((await (await app.signIn('producer')).page('/so-san-pham')).status).toBe(200);
    expect((await (await app.signIn('council-member-1')).page('/so-san-pham')).status).toBe(404);
  });

  it('R8.5 shows stars and certificates as they were on a day, on paper too', async () => {
    const [was] = await app.database.asOwner<{ issued: string }>(
      'select issued_latest::text as issued from recognition g join product p on p.id = g.product where p.id = $1 order by 1 limit 1',
      [productId],
    );
    const officer = await app.signIn('province');
    const on = async (day: string) =>
      (await officer.page(`/so-san-pham?q=mien+dong+soi+nho+canh+dieu&validOn=${day}`)).text;
    expect(await on(was?.issued ?? '')).toContain('Còn hiệu lực');
    const before = await on(addDays(was?.issued ?? '', -1));
    expect(before).toContain('Miến dong sợi nhỏ Cánh Diều');
    expect(before).not.toContain('Còn hiệu lực');
    expect(before).toContain('Hạng sao và chứng nhận như ngày');
    expect((await officer.page('/so-san-pham?validOn=2100-01-01&q=mien+dong+soi+nho+canh+dieu')).text).toContain(
      'Hết hạn',
    );
    expect((await officer.page('/so-san-pham?validOn=31/2/2025')).status).toBe(200);
  });

  it('goes out as Excel, logged as an export', async () => {
    const officer = await app.signIn('province');
    const answer = await officer.fetch('/so-san-pham.xlsx');
    expect([answer.status, answer.headers.get('content-type')?.includes('spreadsheetml')]).toEqual([200, true]);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(2000);
    const logged = await one("select count(*)::int as n from access_log where kind = 'export'");
    expect(Number(logged.n)).toBeGreaterThan(0);
    expect((await (await app.signIn('producer')).fetch('/so-san-pham.xlsx')).status).toBe(404);
  });
});
