-- Long lists taken away: the file is made in the background, for the person who asked and as whom they asked. What waits is `job`.
create table list_file (
  id uuid primary key,
  account uuid not null references account,
  actor jsonb not null,                           -- as whom it was asked for: the list holds what this actor sees
  path text not null,                             -- address of the list with its filters
  title text,                                     -- of the list, once it is known
  job boolean not null default true,
  doing text, done integer not null default 0, total integer not null default 0,
  tries integer not null default 0,
  stop boolean not null default false,
  problem text,
  file uuid references file,
  ends_on date,                                   -- last day on which the file is kept
  at timestamptz not null default now(),
  check (not job or file is null)
);
create index list_file_account on list_file (account, id desc);
create index list_file_job on list_file (at) where job;
create index list_file_ends on list_file (ends_on) where ends_on is not null;
grant select, insert, update, delete on list_file to app;
grant select (id, job, done, total, at, ends_on) on list_file to report;
