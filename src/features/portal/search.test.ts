import { Kysely, PostgresDialect } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateRules } from '#features/registry';
import { searchUnits } from '#features/units';
import type { DB } from '#platform/db/schema.generated';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';
import { producerCards } from './detail.ts';
import { countsOf } from './facets.ts';
import { PRODUCT_STATUSES, type ProductFilters, type ProductItem, SORTS, type Sort } from './schema.ts';
import { type Cursor, cardOf, nearNames, productCards, productCells, productPage } from './search.ts';

const day = '2026-11-21';
let test: TestDb;
beforeAll(async () => {
  test = await testDatabase({ demo: true });
});

const cards = async (filters: ProductFilters, sort: Sort = 'name') => {
  const { taken } = await productCells(test.db.app, { filters, day });
  const page = await productCards(test.db.app, { filters, day, sort, limit: 100, after: null, ...taken });
  return page.cards.map(cardOf);
};
const names = async (q: string) => (await cards({ q })).map((card) => card.name);

describe('U6 search', () => {
  it('finds the same by any way of typing', async () => {
    const wanted = await names('mỳ gạo chũ');
    expect(wanted).toContain('Mỳ gạo Chũ Xuân Trường');
    for (const q of ['my gao chu', 'MY GAO CHU', '  mỳ   gạo  chũ ', 'mỳ gạo chũ'.normalize('NFD'), 'Mỳ-Gạo-Chũ']) {
      expect(new Set(await names(q)), q).toEqual(new Set(wanted));
    }
  });

  it('puts hits with exact marks first', async () => {
    const found = await names('bánh');
    const exact = found.map((name) => name.toLowerCase().split(/\s+/).includes('bánh'));
    expect(exact.indexOf(false) === -1 || exact.lastIndexOf(true) < exact.indexOf(false)).toBe(true);
    expect((await names('hòa'))[0]).toMatch(/h(oà|òa)/i);
  });

  it('takes đ as d, and hoà as hòa', async () => {
    expect(await names('dau phong')).toEqual(await names('đậu phộng').then((found) => found));
    expect(await names('hoà')).toEqual(await names('hòa'));
  });

  it('finds by producer, by place of today and by place of before', async () => {
    expect((await names('hằng hiếu')).length).toBeGreaterThan(1);
    expect((await names('phuong chu')).some((name) => name.startsWith('Mỳ'))).toBe(true);
    expect((await names('thi tran chu luc ngan')).length).toBeGreaterThan(0);
  });

  it('takes the last word as unfinished only when whole words find nothing', async () => {
    expect(await names('mỳ gạo ch')).toContain('Mỳ gạo Chũ Xuân Trường');
    expect((await names('hòa')).some((name) => /dưa kim hoàng/i.test(name))).toBe(false);
  });

  it('forgives typing errors, and keys that became no marks', async () => {
    for (const q of ['mat ogn', 'mật ongg', 'maatj ong', 'ma65t ong', 'mat ong banj']) {
      expect(
        (await names(q)).some((name) => /mật ong/i.test(name)),
        q,
      ).toBe(true);
    }
    expect(await names('my gao chu')).toEqual(await names('my gaoo chux'));
    expect((await names('che thai nguyn')).length).toBeGreaterThan(0);
    expect((await names('nuoc mam phu quok')).some((name) => /phú quốc/i.test(name))).toBe(true);
    expect(await names('mật qqqqqqqq')).toEqual([]);
  });

  it('is not troubled by signs, and suggests near names', async () => {
    for (const q of ["'; drop table product; --", '%', '___', '(((', 'a & | !', '\u0000'.repeat(0) || ':*']) {
      expect(Array.isArray(await names(q)), q).toBe(true);
    }
    expect(await names('%')).toEqual([]);
    expect(await nearNames(test.db.app, 'my gao luc nganh')).toContain('Mỳ gạo Lục Ngạn');
  });
});

describe('filters and facets', () => {
  it('count what the lists show, each facet within the others', async () => {
    for (const filters of [
      {},
      { star: [4] },
      { sector: ['II' as const], star: [3, 4] },
      { status: ['valid' as const] },
    ]) {
      const { cells } = await productCells(test.db.app, { filters: {}, day });
      const facets = countsOf(cells, filters);
      expect(facets.total).toBe((await all(filters)).length);
      for (const { value, count } of facets.star)
        expect((await all({ ...filters, star: [value] })).length, `${value}`).toBe(count);
      for (const { value, count } of facets.status)
        expect((await all({ ...filters, status: [value] })).length, value).toBe(count);
    }
  });

  it('find products by a unit of today and by one of before', async () => {
    const [today] = await searchUnits(test.db.app, { q: 'tỉnh bắc ninh', day, level: 'province', todayOnly: true });
    const [former] = await searchUnits(test.db.app, { q: 'tỉnh bắc giang', day, level: 'province' });
    const now = await all({ unit: today?.id });
    const before = await all({ unit: former?.id });
    expect(before.length).toBeGreaterThan(40);
    expect(now.length).toBeGreaterThanOrEqual(before.length);
    const ids = new Set(now.map((item) => item.id));
    expect(before.filter((item) => !ids.has(item.id))).toEqual([]);
  });

  it('never give a star to what was not recognised', async () => {
    const listed = await all({ status: ['listed'] });
    expect(listed.length).toBeGreaterThan(100);
    expect(listed.filter((item) => item.star !== null || item.state !== 'listed')).toEqual([]);
  });

  it('cover every status', async () => {
    const counts = await Promise.all(PRODUCT_STATUSES.map(async (status) => (await all({ status: [status] })).length));
    expect(counts[PRODUCT_STATUSES.indexOf('expired')]).toBeGreaterThan(100);
    expect(counts[PRODUCT_STATUSES.indexOf('revoked')]).toBe(3);
  });
});

describe('pages of a list', () => {
  it('show every product once, in every order', async () => {
    for (const sort of SORTS) {
      const seen: string[] = [];
      let after: Cursor | null = null;
      do {
        const page: { cards: string[]; next: Cursor | null } = await productCards(test.db.app, {
          filters: {},
          day,
          sort,
          limit: 97,
          after,
        });
        seen.push(...page.cards.map((card) => cardOf(card).id));
        after = page.next;
      } while (after !== null);
      expect([sort, seen.length, new Set(seen).size]).toEqual([
        sort,
        await inTable('product_search where open'),
        seen.length,
      ]);
    }
  });

  it('show certificates that hold before all others, then by star, with and without words', async () => {
    const holds = (state: string) => ['valid', 'expiring', 'extended'].includes(state);
    for (const filters of [{ q: 'gạo' }, { star: [5] }]) {
      const found = (await cards(filters, 'current')).map((card) => ({ ...card, holds: holds(card.state) }));
      const plain = found.filter((card) => filters.q === undefined || / gạo /i.test(` ${card.name} `));
      const firstPast = plain.findIndex((card) => !card.holds);
      expect([filters, firstPast > 0]).toEqual([filters, true]);
      expect(plain.slice(firstPast).filter((card) => card.holds)).toEqual([]);
      const stars = plain.slice(0, firstPast).map((card) => card.star ?? 0);
      expect(stars).toEqual([...stars].sort((a, b) => b - a));
    }
  });

  it('go on where a search stopped', async () => {
    const first = await productPage(test.db.app, { filters: { q: 'trà' }, day, sort: 'name', limit: 5, after: null });
    const second = await productPage(test.db.app, {
      filters: { q: 'trà' },
      day,
      sort: 'name',
      limit: 5,
      after: first.next,
    });
    const ids = (text: string) => (JSON.parse(text) as ProductItem[]).map((item) => item.id);
    expect(ids(second.items)).toHaveLength(5);
    expect(ids(first.items).filter((id) => ids(second.items).includes(id))).toEqual([]);
  });

  it('sort names as Vietnamese does', async () => {
    const sorted = (await cards({ star: [3] })).map((card) => card.name);
    const collator = new Intl.Collator('vi');
    const wrong = sorted.filter((name, i) => i > 0 && collator.compare(sorted[i - 1] ?? '', name) > 0);
    expect(wrong).toEqual([]);
  });

  it('show producers once, with their products counted', async () => {
    const producers = await inTable(
      'producer r where exists (select from product_search s where s.producer = r.id and s.open)',
    );
    const seen = new Set<string>();
    let after: [string, string] | null = null;
    do {
      const page: Awaited<ReturnType<typeof producerCards>> = await producerCards(test.db.app, {
        day,
        limit: 90,
        after,
      });
      for (const card of page.cards) seen.add(card.id);
      expect(page.total).toBe(producers);
      after = page.next;
    } while (after !== null);
    expect(seen.size).toBe(producers);
  });
});

describe('the stars of a producer', () => {
  it('are those that may be used on the day, never expired ones', async () => {
    const best = async (on: string) => {
      const { cards: found } = await producerCards(test.db.app, { q: 'co so dan map', day: on, limit: 5, after: null });
      return found[0]?.best;
    };
    expect([await best('2021-01-01'), await best('2026-11-21')]).toEqual([3, null]);
  });
});

describe('the number of questions', () => {
  it('does not grow with the rows of a list', async () => {
    const counted = async (work: (db: Kysely<DB>) => Promise<unknown>) => {
      let count = 0;
      const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: test.db.pool }), log: () => void count++ });
      await certificateRules(db, day); // asked every five seconds, not with every list
      count = 0;
      await work(db);
      return count;
    };
    const asked = (limit: number) => ({ filters: {}, day, sort: 'name' as const, limit, after: null });
    for (const limit of [1, 3]) {
      expect(await counted((db) => productPage(db, asked(limit)))).toBe(1);
      expect(await counted((db) => productCards(db, asked(limit)))).toBe(1);
      expect(await counted((db) => productCells(db, asked(limit)))).toBe(1);
      expect(await counted((db) => producerCards(db, { day, limit, after: null }))).toBe(1);
      expect(await counted((db) => searchUnits(db, { q: 'tan', day, limit }))).toBe(1);
    }
  });
});

describe('the search table', () => {
  it('follows every change of the registry in the same transaction', async () => {
    const [card] = await cards({ q: 'mỳ gạo lục ngạn' });
    const id = card?.id;
    await test.db.transaction(async (tx) => {
      await tx.updateTable('product').set({ name: 'Mỳ gạo Thử Đổi Tên' }).where('id', '=', String(id)).execute();
      const inside = await productCards(tx, {
        filters: { q: 'thu doi ten' },
        day,
        sort: 'name',
        limit: 5,
        after: null,
      });
      expect(inside.cards.map((each) => cardOf(each).id)).toEqual([id]);
      await tx
        .updateTable('product')
        .set({ name: String(card?.name) })
        .where('id', '=', String(id))
        .execute();
    });
    expect((await cards({ q: 'mỳ gạo lục ngạn' })).map((each) => each.id)).toContain(id);
  });
});

const inTable = async (table: string): Promise<number> => {
  const [row] = await test.asOwner(`select count(*)::int as n from ${table}`);
  return (row as { n: number }).n;
};

/** Every product that fits, by following the pages. */
async function all(filters: ProductFilters): Promise<ProductItem[]> {
  const found: ProductItem[] = [];
  let after: Cursor | null = null;
  do {
    const page = await productPage(test.db.app, { filters, day, sort: 'name', limit: 300, after });
    found.push(...(JSON.parse(page.items) as ProductItem[]));
    after = page.next;
  } while (after !== null);
  return found;
}
