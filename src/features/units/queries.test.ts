import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';
import { readUnit, searchUnits, unitByCode, unitsIn } from './queries.ts';

const day = '2026-11-21';
let test: TestDb;
beforeAll(async () => {
  test = await testDatabase({ demo: true });
});

describe('units in the database', () => {
  it('the loading of the register leaves its row in the ledger', async () => {
    const rows = await test.asOwner<{ actor: string; units: number }>(
      `select g.actor, (g.facts->>'units')::int as units from ledger g where g.action = 'unitRegister.load'`,
    );
    const [{ count } = { count: 0 }] = await test.asOwner<{ count: number }>('select count(*)::int as count from unit');
    expect(rows).toEqual([{ actor: 'system:load-units', units: count }]);
  });

  it('U12 finds former names and says so, with the parent always shown', async () => {
    const hits = await searchUnits(test.db.app, { q: 'luc ngan', day });
    expect(hits[0]).toMatchObject({ place: 'Xã Lục Ngạn, tỉnh Bắc Ninh', former: false });
    expect(hits.find((hit) => hit.former)).toMatchObject({
      place: 'Huyện Lục Ngạn, tỉnh Bắc Giang',
      level: 'district',
    });
  });

  it('U12 finds a name with or without marks, in NFD and in capitals', async () => {
    for (const q of ['Bắc Giang', 'BAC GIANG', 'bắc  giang'.normalize('NFD')]) {
      const hits = await searchUnits(test.db.app, { q, day, level: 'province' });
      expect(hits[0], q).toMatchObject({ name: 'Tỉnh Bắc Giang', former: true, successors: ['Tỉnh Bắc Ninh'] });
    }
  });

  it('R12.5 shows both Cao Lãnh of before and the one of today', async () => {
    const places = (await searchUnits(test.db.app, { q: 'cao lanh', day })).map((hit) => hit.place);
    expect(places).toEqual([
      'Phường Cao Lãnh, tỉnh Đồng Tháp',
      'Huyện Cao Lãnh, tỉnh Đồng Tháp',
      'Thành phố Cao Lãnh, tỉnh Đồng Tháp',
    ]);
  });

  it('answers nothing for a search of signs only', async () => {
    expect(await searchUnits(test.db.app, { q: "%% __ '", day })).toEqual([]);
  });

  it('R12.2 reads a code by its day', async () => {
    expect((await unitByCode(test.db.app, '82', '2025-06-30'))?.name).toBe('Tỉnh Tiền Giang');
    expect((await unitByCode(test.db.app, '82', day))?.name).toBe('Tỉnh Đồng Tháp');
    expect(await unitByCode(test.db.app, '99999', day)).toBeNull();
  });

  it('lists 34 provinces in Vietnamese order, and the communes of one', async () => {
    const provinces = await unitsIn(test.db.app, null, day);
    expect(provinces).toHaveLength(34);
    const names = provinces.map((unit) => unit.name.replace(/^(Tỉnh|Thành phố) /, ''));
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    const hungYen = provinces.find((unit) => unit.code === '33');
    expect(await unitsIn(test.db.app, hungYen?.id ?? '', day)).toHaveLength(104);
  });

  it('says the place of today and the one of before', async () => {
    const commune = await unitByCode(test.db.app, '07525', day);
    const former = await unitByCode(test.db.app, '07525', '2024-01-01');
    expect([commune?.place, former?.place]).toEqual([
      'Phường Chũ, tỉnh Bắc Ninh',
      'Thị trấn Chũ, huyện Lục Ngạn, tỉnh Bắc Giang',
    ]);
    expect(await readUnit(test.db.app, former?.id ?? '', day)).toMatchObject({ former: true, level: 'commune' });
  });
});
