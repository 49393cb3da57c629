-- Leave and delegations: who acts in whose place, by which paper, in which acts, from when to when.
create table delegation (
  id uuid primary key references lifecycle,
  appointment uuid not null references appointment,   -- the place: a role at an office
  holder uuid not null references account,            -- who is away
  deputy uuid references account,                     -- null: leave, and nobody takes the place
  cause text not null check (cause in ('leave', 'illness', 'mission', 'study', 'other')),
  acts text[] not null,                               -- groups of acts of the policy table
  act text not null, act_date date not null,          -- the paper that orders it
  valid_from date not null, valid_to date not null,   -- first and last day
  recorded_by uuid not null references account,
  check (deputy is distinct from holder),
  check ((deputy is null) = (cardinality(acts) = 0)),
  check (valid_to >= valid_from or valid_to = valid_from - 1)   -- ended before its first day: it never held
);
create index delegation_deputy on delegation (deputy, valid_to) where deputy is not null;
create index delegation_holder on delegation (holder);
grant select on delegation to app, report;
grant insert, update on delegation to app;

-- A row of the ledger names the colleague in whose place somebody acted. Rows without keep the hash they have.
alter table ledger add column in_place_of jsonb;
grant insert (in_place_of) on ledger to app;
create or replace function ledger_row_text(l ledger) returns text language sql immutable set search_path = ocop, pg_temp as $$
  select (jsonb_build_array(l.no, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.subject, l.process, l.action,
    l.from_state, l.to_state, l.version, l.actor, l.actor_name, l.capacity, l.day, l.request_id, l.address, l.reason, l.facts,
    l.next_actor, l.due_on, encode(coalesce(l.prev_hash, ''::bytea), 'hex'))
    || case when l.in_place_of is null then '[]'::jsonb else jsonb_build_array(l.in_place_of) end)::text
$$;
