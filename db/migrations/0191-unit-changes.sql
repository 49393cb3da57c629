-- Changes of administrative units that an administrator records by legal act: drafted, waiting for their day, in effect, or
-- taken back before. What each did to producers, products, dossiers and accounts stays readable record by record.
create table unit_change (
  id uuid primary key,
  kind text not null check (kind in ('merge', 'split', 'alter')),
  act text not null,
  act_date date not null,
  effective_on date not null,
  units uuid[] not null,                          -- the units it touches
  plan jsonb not null,                            -- what becomes of them, as it was written
  state text not null default 'drafted' check (state in ('drafted', 'planned', 'effective', 'cancelled')),
  problem text,                                   -- why it could not take effect on its day
  drafted_at timestamptz not null default now()
);
create index unit_change_waiting on unit_change (effective_on) where state = 'planned';

create table unit_change_effect (
  change uuid not null references unit_change,
  subject uuid not null references lifecycle,
  kind text not null check (kind in ('producer', 'product', 'dossier', 'account')),
  former uuid not null references unit,
  successor uuid references unit,                 -- null: divided, a person says which part it lies in
  settled_on date,
  primary key (change, subject, former)
);
create index unit_change_effect_open on unit_change_effect (subject) where successor is null;

grant select on unit_change, unit_change_effect to app, report;
grant insert, update on unit_change, unit_change_effect to app;

-- Whole units hand over everything that lay in them: the reach of every record goes along. Refused for anything but a
-- succession of the register, so that the application cannot move reach by itself. What is not filed keeps having no province,
-- and a dossier's province is its own (below).
create function reach_follows_unit(gone uuid, heir uuid) returns bigint language plpgsql security definer set search_path = ocop, pg_temp as $$
declare moved bigint;
begin
  if not exists (select from unit_succession s join unit u on u.id = s.former
      where s.former = gone and s.successor = heir and s.part = 'full' and u.valid_to is not null) then
    raise exception 'unit % has no whole successor %', gone, heir;
  end if;
  update lifecycle set commune = heir, province = case when province is null or process = 'dossier' then province
    else (select v.parent from unit_version v where v.unit = heir and v.valid_to is null) end where commune = gone;
  get diagnostics moved = row_count;
  return moved;
end $$;
revoke execute on function reach_follows_unit(uuid, uuid) from public;
grant execute on function reach_follows_unit(uuid, uuid) to app;

-- A dossier whose place is corrected takes its reach along; one that is not filed yet keeps having none.
create function reach_follows_dossier() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set commune = case when commune is null then null else new.commune end,
    province = case when province is null then null else new.province end where id = new.id;
  return null;
end $$;
create trigger dossier_place after update of commune, province on dossier for each row
  when ((old.commune, old.province) is distinct from (new.commune, new.province)) execute function reach_follows_dossier();

-- Products are found by every unit they ever lay in, also one between the former unit of the source and today's (R12.8).
create or replace function places_above(commune uuid, former_unit uuid, province uuid) returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select unnest(unit_above(commune)) id
    union select unnest(unit_above(former_unit))
    union select unnest(unit_above(province))
    union select above.id from unit_succession s cross join lateral unnest(unit_above(s.former)) above(id)
      where former_unit is null and s.successor = commune
      group by above.id having count(*) = (select count(*) from unit_succession o where o.successor = commune)
    union (select min(t.former::text)::uuid from unit_succession s join unit_succession t on t.former = s.successor
      where s.former = former_unit and t.successor = commune having count(*) = 1)
  ) every_unit where id is not null
$$;
