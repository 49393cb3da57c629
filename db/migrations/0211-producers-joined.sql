-- Two records of one producer: found, looked at side by side, joined or remembered as different. Nothing is joined by itself.
alter table producer add column joined_into uuid references producer;
create index producer_joined_into on producer (joined_into) where joined_into is not null;
grant select (joined_into) on producer to report;

-- The record that stands for an old one today: the end of its chain of joins.
create function producer_today(wanted uuid) returns uuid language sql stable parallel safe as $$
  with recursive onward as (
    select id, joined_into from producer where id = wanted
    union
    select p.id, p.joined_into from onward o join producer p on p.id = o.joined_into)
  select id from onward where joined_into is null
$$;

-- How each producer is compared: made from what the register says of it, made anew when that changes.
create table producer_key (
  producer uuid primary key references producer,
  made_of text not null,                          -- hash of name, address, phone, tax code and place
  bare text not null,                             -- name without marks, abbreviated as offices do
  core text not null,                             -- the same without the legal form
  place text not null,                            -- address without marks; '' when it says too little
  phone text, tax_code text,
  province uuid not null references unit
);
create index producer_key_core on producer_key (province, core);
create index producer_key_near on producer_key using gin (core gin_trgm_ops);
create index producer_key_phone on producer_key (phone) where phone is not null;
create index producer_key_tax_code on producer_key (tax_code) where tax_code is not null;

create table producer_pair (                      -- perhaps the same: for a person to judge
  a uuid not null references producer,
  b uuid not null references producer,
  strength integer not null check (strength between 1 and 100),
  reasons text[] not null,
  found_on date not null,
  apart_on date, apart_by uuid, apart_reason text,    -- "không trùng", remembered
  primary key (a, b),
  check (a < b)
);
create index producer_pair_b on producer_pair (b);
create index producer_pair_open on producer_pair (strength desc, a, b) where apart_on is null;

create table producer_join (
  id uuid primary key,
  kept uuid not null references producer,
  joined uuid not null references producer,
  kept_no bigint not null references ledger,      -- the move of the record that was kept
  moved jsonb not null,                           -- ids of what went over, by table
  before jsonb not null,                          -- the record that was kept as it stood: holds restricted facts
  joined_on date not null,
  undone_on date
);
create index producer_join_kept on producer_join (kept);
create unique index producer_join_once on producer_join (joined) where undone_on is null;

-- The dossiers of a joined record, and what was asked about their results, reach whoever acts for the record that was kept.
create function reach_follows_dossier_producer() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set producer = new.producer
  where id = new.id or id in (select r.id from review r where r.dossier = new.id);
  return null;
end $$;
create trigger dossier_reach_producer after update of producer on dossier for each row
  when (old.producer is distinct from new.producer) execute function reach_follows_dossier_producer();

grant select, insert, update, delete on producer_key, producer_pair to app;
grant select, insert on producer_join to app;
grant update (undone_on) on producer_join to app;
grant select on producer_pair to report;
grant select (id, kept, joined, kept_no, joined_on, undone_on) on producer_join to report;

-- Whoever acts for the record that was kept also reaches the old one, which leads on to it.
create function reach_follows_join() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  update lifecycle set producer = coalesce(producer_today(new.joined_into), new.id) where id = new.id;
  return null;
end $$;
create trigger producer_reach_joined after update of joined_into on producer for each row
  when (old.joined_into is distinct from new.joined_into) execute function reach_follows_join();

-- A paper is never rewritten; only whose it is follows a record that is joined into another, or taken out again.
create or replace function paper_is_kept() returns trigger language plpgsql set search_path = ocop, pg_temp as $$
begin
  if to_jsonb(old) - '{removed_at,producer}'::text[] is distinct from to_jsonb(new) - '{removed_at,producer}'::text[]
    or (old.producer <> new.producer and not exists (select from producer p
      where (p.id = old.producer and p.joined_into = new.producer) or (p.id = new.producer and p.joined_into = old.producer))) then
    raise exception 'a paper is never rewritten' using errcode = 'OC002';
  end if;
  return new;
end $$;
