-- A certificate whose successor was withdrawn as wrongly given may speak again (Art. 10.1.b; the Decision leaves it open): the
-- days on which another stood in its place are kept, so that every day of the past still answers as it was.
alter table recognition add column aside datemultirange;
alter table recognition add column returned_by uuid references recognition;
alter table product_search add column aside datemultirange;
alter table counted_recognition add column aside datemultirange;
create index counted_recognition_aside on counted_recognition (place) where aside is not null;
create index recognition_superseded_by on recognition (superseded_by) where superseded_by is not null;
drop index product_search_facets;
create index product_search_facets on product_search
  (star, sector, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside, recognition) where open;

-- certificateOn of src/law/certificate.ts as one SQL expression that the planner inlines (a test draws random certificates and
-- days and compares both). `life` is the state of the recognition in the ledger, `aside` the days another stood in its place.
drop function certificate_state(text, date, date, date, date, date, date, date, date, boolean);
create function certificate_state(life text, issued_earliest date, issued_latest date, expires_earliest date, expires_latest date,
  extended_from date, extended_to date, ended_on date, aside datemultirange, on_day date, expiry_day_valid boolean)
  returns text language sql immutable parallel safe as $$
  select case
    when life in ('revoked', 'annulled', 'superseded') and (ended_on is null or ended_on <= on_day) then life
    when aside @> on_day then 'superseded'
    when issued_latest is null then 'undetermined'
    when on_day < issued_earliest then 'notYet'
    when on_day > expires_latest or (not expiry_day_valid and on_day = expires_latest) then
      case when on_day <= extended_to and (extended_from is null or extended_from <= on_day) then 'extended' else 'expired' end
    when on_day >= issued_latest and (on_day < expires_earliest or (expiry_day_valid and on_day = expires_earliest)) then 'inForce'
    else 'undetermined'
  end
$$;

-- Which recognition speaks for a product on a day: speaksOn of src/law/validity.ts.
create or replace function recognition_on(wanted uuid, on_day date, expiry_day_valid boolean) returns uuid language sql stable parallel safe as $$
  select g.id from ocop.recognition g join ocop.lifecycle l on l.id = g.id cross join lateral (select ocop.certificate_state(l.state, g.issued_earliest,
    g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside, on_day, expiry_day_valid) as state) c
  where g.product = wanted and c.state <> 'notYet'
  order by c.state in ('inForce', 'extended') desc, g.issued_latest desc nulls last, g.id limit 1
$$;

create or replace function recognitions_counted() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare touched uuid[];
begin
  execute tg_argv[0] into touched;
  if touched is null then return null; end if;
  insert into counted_recognition (recognition, product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside)
  select g.id, g.product, p.place, g.star, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside
  from recognition g join product p on p.id = g.product join lifecycle l on l.id = g.id where g.id = any(touched)
  on conflict (recognition) do update set (product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside)
    = (excluded.product, excluded.place, excluded.star, excluded.life, excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest,
       excluded.expires_latest, excluded.extended_from, excluded.extended_to, excluded.ended_on, excluded.aside);
  return null;
end $$;

-- What is worth something on a day, by place and star: what certificate_state calls inForce or extended, in the order the
-- index has it; the few that another stood in for on that day are taken off again (a test compares both).
create or replace function valid_on(on_day date, expiry_day_valid boolean) returns table (place uuid, star integer, valid bigint)
  language sql stable parallel safe as $$
  select place, star, count(*) from ocop.counted_recognition
  where issued_latest <= on_day and expires_earliest >= on_day + (not expiry_day_valid)::int and stops > on_day
  group by place, star
  union all
  select place, star, count(*) from ocop.counted_recognition
  where extended_to >= on_day and expires_latest < on_day + (not expiry_day_valid)::int and stops > on_day and issued_latest is not null
    and issued_earliest <= on_day and (extended_from is null or extended_from <= on_day)
  group by place, star
  union all
  select place, star, -count(*) from ocop.counted_recognition
  where aside is not null and aside @> on_day and stops > on_day and ocop.certificate_state('inForce', issued_earliest, issued_latest, expires_earliest,
    expires_latest, extended_from, extended_to, null, null, on_day, expiry_day_valid) in ('inForce', 'extended')
  group by place, star
$$;

-- The search follows it.
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
    recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside, listed, invented)
  select p.id, p.name,
    word_vector(concat_ws(' ', p.name_plain, r.name_plain, a.plain,
      (select string_agg(plain_text(c.code), ' ') from product_code c where c.product = p.id),
      (select string_agg(plain_text(o.product_name), ' ') from recognition o where o.product = p.id and o.product_name <> p.name),
      (select string_agg(plain_text(f.open ->> 'name'), ' ') from product_fact f where f.product = p.id and f.section = 'name' and f.open ->> 'name' <> p.name),
      (select string_agg(plain_text(f.open ->> 'name'), ' ') from producer_fact f where f.producer = p.producer and f.section = 'name' and not f.undone and f.open ->> 'name' <> r.name),
      (select string_agg(f.open ->> 'gtin', ' ') from product_fact f where f.product = p.id and f.section = 'barcode'))),
    p.name_plain, marked_text(p.name), g.star, p.sector, p.sector_guessed, p.product_set, p.producer, r.name, p.commune, p.province, a.place, coalesce(a.places, '{}'),
    g.id, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, g.aside,
    case when g.id is null then (select row.status from list_row row where row.product_id = p.id order by row.decision_date desc nulls last limit 1) end,
    p.invented
  from product p
  left join producer r on r.id = p.producer
  left join recognition g on g.id = p.current_recognition
  left join lifecycle l on l.id = g.id
  left join around a on (a.commune, a.former_unit, a.province) is not distinct from (p.commune, p.former_unit, p.province)
  where p.id = any(wanted)
  on conflict (product) do update set (name, words, plain, marked, star, sector, sector_guessed, product_set, producer, producer_name, commune, province, place, places,
      recognition, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside, listed, invented)
    = (excluded.name, excluded.words, excluded.plain, excluded.marked, excluded.star, excluded.sector, excluded.sector_guessed, excluded.product_set, excluded.producer,
      excluded.producer_name, excluded.commune, excluded.province, excluded.place, excluded.places, excluded.recognition, excluded.life,
      excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest, excluded.expires_latest, excluded.extended_from, excluded.extended_to, excluded.ended_on, excluded.aside,
      excluded.listed, excluded.invented)
$$;
