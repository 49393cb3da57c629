-- What was known at an earlier moment. A record holds its newest text; here stays what indicators count of it, as it stood
-- before every transaction that changed it. Together with the birth of the record in the ledger this answers a figure as it
-- was known then. The functions of `ocop_known` stand in for the tables when the indicators are asked so.
create table counted_past (
  of text not null,                               -- the table
  id uuid not null,                               -- the record; of a fact the producer
  no bigint not null default 0,                   -- which fact of the producer
  until timestamptz not null,                     -- when it stopped being so
  kept jsonb not null,
  primary key (of, id, no, until)
);
create index counted_past_until on counted_past (of, until);
grant select on counted_past to app, report;

-- From when on this is kept; no row: from the beginning, the records came after it.
create table counted_past_since (at timestamptz not null);
insert into counted_past_since select now() where exists (select from lifecycle);
grant select on counted_past_since to app, report;

-- First argument: the column of the record, then those that are kept. A record born in the same transaction has no past.
create function keep_counted_past() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  of_record uuid := (was ->> tg_argv[0])::uuid;
begin
  if exists (select from ledger l where l.subject = of_record and l.version = 1 and l.at >= now()) then return null; end if;
  insert into counted_past (of, id, no, until, kept)
  values (tg_table_name, of_record, case when tg_table_name = 'producer_fact' then (was ->> 'no')::bigint else 0 end, now(),
    case when tg_nargs = 1 then was else (select jsonb_object_agg(e.key, e.value) from jsonb_each(was) e where e.key = any(tg_argv[1:])) end)
  on conflict do nothing;
  return null;
end $$;

create trigger counted_recognition_past_update after update on counted_recognition for each row
  when (old.* is distinct from new.*) execute function keep_counted_past('recognition');
create trigger counted_recognition_past_delete after delete on counted_recognition for each row execute function keep_counted_past('recognition');
create trigger product_past_update after update on product for each row
  when ((old.producer, old.sector, old.product_set, old.place) is distinct from (new.producer, new.sector, new.product_set, new.place))
  execute function keep_counted_past('id', 'id', 'producer', 'sector', 'product_set', 'place');
create trigger product_past_delete after delete on product for each row
  execute function keep_counted_past('id', 'id', 'producer', 'sector', 'product_set', 'place');
create trigger producer_past_update after update on producer for each row
  when (old.type is distinct from new.type) execute function keep_counted_past('id', 'id', 'type');
create trigger producer_past_delete after delete on producer for each row execute function keep_counted_past('id', 'id', 'type');
create trigger producer_fact_past_update after update on producer_fact for each row
  when (old.undone is distinct from new.undone) execute function keep_counted_past('producer', 'undone');
create trigger product_year_past_update after update on product_year for each row
  when ((old.product, old.accepted) is distinct from (new.product, new.accepted)) execute function keep_counted_past('id', 'id', 'product', 'year', 'accepted');
create trigger product_year_past_delete after delete on product_year for each row
  execute function keep_counted_past('id', 'id', 'product', 'year', 'accepted');

create schema ocop_known;
grant usage on schema ocop_known to app, report;

-- The moment that is asked about.
create function ocop_known.moment() returns timestamptz language sql stable parallel safe as $$
  select current_setting('ocop.known_at')::timestamptz
$$;
create function ocop_known.born(subject uuid) returns boolean language sql stable parallel safe as $$
  select not exists (select from ocop.ledger l where l.subject = born.subject and l.version = 1 and l.at > (select ocop_known.moment()))
$$;
-- What a table's records were at the moment, of those changed since: the first state that ended after it.
create function ocop_known.past(of_table text) returns table (id uuid, no bigint, kept jsonb) language sql stable parallel safe as $$
  select distinct on (p.id, p.no) p.id, p.no, p.kept from ocop.counted_past p
  where p.of = of_table and p.until > (select ocop_known.moment()) order by p.id, p.no, p.until
$$;
create function ocop_known.counted_recognition() returns setof ocop.counted_recognition language sql stable parallel safe as $$
  select c.* from ocop.counted_recognition c
  where ocop_known.born(c.recognition) and not exists (select from ocop_known.past('counted_recognition') p where p.id = c.recognition)
  union all
  select r.* from ocop_known.past('counted_recognition') p cross join lateral jsonb_populate_record(null::ocop.counted_recognition, p.kept) r
  where ocop_known.born(p.id)
$$;
create function ocop_known.product() returns table (id uuid, producer uuid, sector text, product_set text, place uuid) language sql stable parallel safe as $$
  select c.id, c.producer, c.sector, c.product_set, c.place from ocop.product c
  where not exists (select from ocop_known.past('product') p where p.id = c.id)
  union all
  select (kept ->> 'id')::uuid, (kept ->> 'producer')::uuid, kept ->> 'sector', kept ->> 'product_set', (kept ->> 'place')::uuid from ocop_known.past('product')
$$;
create function ocop_known.producer() returns table (id uuid, type text) language sql stable parallel safe as $$
  select c.id, c.type from ocop.producer c where not exists (select from ocop_known.past('producer') p where p.id = c.id)
  union all
  select (kept ->> 'id')::uuid, kept ->> 'type' from ocop_known.past('producer')
$$;
create function ocop_known.product_year() returns table (id uuid, product uuid, year integer, accepted integer) language sql stable parallel safe as $$
  select c.id, c.product, c.year, c.accepted from ocop.product_year c
  where ocop_known.born(c.id) and not exists (select from ocop_known.past('product_year') p where p.id = c.id)
  union all
  select (kept ->> 'id')::uuid, (kept ->> 'product')::uuid, (kept ->> 'year')::int, (kept ->> 'accepted')::int from ocop_known.past('product_year') p
  where ocop_known.born(p.id)
$$;
-- A fact that came with a move is known from that move on, one without as long as its producer.
create function ocop_known.fact_known(ledger bigint, producer uuid) returns boolean language sql stable parallel safe as $$
  select case when fact_known.ledger is null then ocop_known.born(fact_known.producer)
    else exists (select from ocop.ledger l where l.no = fact_known.ledger and l.at <= (select ocop_known.moment())) end
$$;
create function ocop_known.producer_fact() returns table (no bigint, producer uuid, section text, item uuid, valid_from date, open jsonb, undone boolean)
language sql stable parallel safe as $$
  select f.no, f.producer, f.section, f.item, f.valid_from, f.open, coalesce((p.kept ->> 'undone')::boolean, f.undone)
  from ocop.producer_fact f left join ocop_known.past('producer_fact') p on p.id = f.producer and p.no = f.no
  where ocop_known.fact_known(f.ledger, f.producer)
$$;
-- The same with what is kept of persons, for the one function that counts leaders as its owner.
create function ocop_known.whole_producer_fact() returns table (no bigint, producer uuid, section text, item uuid, valid_from date, open jsonb, restricted jsonb, undone boolean)
language sql stable parallel safe as $$
  select k.no, k.producer, k.section, k.item, k.valid_from, k.open, f.restricted, k.undone
  from ocop_known.producer_fact() k join ocop.producer_fact f on f.no = k.no
$$;
