-- One product through the years: every part of its record is a dated fact that is never rewritten; what the register says today
-- stands in table product.
create table product_fact (
  no bigint generated always as identity primary key,
  product uuid not null references product,
  section text not null,                          -- name, class, place, story, specification, picture, label, standard, test, barcode
  item uuid not null,                             -- one of several pictures, labels, standards, tests, barcodes; the product itself elsewhere
  valid_from date,                                -- null: it has been so from the beginning
  open jsonb,                                     -- null: taken away, it was entered by mistake
  ledger bigint references ledger,                -- the move that brought it; null: as it stood before its first change
  recorded_on date not null
);
create index product_fact_of on product_fact (product, section, no);
create index product_fact_file on product_fact ((open ->> 'file')) where open ->> 'file' is not null;
create index product_fact_barcode on product_fact ((open ->> 'key')) where section = 'barcode';
grant select, insert on product_fact to app;
grant select on product_fact to report;

alter table product add column story_en text;     -- the story for buyers abroad

-- The search also finds what a product or its producer was called before, and barcodes.
create or replace function refresh_product_search(wanted uuid[]) returns void language sql security definer set search_path = ocop, public, pg_temp as $$
  with spots as materialized (
    select s.*, place_words(commune, former_unit, province, current_date) as place, places_above(commune, former_unit, province) as places
    from (select distinct commune, former_unit, province from product where id = any(wanted)) s
  ), around as materialized (
    select s.*, coalesce(plain_text(place), '') || ' ' || coalesce((
      select string_agg(plain, ' ') from (select distinct v.plain from unit_version v where v.unit = any(s.places)) d), '') as plain
    from spots s
  )
  insert into product_search (product, name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
    recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, listed, invented)
  select p.id, p.name,
    word_vector(concat_ws(' ', p.name_plain, r.name_plain, a.plain,
      (select string_agg(plain_text(c.code), ' ') from product_code c where c.product = p.id),
      (select string_agg(plain_text(o.product_name), ' ') from recognition o where o.product = p.id and o.product_name <> p.name),
      (select string_agg(plain_text(f.open ->> 'name'), ' ') from product_fact f where f.product = p.id and f.section = 'name' and f.open ->> 'name' <> p.name),
      (select string_agg(plain_text(f.open ->> 'name'), ' ') from producer_fact f where f.producer = p.producer and f.section = 'name' and not f.undone and f.open ->> 'name' <> r.name),
      (select string_agg(f.open ->> 'gtin', ' ') from product_fact f where f.product = p.id and f.section = 'barcode'))),
    p.name_plain, marked_text(p.name), g.star, p.sector, p.sector_guessed, p.product_set, p.producer, r.name, p.commune, p.province, a.place, coalesce(a.places, '{}'),
    g.id, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on,
    case when g.id is null then (select row.status from list_row row where row.product_id = p.id order by row.decision_date desc nulls last limit 1) end,
    p.invented
  from product p
  left join producer r on r.id = p.producer
  left join recognition g on g.id = p.current_recognition
  left join lifecycle l on l.id = g.id
  left join around a on (a.commune, a.former_unit, a.province) is not distinct from (p.commune, p.former_unit, p.province)
  where p.id = any(wanted)
  on conflict (product) do update set (name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
      recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, listed, invented)
    = (excluded.name, excluded.words, excluded.plain, excluded.marked, excluded.star, excluded.sector, excluded.sector_guessed, excluded.product_set, excluded.producer,
      excluded.producer_name, excluded.commune, excluded.province, excluded.place, excluded.places, excluded.recognition, excluded.life,
      excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest, excluded.expires_latest, excluded.extended_from, excluded.extended_to, excluded.ended_on,
      excluded.listed, excluded.invented)
$$;
