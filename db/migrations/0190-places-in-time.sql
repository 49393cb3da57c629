-- Where a record lay on any day, in the units of that day (R12.2, R12.4, R12.8): answered once for all records of one place.
alter table producer add column earlier_units uuid[] not null default '{}';   -- units an act of an authority moved it out of
alter table product add column earlier_units uuid[] not null default '{}';

-- The same knowledge of a place is the same key, whatever record it stands in.
create function place_key(commune uuid, former_unit uuid, province uuid, earlier_units uuid[]) returns uuid language sql immutable parallel safe as $$
  select md5(coalesce(commune::text, '') || '|' || coalesce(former_unit::text, '') || '|' || coalesce(province::text, '') || '|' || earlier_units::text)::uuid
$$;
alter table producer add column place uuid not null generated always as (ocop.place_key(commune, former_unit, province, earlier_units)) stored;
alter table product add column place uuid not null generated always as (ocop.place_key(commune, former_unit, province, earlier_units)) stored;
create index product_place on product (place);
grant select (earlier_units, place) on producer to report;

create table place (
  id uuid primary key,
  commune uuid references unit,
  former_unit uuid references unit,
  province uuid references unit,
  earlier_units uuid[] not null,
  around uuid[] not null default '{}'             -- units its answer rests on: when one of them changes it is asked again
);
create index place_around on place using gin (around);

create table place_span (                         -- null: more than one unit it may have been, or none known
  place uuid not null references place,
  valid_from date not null,
  valid_to date,
  commune uuid references unit,
  district uuid references unit,
  province uuid references unit,
  primary key (place, valid_from)
);

-- The one function of "units as of a day": every place with the units it lay in on that day.
create function places_on(on_day date) returns setof place_span language sql stable parallel safe as $$
  select * from ocop.place_span where valid_from <= on_day and coalesce(valid_to, 'infinity') >= on_day
$$;

-- A known unit that was there on the day is the answer. Else every known unit names those it came from or became; the one
-- commune all of them name is the answer, and where several remain, the district or province they share.
create function refresh_places(wanted uuid[]) returns void language plpgsql security definer
set search_path = ocop, pg_temp set jit = off set plan_cache_mode = 'force_generic_plan' as $$
begin
  delete from place_span where place = any(wanted);
  with recursive known as materialized (           -- offset 0 below: look each unit up, whatever the planner guesses
    select distinct on (p.id, k.unit) p.id as place, k.unit, k.rank, u.valid_from, u.valid_to
    from place p cross join lateral (
      select p.commune, 1 union all select e, 2 from unnest(p.earlier_units) e union all select p.former_unit, 3 union all select p.province, 4) k (unit, rank)
      cross join lateral (select valid_from, coalesce(valid_to, 'infinity') as valid_to from unit where id = k.unit offset 0) u
    where p.id = any(wanted) order by p.id, k.unit, k.rank
  ), forth as (
    select place, unit as known, unit from known
    union select f.place, f.known, s.successor from forth f cross join lateral (select successor from unit_succession where former = f.unit offset 0) s
  ), back as (
    select place, unit as known, unit from known
    union select b.place, b.known, s.former from back b cross join lateral (select former from unit_succession where successor = b.unit offset 0) s
  ), kin as materialized (
    select k.place, k.known, k.unit, n.rank, k.unit = k.known as itself, u.level, u.valid_from, u.valid_to, n.valid_from as known_from, n.valid_to as known_to
    from (select * from forth union select * from back) k join known n on n.place = k.place and n.unit = k.known
      cross join lateral (select level, valid_from, coalesce(valid_to, 'infinity') as valid_to from unit where id = k.unit offset 0) u
  ), version as materialized (
    select k.place, k.unit, v.valid_from, v.valid_to, v.parent
    from (select distinct place, unit from kin) k cross join lateral (select valid_from, valid_to, parent from unit_version where unit = k.unit offset 0) v
  ), over as materialized (
    select o.place, o.parent as unit, v.valid_from, v.valid_to, v.parent
    from (select distinct place, parent from version where parent is not null) o
      cross join lateral (select valid_from, valid_to, parent from unit_version where unit = o.parent offset 0) v
  ), near as materialized (
    select place, unit from version union select place, unit from over union select place, parent from over where parent is not null
  ), turn as (
    select v.place, d.day from (select place, valid_from, valid_to from version union all select place, valid_from, valid_to from over) v
      cross join lateral (values (v.valid_from), (v.valid_to + 1)) d (day) where d.day is not null
    union select unnest(wanted), '-infinity'
  ), span as materialized (
    select place, day, lead(day) over (partition by place order by day) - 1 as last from turn
  ), member as materialized (
    select s.place, s.day, k.known, k.unit, k.level, k.rank, k.itself
    from span s join kin k on k.place = s.place
    where k.valid_from <= s.day and k.valid_to >= s.day and (k.itself or not (k.known_from <= s.day and k.known_to >= s.day))
  ), voters as (
    select place, day, level, count(distinct known) as voters,
      (array_agg(unit order by rank) filter (where itself))[1] as itself
    from member group by place, day, level
  ), named as materialized (
    select m.place, m.day, m.level, m.unit, case when w.itself is null then count(*) = w.voters else m.unit = w.itself end as fits, w.itself
    from member m join voters w on w.place = m.place and w.day = m.day and w.level = m.level
    group by m.place, m.day, m.level, m.unit, w.voters, w.itself
  ), district as materialized (
    select n.place, n.day, n.unit, v.parent from named n join version v on v.place = n.place and v.unit = n.unit
    where n.level = 'district' and n.unit = n.itself and v.valid_from <= n.day and coalesce(v.valid_to, 'infinity') >= n.day
  ), stood as (
    select n.place, n.day, n.unit as commune, case u.level when 'district' then v.parent end as district,
      case u.level when 'province' then v.parent else o.parent end as province
    from named n join version v on v.place = n.place and v.unit = n.unit and v.valid_from <= n.day and coalesce(v.valid_to, 'infinity') >= n.day
      left join lateral (select level from unit where id = v.parent offset 0) u on true
      left join over o on u.level = 'district' and o.place = v.place and o.unit = v.parent and o.valid_from <= n.day and coalesce(o.valid_to, 'infinity') >= n.day
      left join district d on d.place = n.place and d.day = n.day
    where n.level = 'commune' and n.fits and (n.itself is not null or d.unit is null or v.parent = d.unit)
  ), answer as (
    select place, day, array_agg(distinct commune) as communes, array_agg(distinct district) as districts, array_agg(distinct province) as provinces
    from stood group by place, day
  ), province as (
    select place, day, array_agg(unit) as units from named where level = 'province' and fits group by place, day
  ), kept as (
    insert into place_span (place, valid_from, valid_to, commune, district, province)
    select s.place, s.day, s.last,
      case when cardinality(a.communes) = 1 then a.communes[1] end,
      case when cardinality(a.districts) = 1 then a.districts[1] else d.unit end,
      case when cardinality(a.provinces) = 1 then a.provinces[1] when d.unit is not null then d.parent when cardinality(p.units) = 1 then p.units[1] end
    from span s left join answer a on a.place = s.place and a.day = s.day
      left join district d on d.place = s.place and d.day = s.day
      left join province p on p.place = s.place and p.day = s.day
  )
  update place p set around = n.units from (select place, array_agg(unit) as units from near group by place) n where n.place = p.id;
end $$;
revoke execute on function refresh_places(uuid[]) from public;

create function places_follow_records() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare fresh uuid[];
begin
  with born as (
    insert into place (id, commune, former_unit, province, earlier_units)
    select distinct on (c.place) c.place, c.commune, c.former_unit, c.province, c.earlier_units from changed c
    where not exists (select from place p where p.id = c.place)
    on conflict do nothing returning id)
  select array_agg(id) into fresh from born;
  if fresh is not null then perform refresh_places(fresh); end if;
  return null;
end $$;

create function places_follow_units() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare units uuid[]; touched uuid[];
begin
  execute tg_argv[0] into units;
  select array_agg(id) into touched from place where around && units;
  if touched is not null then perform refresh_places(touched); end if;
  return null;
end $$;

do $do$
declare
  follow record;
  event text;
begin
  foreach event in array '{insert,update}'::text[] loop
    for follow in select * from (values ('producer'), ('product')) f (name) loop
      execute format('create trigger %I after %s on %I referencing new table as changed for each statement execute function places_follow_records()',
        follow.name || '_place_' || event, event, follow.name);
    end loop;
    for follow in select * from (values ('unit', 'select array_agg(id) from changed'), ('unit_version', 'select array_agg(unit) from changed'),
        ('unit_succession', 'select array_agg(former) || array_agg(successor) from changed')) f (name, units) loop
      execute format('create trigger %I after %s on %I referencing new table as changed for each statement execute function places_follow_units(%L)',
        follow.name || '_place_' || event, event, follow.name, follow.units);
    end loop;
  end loop;
end $do$;

-- One narrow row a recognition: what it is counted by (R12.8). Kept right by triggers in the transaction of the change.
create table counted_recognition (
  recognition uuid primary key references recognition,
  product uuid not null,
  place uuid not null,
  star integer,
  life text not null,                             -- state of the recognition in the ledger
  issued_earliest date, issued_latest date, expires_earliest date, expires_latest date, extended_to date, ended_on date
);
create index counted_recognition_product on counted_recognition (product);

create function recognitions_counted() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare touched uuid[];
begin
  execute tg_argv[0] into touched;
  if touched is null then return null; end if;
  insert into counted_recognition (recognition, product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_to, ended_on)
  select g.id, g.product, p.place, g.star, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_to, g.ended_on
  from recognition g join product p on p.id = g.product join lifecycle l on l.id = g.id where g.id = any(touched)
  on conflict (recognition) do update set (product, place, star, life, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_to, ended_on)
    = (excluded.product, excluded.place, excluded.star, excluded.life, excluded.issued_earliest, excluded.issued_latest, excluded.expires_earliest,
       excluded.expires_latest, excluded.extended_to, excluded.ended_on);
  return null;
end $$;

do $do$
declare
  follow record;
begin
  for follow in select * from (values
    ('recognition', 'insert', 'select array_agg(id) from changed'),
    ('recognition', 'update', 'select array_agg(id) from changed'),
    ('product', 'update', 'select array_agg(r.recognition) from changed c join ocop.counted_recognition r on r.product = c.id and r.place <> c.place'),
    ('ledger', 'insert', $$select array_agg(subject) from changed where process = 'recognition'$$)
  ) f (name, event, touched) loop
    execute format('create trigger %I after %s on %I referencing new table as changed for each statement execute function recognitions_counted(%L)',
      'counted_recognition_' || follow.event, follow.event, follow.name, follow.touched);
  end loop;
end $do$;

-- What an existing register already holds.
insert into place (id, commune, former_unit, province, earlier_units)
  select distinct on (place) place, commune, former_unit, province, earlier_units
  from (select place, commune, former_unit, province, earlier_units from product
        union all select place, commune, former_unit, province, earlier_units from producer) r;
select refresh_places(array(select id from place));
insert into counted_recognition
  select g.id, g.product, p.place, g.star, l.state, g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_to, g.ended_on
  from recognition g join product p on p.id = g.product join lifecycle l on l.id = g.id;

grant select on place, place_span, counted_recognition to app, report;
