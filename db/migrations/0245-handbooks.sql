-- Handbooks of a unit's recognised products, made in the background. What waits is `job`; who holds the advisory lock does it.
create table handbook (
  id uuid primary key references lifecycle,
  province uuid not null references unit,
  unit uuid not null references unit,             -- the province itself, or one of its communes
  as_of date not null,                            -- day whose units and certificates decide
  account text not null, account_name text not null, capacity text not null,   -- who ordered it
  job boolean not null default true,              -- still to be made
  doing text, done integer not null default 0, total integer not null default 0,
  tries integer not null default 0,
  stop boolean not null default false,
  problem text,                                   -- why it was not made, in words
  file uuid references file,
  products integer, pages integer,
  at timestamptz not null default now(),
  check (not job or file is null)
);
create index handbook_province on handbook (province, id desc);
create index handbook_job on handbook (at) where job;
grant select on handbook to app, report;
grant insert, update on handbook to app;
