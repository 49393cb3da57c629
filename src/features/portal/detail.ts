import { type Kysely, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type CertificateRow, certificateJson } from './certificate-row.ts';
import { wordsOf } from './words-of.ts';

/** What a list says of a product beside any recognition. */
export interface ListedAs {
  status: string;
  title: string;
  year: string | null;
  url: string | null;
}
/** Everything the product page shows; an explicit choice of columns (S15). */
export interface ProductDetail {
  id: string;
  name: string;
  sector: string | null;
  sectorGuessed: boolean;
  set: string | null;
  specification: string | null;
  standard: string | null;
  story: string | null;
  picture: string | null;
  invented: boolean;
  place: string | null;
  formerPlace: string | null;
  needsPlacing: boolean;
  commune: string | null;
  provinceCode: string | null;
  /** Craft villages and raw-material areas its producer belongs to. */
  villages: { id: string; name: string }[];
  codes: string[];
  producer: { id: string; name: string; type: string | null; address: string | null; website: string | null } | null;
  /** Newest first. */
  certificates: CertificateRow[];
  listed: ListedAs[];
}

/** One product for the public page and API, in one question, for a record joined into another that other; null when there is none. */
export async function readProduct(db: Kysely<DB>, id: string, day: Day): Promise<ProductDetail | null> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<{ product: ProductDetail }>`
    select json_build_object('id', p.id, 'name', p.name, 'sector', p.sector, 'sectorGuessed', p.sector_guessed, 'set', p.product_set,
      'specification', p.specification, 'standard', p.standard, 'story', p.story, 'picture', p.picture, 'invented', p.invented,
      'place', place_words(p.commune, p.former_unit, p.province, ${day}::date),
      'formerPlace', case when p.former_unit is not null then place_text(p.former_unit, least(
        coalesce((select max(g.issued_latest) from recognition g where g.product = p.id), date '2021-11-01'), date '2025-06-30')) end,
      'needsPlacing', p.commune is null, 'commune', p.commune, 'provinceCode', case when p.province is not null then (unit_on(p.province, ${day}::date)).code end,
      'villages', coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name) order by v.name collate "vi-x-icu") from local_place_producer o join local_place v on v.id = o.local_place where o.producer = p.producer), '[]'),
      'codes', coalesce((select json_agg(c.code order by c.given_on desc) from product_code c where c.product = p.id), '[]'),
      'producer', (select json_build_object('id', r.id, 'name', r.name, 'type', r.type, 'address', r.address, 'website', r.website)
        from producer r where r.id = p.producer),
      'certificates', coalesce((select json_agg(${certificateJson(rules)} order by g.issued_latest desc nulls last, (l.state = 'inForce') desc, g.id desc)
        from recognition g join lifecycle l on l.id = g.id where g.product = p.id), '[]'),
      'listed', coalesce((select json_agg(json_build_object('status', row.status, 'title', list.title, 'year', row.year, 'url', row.source_url) order by row.year desc nulls last, row.list)
        from list_row row join source_list list on list.list = row.list where row.product_id = p.id and row.recognition is null), '[]')) as product
    from product p where p.id = product_today(${id}::uuid) and exists (select from product_search s where s.product = p.id and s.open)`.execute(
    db,
  );
  return rows[0]?.product ?? null;
}

/** Producers `r` with a product for everybody to see. */
const HAS_OPEN = sql`exists (select from product_search s where s.producer = r.id and s.open)`;

/** What is shown of a producer in public: no person, and of its contacts only those it agreed to show (S15, R19.1). */
export interface ProducerDetail {
  id: string;
  name: string;
  type: string | null;
  address: string | null;
  website: string | null;
  foundedOn: string | null;
  history: string | null;
  invented: boolean;
  place: string | null;
  formerPlace: string | null;
  /** Names it bore before. */
  formerNames: string[];
  phone: string | null;
  email: string | null;
}

/** One producer, and for a record joined into another that other; null when there is none. */
export async function readProducer(db: Kysely<DB>, id: string, day: Day): Promise<ProducerDetail | null> {
  const { rows } = await sql<{ producer: ProducerDetail }>`
    select json_build_object('id', r.id, 'name', r.name, 'type', r.type, 'address', r.address, 'website', r.website,
      'foundedOn', r.founded_on, 'history', r.history, 'invented', r.invented,
      'place', place_words(r.commune, r.former_unit, r.province, ${day}::date),
      'formerPlace', case when r.former_unit is not null then place_text(r.former_unit, date '2025-06-30') end,
      'formerNames', (select coalesce(json_agg(name order by since desc nulls last), '[]') from (select f.open->>'name' as name, max(f.valid_from) as since
        from producer_fact f where f.producer = r.id and f.section = 'name' and not f.undone and f.open->>'name' <> r.name group by 1 limit 20) n),
      'phone', case when 'phone' = any(r.contact_open) then r.phone end, 'email', case when 'email' = any(r.contact_open) then r.email end) as producer
    from producer r where r.id = producer_today(${id}::uuid) and ${HAS_OPEN}`.execute(db);
  return rows[0]?.producer ?? null;
}

export interface ProducerCard {
  id: string;
  name: string;
  type: string | null;
  place: string | null;
  products: number;
  /** Highest star that may be used today; an expired one is not shown. */
  best: number | null;
  invented: boolean;
}
export interface ProducersAsked {
  q?: string | undefined;
  unit?: string | undefined;
  day: Day;
  limit: number;
  after: [name: string, id: string] | null;
}

/** Producers by name, with how many products each has; two queries' worth in one statement. */
export async function producerCards(
  db: Kysely<DB>,
  { q, unit, day, limit, after }: ProducersAsked,
): Promise<{ cards: ProducerCard[]; total: number; next: [string, string] | null }> {
  const rules = await certificateRules(db, day);
  const words = q === undefined ? [] : wordsOf(q);
  const found = words.map(
    (word) => sql`and r.name_plain like ${`%${word}%`} and ' ' || r.name_plain like ${`% ${word}%`}`,
  );
  const none = q !== undefined && words.length === 0 ? sql`and false` : sql``;
  const there =
    unit === undefined
      ? sql``
      : sql`and exists (select from product_search s where s.producer = r.id and s.open and s.places @> array[${unit}::uuid])`;
  const { rows } = await sql<{ cards: ProducerCard[]; total: number }>`
    with hits as materialized (select r.* from producer r where ${HAS_OPEN} ${sql.join(found, sql` `)} ${none} ${there}),
    page as (select * from hits r ${after ? sql`where (r.name collate "vi-x-icu", r.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
      order by r.name collate "vi-x-icu", r.id limit ${limit + 1})
    select (select count(*) from hits)::int as total, coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'type', r.type,
      'place', place_words(r.commune, r.former_unit, r.province, ${day}::date), 'invented', r.invented,
      'products', s.products, 'best', s.best) order by r.name collate "vi-x-icu", r.id), '[]') as cards
    from page r cross join lateral (select count(*)::int as products, max(star) filter (where ${stateOn('k', 'k.life', day, rules)}
      in ('inForce', 'extended')) as best from product_search k where producer = r.id and open) s`.execute(db);
  const { cards = [], total = 0 } = rows[0] ?? {};
  const last = cards[limit - 1];
  return { cards: cards.slice(0, limit), total, next: cards.length > limit && last ? [last.name, last.id] : null };
}

/** Figures of the home page: products, recognitions in force today, producers, and products by sector. */
export interface HomeFigures {
  products: number;
  valid: number;
  producers: number;
  sectors: Record<string, number>;
  provinces: { code: string; unit: string; name: string; products: number; valid: number }[];
}

/** Counted from the registry as it is now. */
export async function homeFigures(db: Kysely<DB>, day: Day): Promise<HomeFigures> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<{ figures: HomeFigures }>`
    with counted as materialized (select s.sector, s.province, ${stateOn('s', 's.life', day, rules)} in ('inForce', 'extended') as valid from product_search s where s.open)
    select json_build_object('products', (select count(*) from counted), 'valid', (select count(*) from counted where valid),
      'producers', (select count(*) from producer r where ${HAS_OPEN}),
      'sectors', (select coalesce(json_object_agg(sector, n), '{}') from (select sector, count(*) n from counted where sector is not null group by sector) x),
      'provinces', (select json_agg(json_build_object('code', v.code, 'name', v.full_name, 'unit', u.id, 'products', coalesce(n, 0), 'valid', coalesce(good, 0)) order by v.name collate "vi-x-icu")
        from unit u cross join lateral unit_on(u.id, ${day}::date) v
        left join (select province, count(*) n, count(*) filter (where valid) good from counted group by province) c on c.province = u.id
        where u.level = 'province' and u.valid_from <= ${day}::date and coalesce(u.valid_to, 'infinity') >= ${day}::date)) as figures`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no figures');
  return row.figures;
}
