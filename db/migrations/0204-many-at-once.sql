-- A list of a hundred thousand rows is written in one transaction (issue 4, section 8): births set by set, nothing twice.

-- The same text as before. Bound when it is made and without a search path of its own, so that the planner takes it in.
create or replace function ledger_row_text(l ledger) returns text language sql stable return (
  jsonb_build_array(l.no, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.subject, l.process, l.action,
    l.from_state, l.to_state, l.version, l.actor, l.actor_name, l.capacity, l.day, l.request_id, l.address, l.reason, l.facts,
    l.next_actor, l.due_on, encode(coalesce(l.prev_hash, ''::bytea), 'hex'))
  || case when l.in_place_of is null then '[]'::jsonb else jsonb_build_array(l.in_place_of) end)::text;

create or replace function move_subject() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare subject_row lifecycle%rowtype;
begin
  select * into subject_row from lifecycle where id = new.subject for no key update;
  if not found or subject_row.process <> new.process or subject_row.state <> new.from_state then
    raise exception 'subject % is no longer in state %', new.subject, new.from_state using errcode = 'OC001';
  end if;
  new.no := nextval('ocop.ledger_no_seq');   -- the number is taken after the lock
  new.at := clock_timestamp();
  new.version := subject_row.version + 1;
  new.prev_hash := subject_row.head;
  new.hash := sha256(convert_to(ledger_row_text(new), 'UTF8'));
  update lifecycle set state = new.to_state, version = new.version, moved_at = new.at, head = new.hash,
    next_actor = new.next_actor, due_on = new.due_on where id = new.subject;
  return new;
end $$;

-- Many births in one statement: the very rows an insert into lifecycle and one into ledger would leave, each written once.
-- Nobody but the owner may give a hash or a head, so rows of the application always pass through the triggers.
create function born_at_once(births json, by_actor text, by_name text, in_capacity text, on_day date, of_request text) returns void
language sql security definer set search_path = ocop, pg_temp as $$
  with numbered as materialized (
    select row(nextval('ocop.ledger_no_seq'), clock_timestamp(), b.id, b.process, b.action, p.initial_state, b."to", 1, by_actor, by_name, in_capacity,
        on_day, of_request, null, null, coalesce(b.facts, '{}'), null, null, null, null, null)::ledger as l, b.producer, b.commune, b.province
    from json_to_recordset(births) as b(id uuid, process text, action text, "to" text, producer uuid, commune uuid, province uuid, facts jsonb)
    join lifecycle_process p on p.process = b.process
  ), hashed as materialized (
    select *, sha256(convert_to(ledger_row_text(l), 'UTF8')) as hash from numbered
  ), alive as (
    insert into lifecycle (id, process, state, version, producer, commune, province, moved_at, head)
    select (l).subject, (l).process, (l).to_state, (l).version, producer, commune, province, (l).at, hash from hashed
  )
  insert into ledger (no, at, subject, process, action, from_state, to_state, version, actor, actor_name, capacity, day, request_id, facts, hash)
  overriding system value
  select (l).no, (l).at, (l).subject, (l).process, (l).action, (l).from_state, (l).to_state, (l).version, (l).actor, (l).actor_name, (l).capacity,
    (l).day, (l).request_id, (l).facts, hash from hashed
$$;
revoke execute on function born_at_once(json, text, text, text, date, text) from public;
grant execute on function born_at_once(json, text, text, text, date, text) to app;
drop trigger ledger_moves_subject on ledger;
create trigger ledger_moves_subject before insert on ledger for each row when (new.hash is null) execute function move_subject();
drop trigger lifecycle_birth on lifecycle;
create trigger lifecycle_birth before insert on lifecycle for each row when (new.head is null) execute function born_in_initial_state();

-- A product may be written with the recognition it will show, before that is written.
alter table product alter constraint product_current_recognition_fkey deferrable initially immediate;

-- A product that is new in the search was not counted before.
create or replace function products_counted() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from counted_product c using changed g where c.product = g.product;
    return null;
  end if;
  if tg_op = 'UPDATE' then delete from counted_product c using changed g where c.product = g.product and not g.open; end if;
  insert into counted_product (product, place) select p.id, p.place from changed g join product p on p.id = g.product where g.open
    on conflict (product) do update set place = excluded.place where counted_product.place <> excluded.place;
  return null;
end $$;
