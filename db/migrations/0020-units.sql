-- Administrative units with time: own key; code, name, parent and type are attributes with validity (R12.2).
-- '-infinity' says "already so in the first list we have" (1 November 2021); the true first day is not known.
create function plain_text(value text) returns text language sql immutable strict parallel safe set search_path = ocop, public, pg_temp as $$
  select btrim(regexp_replace(lower(unaccent(normalize(value, NFC))), '[^a-z0-9]+', ' ', 'g'))
$$;

-- Lower case, single blanks, one way of placing the tone mark (hoà = hòa, thuỷ = thủy): for hits with exact diacritics (U6).
create function marked_text(value text) returns text language plpgsql immutable strict parallel safe as $$
declare
  old_way constant text[] := array['oà','oá','oả','oã','oạ','oè','oé','oẻ','oẽ','oẹ','uỳ','uý','uỷ','uỹ','uỵ'];
  new_way constant text[] := array['òa','óa','ỏa','õa','ọa','òe','óe','ỏe','õe','ọe','ùy','úy','ủy','ũy','ụy'];
  text_so_far text := btrim(regexp_replace(lower(normalize(value, NFC)), '[[:space:][:punct:]]+', ' ', 'g'));
begin
  for i in 1 .. array_length(old_way, 1) loop
    text_so_far := replace(text_so_far, old_way[i], new_way[i]);
  end loop;
  return text_so_far;
end $$;

create table unit (
  id uuid primary key,
  level text not null check (level in ('province', 'district', 'commune')),
  valid_from date not null,
  valid_to date,                                  -- last day, inclusive; null = still valid
  check (valid_to is null or valid_to >= valid_from)
);

create table unit_version (
  unit uuid not null references unit,
  valid_from date not null,
  valid_to date,
  code text,                                      -- null: ended before the first code list we have
  name text not null,                             -- Cao Lãnh
  full_name text not null,                        -- Phường Cao Lãnh
  type text not null,                             -- xã, phường, thị trấn, đặc khu, tỉnh, thành phố …
  parent uuid references unit,
  act text,
  plain text not null generated always as (plain_text(full_name)) stored,
  primary key (unit, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index unit_version_code on unit_version (code, valid_from);
create index unit_version_parent on unit_version (parent, valid_from);
create index unit_version_plain on unit_version using gin (plain gin_trgm_ops);

create table unit_succession (                    -- many to many (R12.4): a divided unit is placed by a person, never by rule
  former uuid not null references unit,
  successor uuid not null references unit,
  part text not null check (part in ('full', 'partial')),
  effective_on date,                              -- null: the source does not give the day
  act text,
  primary key (former, successor)
);
create index unit_succession_successor on unit_succession (successor);

create table province_region (                    -- regions the programme counts by
  unit uuid primary key references unit,
  region text not null
);

-- The version of a unit on a day; for a day after its end its last version, before its beginning its first one.
create function unit_on(wanted uuid, on_day date) returns unit_version language sql stable parallel safe as $$
  select v from unit_version v where v.unit = wanted
  order by (v.valid_from <= on_day) desc, case when v.valid_from <= on_day then v.valid_from end desc nulls last, v.valid_from
  limit 1
$$;

-- "Phường Chũ, tỉnh Bắc Ninh": the unit and all its parents as they were called on that day.
create function place_text(wanted uuid, on_day date) returns text language sql stable parallel safe as $$
  with recursive up as (
    select (v).full_name, (v).parent, 1 as depth from (select unit_on(wanted, on_day) v) s where wanted is not null
    union all
    select (v).full_name, (v).parent, depth + 1
    from (select unit_on(up.parent, on_day) v, up.depth from up where up.parent is not null) s)
  select string_agg(case depth when 1 then full_name else lower(left(full_name, 1)) || substr(full_name, 2) end, ', ' order by depth) from up
$$;

-- The unit itself and every unit it ever lay in.
create function unit_above(wanted uuid) returns uuid[] language sql stable parallel safe as $$
  with recursive up as (
    select wanted as id where wanted is not null
    union
    select over.parent from up cross join lateral (   -- offset 0: look each one up, whatever the planner guesses
      select v.parent from unit_version v where v.unit = up.id and v.parent is not null offset 0) over)
  select coalesce(array_agg(id), '{}') from up
$$;

grant select on unit, unit_version, unit_succession, province_region to app, report;
grant insert, update on unit, unit_version, unit_succession, province_region to app;
