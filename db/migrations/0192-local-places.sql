-- Craft villages and raw-material areas: what is made or grown where, by whom, at which point of the map.
create table local_place (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('craftVillage', 'materialArea')),
  name text not null,
  craft text not null,                            -- the craft, or what is grown or kept
  commune uuid references unit,                   -- null when a person still has to place it
  province uuid references unit,
  former_place text,                              -- as the source gives it, in the units of its day
  recognised text, act text,                      -- precision of the source
  planting_codes text,                            -- one a line, as printed
  hectares numeric check (hectares >= 0),
  latitude numeric check (latitude between 6 and 23.5),      -- the box around Viet Nam with Hoàng Sa and Trường Sa
  longitude numeric check (longitude between 102 and 118),
  source text,
  check ((latitude is null) = (longitude is null))
);
create index local_place_commune on local_place (commune);
create index local_place_province on local_place (province);

create table local_place_producer (
  local_place uuid not null references local_place,
  producer uuid not null references producer,
  primary key (local_place, producer)
);
create index local_place_producer_of on local_place_producer (producer);

grant select on local_place, local_place_producer to app, report;
grant insert, update on local_place to app;
grant insert, delete on local_place_producer to app;

-- Whose it is follows from where it lies.
create function reach_follows_local_place() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set commune = new.commune, province = new.province where id = new.id;
  return null;
end $$;
create trigger local_place_reach after update of commune, province on local_place for each row
  when ((old.commune, old.province) is distinct from (new.commune, new.province)) execute function reach_follows_local_place();
