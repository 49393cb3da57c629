-- A file on its way in parts (Q7): how much of it has come. The bytes lie aside in the file store; a row without a file is
-- nobody's record yet and goes, with its bytes, after a week.
create table upload (
  id uuid primary key,
  account uuid not null,                          -- whose it is; nobody else may add to it or see it
  name text not null,
  type text not null,
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the whole, as the sender says; checked at the end
  takes text not null,                            -- which kinds the door takes
  received integer not null default 0 check (received between 0 and size),
  file uuid,                                      -- the file it became
  started_at timestamptz not null default now(),
  touched_at timestamptz not null default now()
);
create index upload_account on upload (account, sha256);
create index upload_age on upload (touched_at);
grant select, insert, update, delete on upload to app;
grant select on upload to report;
