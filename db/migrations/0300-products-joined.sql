-- Two records of one product: looked at side by side, joined or remembered as different. Nothing is joined by itself.
alter table product add column joined_into uuid references product;
create index product_joined_into on product (joined_into) where joined_into is not null;

-- The record that stands for an old one today: the end of its chain of joins.
create function product_today(wanted uuid) returns uuid language sql stable parallel safe as $$
  with recursive onward as (
    select id, joined_into from ocop.product where id = wanted
    union
    select p.id, p.joined_into from onward o join ocop.product p on p.id = o.joined_into)
  select id from onward where joined_into is null
$$;

create table product_apart (                      -- "không trùng", remembered
  a uuid not null references product,
  b uuid not null references product,
  apart_on date not null, apart_by uuid not null, reason text not null,
  primary key (a, b),
  check (a < b)
);
create index product_apart_b on product_apart (b);

create table product_join (
  id uuid primary key,
  kept uuid not null references product,
  joined uuid not null references product,
  kept_no bigint not null references ledger,      -- the move of the record that was kept
  moved jsonb not null,                           -- what went over, by table
  before jsonb not null,                          -- the record that was kept as it stood
  joined_on date not null,
  undone_on date
);
create index product_join_kept on product_join (kept);
create unique index product_join_once on product_join (joined) where undone_on is null;

-- Parts taken from a joined record count no more once it is taken out again.
alter table product_fact add column undone boolean not null default false;

-- Two years change hands in one statement: the rule is asked at its end.
alter table product_year drop constraint product_year_product_year_key;
alter table product_year add constraint product_year_product_year_key unique (product, year) deferrable initially immediate;

-- Whose a recognition or a year is follows its product, also when it goes from one record to another.
create function reach_follows_its_product() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle l set producer = p.producer, commune = p.commune, province = p.province from product p where p.id = new.product and l.id = new.id;
  return null;
end $$;
create trigger recognition_reach_product after update of product on recognition for each row
  when (old.product is distinct from new.product) execute function reach_follows_its_product();
create trigger product_year_reach_product after update of product on product_year for each row
  when (old.product is distinct from new.product) execute function reach_follows_its_product();

grant select, insert on product_apart, product_join to app;
grant update (undone_on) on product_join to app;
grant update (undone) on product_fact to app;
grant update (product) on product_code, misuse_report, product_tie, product_year_reminder to app;
grant update (product_id) on list_row to app;
grant select on product_apart, product_join to report;

-- A joined record stands in no list; the record that was kept is found by its names too.
create or replace function refresh_product_search(wanted uuid[]) returns void language sql security definer set search_path = ocop, public, pg_temp as $$
  delete from product_search s using product p where p.id = s.product and p.id = any(wanted) and p.joined_into is not null;
  with spots as materialized (
    select s.*, place_words(commune, former_unit, province, current_date) as place, places_above(commune, former_unit, province) as places
    from (select distinct commune, former_unit, province from product where id = any(wanted)) s
  ), around as materialized (
    select s.*, coalesce(plain_text(place), '') || ' ' || coalesce((
      select string_agg(plain, ' ') from (select distinct v.plain from unit_version v where v.unit = any(s.places)) d), '') as plain
    from spots s
  )
  insert into product_search (product, name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
    recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside, listed, invented)
  select p.id, p.name,
    word_vector(concat_ws(' ', p.name_plain, r.name_plain, a.plain,
      (select string_agg(plain_text(c.code), ' ') from product_code c where c.product = p.id),
      (select string_agg(plain_text(o.product_name), ' ') from recognition o where o.product = p.id and o.product_name <> p.name),
      (select string_agg(plain_text(f.open ->> 'name'), ' ') from product_fact f where f.product = p.id and f.section = 'name' and not f.undone and f.open ->> 'name' <> p.name),
      (with recursive under as (select id, name_plain from product where joined_into = p.id union select j.id, j.name_plain from under u join product j on j.joined_into = u.id)
        select string_agg(name_plain, ' ') from under),
      (select string_agg(plain_text(f.open ->> 'name'), ' ') from producer_fact f where f.producer = p.producer and f.section = 'name' and not f.undone and f.open ->> 'name' <> r.name),
      (select string_agg(f.open ->> 'gtin', ' ') from product_fact f where f.product = p.id and f.section = 'barcode' and not f.undone))),
    p.name_plain, marked_text(p.name), g.star, p.sector, p.sector_guessed, p.product_set, p.producer, r.name, p.commune, p.province, a.place, coalesce(a.places, '{}'),
    g.id, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside,
    case when g.id is null then (select row.status from list_row row where row.product_id = p.id order by row.decision_date desc nulls last limit 1) end,
    p.invented
  from product p
  left join producer r on r.id = p.producer
  left join recognition g on g.id = p.current_recognition
  left join lifecycle l on l.id = g.id
  left join around a on (a.commune, a.former_unit, a.province) is not distinct from (p.commune, p.former_unit, p.province)
  where p.id = any(wanted) and p.joined_into is null
  on conflict (product) do update set (name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
      recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside, listed, invented)
    = (excluded.name, excluded.words, excluded.plain, excluded.marked, excluded.star, excluded.sector, excluded.sector_guessed, excluded.product_set, excluded.producer,
      excluded.producer_name, excluded.commune, excluded.province, excluded.place, excluded.places, excluded.recognition, excluded.life,
      excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest, excluded.expires_latest, excluded.extended_from, excluded.extended_to, excluded.ended_on, excluded.aside,
      excluded.listed, excluded.invented)
$$;
