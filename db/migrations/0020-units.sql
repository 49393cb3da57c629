-- Administrative units with time: own key; code, name, parent and type are attributes with validity (R12.2).
create function plain_text(value text) returns text language sql immutable strict parallel safe set search_path = ocop, public, pg_temp as $$
  select btrim(regexp_replace(lower(unaccent(normalize(value, NFC))), '[^a-z0-9]+', ' ', 'g'))
$$;

create table unit (
  id uuid primary key,
  level text not null check (level in ('province', 'district', 'commune')),
  valid_from date not null,
  valid_to date                                   -- last day, inclusive; null = still valid
);

create table unit_version (
  unit uuid not null references unit,
  valid_from date not null,
  valid_to date,
  code text not null,
  name text not null,                             -- Cao Lãnh
  full_name text not null,                        -- Phường Cao Lãnh
  type text not null,                             -- xã, phường, thị trấn, đặc khu, tỉnh, thành phố …
  parent uuid references unit,
  act text,
  plain text not null generated always as (plain_text(full_name)) stored,
  primary key (unit, valid_from)
);
create index unit_version_code on unit_version (code, valid_from);
create index unit_version_parent on unit_version (parent, valid_from);
create index unit_version_plain on unit_version using gin (plain gin_trgm_ops);

create table unit_succession (                    -- many to many (R12.4): a divided unit is placed by a person, never by rule
  former uuid not null references unit,
  successor uuid not null references unit,
  part text not null check (part in ('full', 'partial')),
  effective_on date not null,
  act text,
  primary key (former, successor)
);
create index unit_succession_successor on unit_succession (successor);

grant select on unit, unit_version, unit_succession to app, report;
grant insert, update on unit, unit_version, unit_succession to app;
