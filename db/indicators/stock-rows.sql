-- Not an indicator: what the indicators of stock count. One row a product that has a certificate in force on the day, with
-- what it is counted by. A product counts once, with its newest certificate (R14.4, R15.2; Art. 4.3 of 26/2026/QĐ-TTg).
-- Unit: null is the whole country; a unit ended before `units_as_of` holds nothing.
create function indicator_stock_rows(as_of date, units_as_of date, unit uuid)
returns table (product uuid, recognition uuid, producer uuid, star integer, sector text, product_set text, producer_type text, commune uuid, district uuid, province uuid,
  last_day date)
language sql stable parallel safe as $$
  with valid as (
    select distinct on (g.product) g.product, g.recognition, g.star, greatest(g.expires_earliest, g.extended_to) as last_day, z.commune, z.district, z.province
    from ocop.counted_recognition g join ocop.places_on(units_as_of) z on z.place = g.place
    where ocop.certificate_state(g.life, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside,
        as_of, (select ocop.indicator_expiry_day_valid(as_of))) in ('inForce', 'extended')
      and (unit is null or unit in (z.commune, z.district, z.province))
    order by g.product, g.issued_latest desc, g.recognition
  )
  select v.product, v.recognition, p.producer, v.star, p.sector, p.product_set, k.type, v.commune, v.district, v.province, v.last_day
  from valid v join ocop.product p on p.id = v.product left join ocop.indicator_producer_kinds(as_of) k on k.producer = p.producer
$$;

-- One row a product that has no certificate known to be in force but one whose term the records do not settle (R6.1): it is
-- told beside the stock and never in it.
create function indicator_undetermined_rows(as_of date, units_as_of date, unit uuid)
returns table (product uuid, recognition uuid, producer uuid, star integer, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  with judged as (
    select g.product, g.recognition, g.star, g.issued_latest, z.commune, z.district, z.province,
      ocop.certificate_state(g.life, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside,
        as_of, (select ocop.indicator_expiry_day_valid(as_of))) as state
    from ocop.counted_recognition g join ocop.places_on(units_as_of) z on z.place = g.place
    where unit is null or unit in (z.commune, z.district, z.province)
  )
  select distinct on (j.product) j.product, j.recognition, p.producer, j.star, j.commune, j.district, j.province
  from judged j join ocop.product p on p.id = j.product
  where j.state = 'undetermined' and not exists (select from judged o where o.product = j.product and o.state in ('inForce', 'extended'))
  order by j.product, j.issued_latest desc nulls last, j.recognition
$$;

-- The kind of every producer on a day: its dated facts, else what the register says (law book section 6).
create function indicator_producer_kinds(as_of date) returns table (producer uuid, type text) language sql stable parallel safe as $$
  with told as (
    select distinct on (f.producer) f.producer, f.open ->> 'type' as type from ocop.producer_fact f
    where f.section = 'kind' and not f.undone and coalesce(f.valid_from, '-infinity') <= as_of
    order by f.producer, coalesce(f.valid_from, '-infinity') desc, f.no desc
  )
  select p.id, case when t.producer is null then p.type else t.type end from ocop.producer p left join told t on t.producer = p.id
$$;

-- Is the last day of the term itself still valid? What the office set for the day (R6.2, open point of the law); yes until then.
create function indicator_expiry_day_valid(as_of date) returns boolean language sql stable parallel safe as $$
  select coalesce((select s.value = 'true'::jsonb from ocop.setting s
    where s.key = 'expiryDayValid' and s.scope is null and s.valid_from <= as_of order by s.valid_from desc limit 1), true)
$$;
