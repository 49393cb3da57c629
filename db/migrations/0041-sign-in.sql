-- Signing in: devices an account is known by, counted failures, codes bound to one attempt.
create table known_device (                       -- a browser in which this account has signed in completely
  id uuid primary key,
  account uuid not null references account,
  token_hash text not null,
  device text not null default '',
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  forgotten_at timestamptz,
  unique (account, token_hash)
);

create table rate_limit (                         -- counted tries; shared by all processes, survives a restart
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

alter table one_time_code
  add column session uuid references account_session,   -- the attempt a code is bound to
  add column sent_to text;                               -- address as shown to the person: h***@…
create index one_time_code_account on one_time_code (account, purpose) where used_at is null;
create index account_email on account (lower(email)) where email is not null;
create index account_phone on account (phone) where phone is not null;
create index account_name on account (full_name, id);

grant select, insert, update on known_device to app;
grant select, insert, update, delete on rate_limit to app;
