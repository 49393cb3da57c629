import { type Kysely, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import type { UnitItem } from '#features/units';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { Refusal } from '#platform/refusal';

/** One product of the handbook, with the recognition that holds on its day. Only what everybody may see (S15). */
export interface HandbookProduct {
  readonly id: string;
  readonly name: string;
  readonly sector: string | null;
  readonly set: string | null;
  readonly specification: string | null;
  readonly standard: string | null;
  readonly story: string | null;
  readonly invented: boolean;
  readonly place: string | null;
  readonly star: number | null;
  /** What the certificate page is asked for. */
  readonly code: string;
  readonly decision: string | null;
  readonly decisionDate: string | null;
  readonly issuer: string | null;
  readonly expiresEarliest: Day | null;
  readonly expiresLatest: Day | null;
  /** Prolonged by law on the day. */
  readonly extendedTo: Day | null;
  readonly picture: { readonly sha256: string; readonly alt: string } | null;
  /** Business contact only: telephone and e-mail where the producer lets everybody see them. */
  readonly producer: {
    readonly name: string;
    readonly type: string | null;
    readonly address: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly website: string | null;
  } | null;
}

/** More pages than this are no book; each commune can have its own. */
const MOST = 1000;

/**
 * The products for everybody to see that lay in the unit on the day, in the units of that day (R12.8), and whose
 * recognition held; in Vietnamese order. Throws in words when there is none, or too many for one book.
 */
export async function handbookProducts(
  db: Kysely<DB>,
  unit: Pick<UnitItem, 'id' | 'name'>,
  day: Day,
): Promise<HandbookProduct[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<HandbookProduct>`
    with held as (
      select distinct on (g.product) g.*, x.state from recognition g join lifecycle l on l.id = g.id join product p on p.id = g.product
        join places_on(${day}::date) z on z.place = p.place
        cross join lateral (select ${stateOn('g', 'l.state', day, rules)} as state) x
      where ${unit.id}::uuid in (z.commune, z.district, z.province) and x.state in ('inForce', 'extended')
      order by g.product, g.issued_latest desc, g.id)
    select p.id, p.name, p.sector, p.product_set as set, p.specification, p.standard, p.story, p.invented,
      place_words(p.commune, p.former_unit, p.province, ${day}::date) as place, h.star, coalesce(h.check_code, h.id::text) as code,
      h.decision_number as decision, h.decision_text_date as "decisionDate", h.issuer, h.expires_earliest as "expiresEarliest",
      h.expires_latest as "expiresLatest", case when h.state = 'extended' then h.extended_to end as "extendedTo",
      (select json_build_object('sha256', f.sha256, 'alt', p.name) from file f where f.id = p.picture and f.type like 'image/%') as picture,
      case when r.id is not null then json_build_object('name', r.name, 'type', r.type, 'address', r.address, 'website', r.website,
        'phone', case when 'phone' = any(r.contact_open) then r.phone end, 'email', case when 'email' = any(r.contact_open) then r.email end) end as producer
    from held h join product p on p.id = h.product join product_search s on s.product = p.id and s.open left join producer r on r.id = p.producer
    order by p.name collate "vi-x-icu", p.id limit ${MOST + 1}`.execute(db);
  if (rows.length === 0)
    throw refusal(
      'nothingHolds',
      `${unit.name} không có sản phẩm nào còn hiệu lực công nhận vào ngày này. Chọn ngày hoặc địa bàn khác.`,
    );
  if (rows.length > MOST)
    throw refusal(
      'tooMany',
      `${unit.name} có hơn ${MOST.toLocaleString('vi-VN')} sản phẩm, quá dày cho một cuốn. Làm từng xã, phường.`,
    );
  return rows;
}

const refusal = (code: string, message: string) => new Refusal({ status: 422, code, message });
