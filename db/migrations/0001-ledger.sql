-- The ledger: a move is a row. Who may write what is decided by grants, not by manners.
-- Runs as the owner in schema ocop (search_path = ocop). Before it, the runner makes the schema, the group roles app and
-- report (cluster-wide, no login; sign-in roles of each database are members) and the table schema_migration.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create table lifecycle_process (
  process text primary key,
  initial_state text not null
);

create table lifecycle_step (                     -- generated from src/law/moves.ts by the migration command
  process text not null references lifecycle_process,
  action text not null,
  from_state text not null,
  to_state text not null,
  primary key (process, action, from_state),
  unique (process, action, from_state, to_state)
);

create table lifecycle (                          -- one row for everything that has a life
  id uuid primary key,
  process text not null references lifecycle_process,
  state text not null default 'new',             -- always the process's initial state: the trigger below sets it
  version integer not null default 0,             -- number of moves so far
  producer uuid,                                  -- whose it is: reach of the policy table
  commune uuid,
  province uuid,
  next_actor text,                                -- who must act next (an office, not a person)
  due_on date,                                    -- and by when
  moved_at timestamptz not null default now(),
  head bytea                                      -- hash of the newest ledger row of this subject
);
create index lifecycle_queue on lifecycle (process, next_actor, due_on) where next_actor is not null;
create index lifecycle_producer on lifecycle (producer, process) where producer is not null;
create index lifecycle_commune on lifecycle (commune, process, state) where commune is not null;
create index lifecycle_province on lifecycle (province, process, state) where province is not null;

create table ledger (                             -- the entry is the move
  no bigint generated always as identity primary key,
  at timestamptz not null default now(),
  subject uuid not null references lifecycle,
  process text not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  version integer not null default 0,
  actor text not null check (actor <> ''),        -- account id, or 'system:<command>'
  actor_name text not null default '',
  capacity text not null check (capacity <> ''),  -- role and unit on that day
  day date not null default current_date,         -- the legal day
  request_id text,
  address text,
  reason text,
  facts jsonb not null default '{}',
  next_actor text,
  due_on date,
  prev_hash bytea,
  hash bytea,
  foreign key (process, action, from_state, to_state) references lifecycle_step (process, action, from_state, to_state)
);
create index ledger_subject on ledger (subject, no);
create index ledger_actor on ledger (actor, no);

create function ledger_row_text(l ledger) returns text language sql immutable set search_path = ocop, pg_temp as $$
  select jsonb_build_array(l.no, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.subject, l.process, l.action,
    l.from_state, l.to_state, l.version, l.actor, l.actor_name, l.capacity, l.day, l.request_id, l.address, l.reason, l.facts,
    l.next_actor, l.due_on, encode(coalesce(l.prev_hash, ''::bytea), 'hex'))::text
$$;

create function move_subject() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
declare subject_row lifecycle%rowtype;
begin
  select * into subject_row from lifecycle where id = new.subject for no key update;
  if not found or subject_row.process <> new.process or subject_row.state <> new.from_state then
    raise exception 'subject % is no longer in state %', new.subject, new.from_state using errcode = 'OC001';
  end if;
  new.no := nextval(pg_get_serial_sequence('ocop.ledger', 'no'));   -- the number is taken after the lock
  new.at := clock_timestamp();
  new.version := subject_row.version + 1;
  new.prev_hash := subject_row.head;
  new.hash := sha256(convert_to(ledger_row_text(new), 'UTF8'));
  update lifecycle set state = new.to_state, version = new.version, moved_at = new.at, head = new.hash,
    next_actor = new.next_actor, due_on = new.due_on where id = new.subject;
  return new;
end $$;
create trigger ledger_moves_subject before insert on ledger for each row execute function move_subject();

-- The application may not update lifecycle, so it holds a subject through this door until its transaction ends.
create function hold_subject(subject uuid) returns setof lifecycle language sql security definer set search_path = ocop, pg_temp as $$
  select * from lifecycle where id = subject for no key update
$$;

create function born_in_initial_state() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  select initial_state into strict new.state from lifecycle_process where process = new.process;
  new.version := 0; new.head := null;
  return new;
end $$;
create trigger lifecycle_birth before insert on lifecycle for each row execute function born_in_initial_state();

create function refuse_change() returns trigger language plpgsql set search_path = ocop, pg_temp as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'OC002';
end $$;
create trigger ledger_is_append_only before update or delete on ledger for each row execute function refuse_change();
create trigger ledger_is_not_truncated before truncate on ledger for each statement execute function refuse_change();

create table ledger_seal (
  from_no bigint primary key,
  to_no bigint not null unique,
  count bigint not null,
  root bytea not null,
  previous_root bytea,
  sealed_at timestamptz not null default now()
);

-- Reads of personal data and sign-in events: insert only, sealed the same way.
create table access_log (
  no bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null,                             -- signIn, signInFailed, signOut, read, export, refused, attack …
  account uuid,
  actor_name text not null default '',
  capacity text not null default '',
  address text,
  request_id text,
  subject uuid,
  facts jsonb not null default '{}',
  hash bytea                                      -- of this row; the seals chain them
);
create index access_log_account on access_log (account, no);
create trigger access_log_is_append_only before update or delete on access_log for each row execute function refuse_change();
create trigger access_log_is_not_truncated before truncate on access_log for each statement execute function refuse_change();

create function access_row_text(a access_log) returns text language sql immutable set search_path = ocop, pg_temp as $$
  select jsonb_build_array(a.no, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.kind, a.account, a.actor_name,
    a.capacity, a.address, a.request_id, a.subject, a.facts)::text
$$;
create function access_row_hash() returns trigger language plpgsql security definer set search_path = ocop, pg_temp as $$
begin
  new.at := clock_timestamp();
  new.hash := sha256(convert_to(access_row_text(new), 'UTF8'));
  return new;
end $$;
create trigger access_log_hash before insert on access_log for each row execute function access_row_hash();

create table access_seal (
  from_no bigint primary key,
  to_no bigint not null unique,
  count bigint not null,
  root bytea not null,
  previous_root bytea,
  sealed_at timestamptz not null default now()
);

create trigger ledger_seal_is_append_only before update or delete on ledger_seal for each row execute function refuse_change();
create trigger ledger_seal_is_not_truncated before truncate on ledger_seal for each statement execute function refuse_change();
create trigger access_seal_is_append_only before update or delete on access_seal for each row execute function refuse_change();
create trigger access_seal_is_not_truncated before truncate on access_seal for each statement execute function refuse_change();

grant usage on schema ocop to app, report;
grant select on lifecycle_process, lifecycle_step, lifecycle, ledger, ledger_seal, access_log, access_seal to app, report;
grant insert (id, process, producer, commune, province) on lifecycle to app;   -- birth; never update
grant insert (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, request_id, address, reason, facts, next_actor, due_on)
  on ledger to app;                                                            -- the only verb; never its number, time, version or hash
grant insert (from_no, to_no, count, root, previous_root) on ledger_seal, access_seal to app;
revoke execute on function hold_subject(uuid) from public;
grant execute on function hold_subject(uuid) to app;
grant insert (kind, account, actor_name, capacity, address, request_id, subject, facts) on access_log to app;
