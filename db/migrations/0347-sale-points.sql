-- Points of presentation and sale of OCOP products as places (R17.1, R17.2): where, since when, until when, what is sold there.
create table sale_point (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('introduction', 'shop', 'supermarket', 'market', 'station', 'tourist', 'fair', 'other')),
  name text not null,
  address text not null,
  operator text,
  phone text,                                     -- of the point, for shoppers
  commune uuid not null references unit, former_unit uuid references unit, province uuid references unit,
  earlier_units uuid[] not null default '{}',
  place uuid not null generated always as (ocop.place_key(commune, former_unit, province, earlier_units)) stored,
  opened_on date not null, closed_on date check (closed_on >= opened_on),   -- closed_on: the last day
  act text,                                       -- recognises or supports it; as printed
  latitude numeric check (latitude between 6 and 23.5), longitude numeric check (longitude between 102 and 118),
  note text,
  invented boolean not null default false,
  check ((latitude is null) = (longitude is null))
);
create index sale_point_commune on sale_point (commune);
create index sale_point_province on sale_point (province);

create table sale_point_product (
  sale_point uuid not null references sale_point,
  product uuid not null references product,
  primary key (sale_point, product)
);
create index sale_point_product_of on sale_point_product (product);

create trigger sale_point_place_insert after insert on sale_point referencing new table as changed
  for each statement execute function places_follow_records();
create trigger sale_point_place_update after update on sale_point referencing new table as changed
  for each statement execute function places_follow_records();

-- Whose it is follows from where it lies.
create function reach_follows_sale_point() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set commune = new.commune, province = new.province where id = new.id;
  return null;
end $$;
create trigger sale_point_reach after update of commune, province on sale_point for each row
  when ((old.commune, old.province) is distinct from (new.commune, new.province)) execute function reach_follows_sale_point();

grant select on sale_point, sale_point_product to app, report;
grant insert, update on sale_point to app;
grant insert, delete on sale_point_product to app;
