-- What every write and every letter needs.
create table idempotency_key (
  account uuid not null,
  key text not null check (length(key) between 8 and 200),
  action text not null,
  request_hash text not null,
  response jsonb not null,
  at timestamptz not null default now(),
  primary key (account, key)
);
create index idempotency_key_age on idempotency_key (at);

create table outbox (                             -- letters written in the same transaction as the act, sent afterwards, at least once
  id uuid primary key,
  account uuid,                                   -- in-app note for this account, if any
  channel text not null check (channel in ('email', 'sms', 'app')),
  address text,
  subject text not null,
  body text not null,
  link text,
  about uuid,                                     -- the subject it tells of
  created_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  failed text,
  read_at timestamptz
);
create index outbox_waiting on outbox (not_before) where sent_at is null and failed is null;
create index outbox_account on outbox (account, created_at desc) where account is not null;

create table number_series (                      -- numbers without holes: taken in the transaction that uses them
  series text not null,
  year integer not null,
  last integer not null,
  primary key (series, year)
);
create function next_number(wanted_series text, wanted_year integer) returns integer language sql set search_path = ocop, pg_temp as $$
  insert into number_series (series, year, last) values (wanted_series, wanted_year, 1)
  on conflict (series, year) do update set last = number_series.last + 1
  returning last
$$;

create table setting (                            -- open points of the law and of the office, with the day they apply from
  key text not null,
  scope uuid,                                     -- province, or null for the whole system
  valid_from date not null,
  value jsonb not null,
  note text,
  changed_at timestamptz not null default now(),
  unique nulls not distinct (key, scope, valid_from)
);

create table holiday (                            -- days off and swapped working days entered for a year by its act
  day date primary key,
  kind text not null check (kind in ('off', 'working')),
  name text not null,
  act text not null,
  confirmed boolean not null default true
);

create table file (                               -- content-addressed: the bytes lie in the file store under their SHA-256
  id uuid primary key,                            -- random public id
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null check (size > 0),
  type text not null,
  name text not null,
  pages integer,
  width integer,
  height integer,
  uploaded_by uuid,
  uploaded_at timestamptz not null default now(),
  producer uuid, commune uuid, province uuid,     -- reach, as in lifecycle
  attached boolean not null default false         -- false until something refers to it; swept after a day
);
create index file_sha256 on file (sha256);
create index file_unattached on file (uploaded_at) where not attached;

grant select on idempotency_key, outbox, number_series, setting, holiday, file to app, report;
grant insert, delete on idempotency_key to app;
grant insert, update on outbox, number_series, setting, file to app;
grant insert, update, delete on holiday to app;
grant delete on file to app;
