-- Not an indicator: who leads the producers in stock, counted from facts that only their office may read (R19.1). It runs as
-- their owner, answers nothing but two counts, and only the indicators that hide small ones may ask.
create function indicator_leaders(as_of date, units_as_of date, unit uuid) returns table (women bigint, minority bigint)
language sql stable security definer set search_path = ocop, pg_temp as $$
  with leader as (
    select distinct on (f.producer) f.producer, f.restricted ->> 'sex' as sex, plain_text(coalesce(f.restricted ->> 'ethnicity', 'kinh')) as people
    from producer_fact f
    where f.section = 'representative' and not f.undone and f.open is not null and coalesce(f.valid_from, '-infinity') <= as_of
      and f.producer in (select s.producer from indicator_stock_rows(as_of, units_as_of, unit) s)
    order by f.producer, coalesce(f.valid_from, '-infinity') desc, f.no desc
  )
  select count(*) filter (where sex = 'female'), count(*) filter (where people <> 'kinh') from leader
$$;
revoke execute on function ocop.indicator_leaders(date, date, uuid) from public;

-- A count that is not zero but smaller than the office lets be told is not told: it would tell who they are.
create function indicator_told(n bigint, as_of date) returns numeric language sql stable as $$
  select case when n = 0 or n >= coalesce((select (s.value #>> '{}')::int from ocop.setting s
    where s.key = 'smallCountFrom' and s.scope is null and s.valid_from <= as_of order by s.valid_from desc limit 1), 5) then n end
$$;
