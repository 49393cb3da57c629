-- One narrow row a product for the public lists: everything they filter, count and sort by, kept right by triggers in the
-- same transaction as the change (no list can lag behind the registry).
create table product_search (
  product uuid primary key references product,
  name text collate "vi-x-icu" not null,
  words tsvector not null,                        -- product, former names, producer, places of today and before, codes; without marks
  plain text not null,                            -- product name without marks
  marked text not null,                           -- product name with marks, for exact hits first (U6)
  star integer,
  sector text,
  sector_guessed boolean not null default false,
  product_set text,
  producer uuid,
  producer_name text,
  commune uuid,
  province uuid,
  place text,                                     -- Phường Chũ, tỉnh Bắc Ninh
  places uuid[] not null default '{}',            -- every unit of today and before that it lies in
  recognition uuid,
  life text,                                      -- state of that recognition in the ledger
  issued_earliest date, issued_latest date, expires_earliest date, expires_latest date, extended_to date, ended_on date,
  listed text,                                    -- what a list calls it, when there is no recognition
  invented boolean not null default false,
  star_order integer not null generated always as (- coalesce(star, 0)) stored,
  recency integer not null generated always as (coalesce(date '2100-01-01' - issued_latest, 999999)) stored
);
create index product_search_name on product_search (name, product);
create index product_search_star on product_search (star_order, name, product);
create index product_search_recent on product_search (recency, name, product);
create index product_search_words on product_search using gin (words);
create index product_search_places on product_search using gin (places);
create index product_search_producer on product_search (producer);

-- "Phường Chũ, tỉnh Bắc Ninh" · "Huyện Lục Ngạn (cũ), tỉnh Bắc Ninh" when only the former unit is known (U12).
create function place_words(commune uuid, former_unit uuid, province uuid, on_day date) returns text language sql stable parallel safe as $$
  select case
    when commune is not null then place_text(commune, on_day)
    when former_unit is not null and (select level from unit where id = former_unit) <> 'province' then
      (unit_on(former_unit, on_day)).full_name || ' (cũ)' || coalesce(', ' || (
        select lower(left(v.full_name, 1)) || substr(v.full_name, 2) from (select (unit_on(province, on_day)).full_name) v), '')
    else (unit_on(province, on_day)).full_name
  end
$$;

-- Every unit a product lies in, today's and former. For a commune without known former unit: those all its predecessors shared.
create function places_above(commune uuid, former_unit uuid, province uuid) returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(unit_above(commune)) id
    union select unnest(unit_above(former_unit))
    union select unnest(unit_above(province))
    union select above.id from unit_succession s cross join lateral unnest(unit_above(s.former)) above(id)
      where former_unit is null and s.successor = commune
      group by above.id having count(*) = (select count(*) from unit_succession o where o.successor = commune)
  ) every_unit where id is not null
$$;

create function word_vector(plain text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(string_to_array(plain, ' '), ''))
$$;

create function refresh_product_search(wanted uuid[]) returns void language sql security definer set search_path = ocop, public, pg_temp as $$
  with spots as materialized (
    select s.*, place_words(commune, former_unit, province, current_date) as place, places_above(commune, former_unit, province) as places
    from (select distinct commune, former_unit, province from product where id = any(wanted)) s
  ), around as materialized (
    select s.*, coalesce(plain_text(place), '') || ' ' || coalesce((
      select string_agg(plain, ' ') from (select distinct v.plain from unit_version v where v.unit = any(s.places)) d), '') as plain
    from spots s
  )
  insert into product_search (product, name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
    recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_to, ended_on, listed, invented)
  select p.id, p.name,
    word_vector(concat_ws(' ', p.name_plain, r.name_plain, a.plain,
      (select string_agg(plain_text(c.code), ' ') from product_code c where c.product = p.id),
      (select string_agg(plain_text(o.product_name), ' ') from recognition o where o.product = p.id and o.product_name <> p.name))),
    p.name_plain, marked_text(p.name), g.star, p.sector, p.sector_guessed, p.product_set, p.producer, r.name, p.commune, p.province, a.place, coalesce(a.places, '{}'),
    g.id, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_to, g.ended_on,
    case when g.id is null then (select row.status from list_row row where row.product_id = p.id order by row.decision_date desc nulls last limit 1) end,
    p.invented
  from product p
  left join producer r on r.id = p.producer
  left join recognition g on g.id = p.current_recognition
  left join lifecycle l on l.id = g.id
  left join around a on (a.commune, a.former_unit, a.province) is not distinct from (p.commune, p.former_unit, p.province)
  where p.id = any(wanted)
  on conflict (product) do update set (name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
      recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_to, ended_on, listed, invented)
    = (excluded.name, excluded.words, excluded.plain, excluded.marked, excluded.star, excluded.sector, excluded.sector_guessed, excluded.product_set, excluded.producer,
      excluded.producer_name, excluded.commune, excluded.province, excluded.place, excluded.places, excluded.recognition, excluded.life,
      excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest, excluded.expires_latest, excluded.extended_to, excluded.ended_on,
      excluded.listed, excluded.invented)
$$;

-- The argument is the question which products a change touches; `changed` holds the new rows.
create function product_search_follows() returns trigger language plpgsql security definer set search_path = ocop, public, pg_temp as $$
declare touched uuid[];
begin
  execute tg_argv[0] into touched;
  if touched is not null then perform refresh_product_search(touched); end if;
  return null;
end $$;

do $do$
declare
  follow record;
  event text;
begin
  for follow in select * from (values
    ('product', '{insert,update}'::text[], 'select array_agg(id) from changed'),
    ('producer', '{update}', 'select array_agg(p.id) from changed c join ocop.product p on p.producer = c.id'),
    ('recognition', '{insert,update}', 'select array_agg(distinct product) from changed'),
    ('product_code', '{insert}', 'select array_agg(distinct product) from changed'),
    ('list_row', '{insert}', 'select array_agg(distinct product_id) from changed where product_id is not null'),
    ('ledger', '{insert}', $$select array_agg(distinct g.product) from changed c join ocop.recognition g on g.id = c.subject where c.process = 'recognition'$$),
    ('unit_version', '{insert,update}', 'select array_agg(s.product) from ocop.product_search s where s.places && (select array_agg(unit) from changed)')
  ) f (name, events, touched) loop
    foreach event in array follow.events loop
      execute format('create trigger %I after %s on %I referencing new table as changed for each statement execute function product_search_follows(%L)',
        'product_search_' || event, event, follow.name, follow.touched);
    end loop;
  end loop;
end $do$;

grant select on product_search to app, report;
