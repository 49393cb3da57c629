-- What a certificate is worth on any day is one function, on past days too: the first day of a prolongation is told wherever
-- certificates are judged, and no caller can leave it out.
alter table product_search add column extended_from date;
alter table counted_recognition add column extended_from date;
update product_search s set extended_from = g.extended_from from recognition g where g.id = s.recognition and g.extended_from is not null;
update counted_recognition c set extended_from = g.extended_from from recognition g where g.id = c.recognition and g.extended_from is not null;
drop index product_search_facets;
create index product_search_facets on product_search
  (star, sector, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, recognition) where open;

drop function certificate_state(text, date, date, date, date, date, date, date, boolean, date);
-- certificateOn of src/law/certificate.ts as one SQL expression that the planner inlines (a test draws random certificates and
-- days and compares both). `life` is the state of the recognition in the ledger.
create function certificate_state(life text, issued_earliest date, issued_latest date, expires_earliest date, expires_latest date,
  extended_from date, extended_to date, ended_on date, on_day date, expiry_day_valid boolean)
  returns text language sql immutable parallel safe as $$
  select case
    when life in ('revoked', 'annulled', 'superseded') and (ended_on is null or ended_on <= on_day) then life
    when issued_latest is null then 'undetermined'
    when on_day < issued_earliest then 'notYet'
    when on_day > expires_latest or (not expiry_day_valid and on_day = expires_latest) then
      case when on_day <= extended_to and (extended_from is null or extended_from <= on_day) then 'extended' else 'expired' end
    when on_day >= issued_latest and (on_day < expires_earliest or (expiry_day_valid and on_day = expires_earliest)) then 'inForce'
    else 'undetermined'
  end
$$;

-- Which recognition speaks for a product on a day: speaksOn of src/law/validity.ts.
create function recognition_on(wanted uuid, on_day date, expiry_day_valid boolean) returns uuid language sql stable parallel safe as $$
  select g.id from ocop.recognition g join ocop.lifecycle l on l.id = g.id cross join lateral (select ocop.certificate_state(l.state, g.issued_earliest,
    g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on, on_day, expiry_day_valid) as state) c
  where g.product = wanted and c.state <> 'notYet'
  order by c.state in ('inForce', 'extended') desc, g.issued_latest desc nulls last, g.id limit 1
$$;

create or replace function recognitions_counted() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare touched uuid[];
begin
  execute tg_argv[0] into touched;
  if touched is null then return null; end if;
  insert into counted_recognition (recognition, product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on)
  select g.id, g.product, p.place, g.star, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_from, g.extended_to, g.ended_on
  from recognition g join product p on p.id = g.product join lifecycle l on l.id = g.id where g.id = any(touched)
  on conflict (recognition) do update set (product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on)
    = (excluded.product, excluded.place, excluded.star, excluded.life, excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest,
       excluded.expires_latest, excluded.extended_from, excluded.extended_to, excluded.ended_on);
  return null;
end $$;

-- What is worth something on a day, by place and star: what certificate_state calls inForce or extended, in the order the
-- index has it (a test compares both).
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
$$;
