-- Accounts, appointments, sessions.
create table account (
  id uuid primary key references lifecycle,
  username text not null unique check (username = lower(username)),
  full_name text not null,
  email text, phone text,
  password_hash text,
  must_change_password boolean not null default true,
  password_changed_at timestamptz,
  totp_secret text,                               -- encrypted with SECRET
  totp_confirmed_at timestamptz,
  totp_last_step bigint,                          -- a code is used once
  demo boolean not null default false,            -- account of the demonstration programme
  last_sign_in_at timestamptz
);
create table appointment (                        -- a role at a body, with its term
  id uuid primary key,
  account uuid not null references account,
  role text not null check (role in ('producer','commune','province','councilChair','councilSecretary','councilMember','ministry','inspector','auditor','administrator')),
  unit uuid references unit,                      -- commune or province
  producer uuid references producer,              -- for role producer
  organisation text,                              -- department, for council members
  position text,
  valid_from date not null,
  valid_to date
);
create index appointment_account on appointment (account);
create table recovery_code (account uuid not null references account, code_hash text not null, used_at timestamptz, primary key (account, code_hash));
create table one_time_code (                      -- invitations, password resets, new devices: once, ten minutes or as said, bound to the attempt
  id uuid primary key, account uuid not null references account, purpose text not null,
  code_hash text not null, tries integer not null default 0, expires_at timestamptz not null, used_at timestamptz, created_at timestamptz not null default now()
);
create table account_session (
  id uuid primary key,
  token_hash text not null unique,
  account uuid not null references account,
  appointment uuid references appointment,        -- the role this session acts in
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  fresh_at timestamptz,                           -- last re-authentication
  second_factor_at timestamptz,
  address text, device text,
  ended_at timestamptz
);
create index account_session_account on account_session (account) where ended_at is null;

grant select on account, appointment, recovery_code, one_time_code, account_session to app;
grant insert, update on account, appointment, recovery_code, one_time_code, account_session to app;
grant delete on recovery_code to app;
