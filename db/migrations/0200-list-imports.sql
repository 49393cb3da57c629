-- Lists of an office on their way into the registry. What is asked of the background worker stands in `job`; it is taken by
-- whoever holds the advisory lock of the import, so a killed process leaves nothing taken.
create table list_import (
  id uuid primary key references lifecycle,
  province uuid not null references unit,
  file uuid not null references file,
  file_name text not null,
  as_of date,                                     -- day whose register of units decides; null: each row's own date
  account text not null, account_name text not null, capacity text not null,   -- who ordered the job under way, as the ledger names them
  job text check (job in ('read', 'compare', 'write', 'undo')),
  doing text,                                     -- a sentence for the screen
  done integer not null default 0, total integer not null default 0,
  tries integer not null default 0,               -- beginnings of this job: after three without an end it is given up
  stop boolean not null default false,            -- somebody asked to stop the job
  problem text,                                   -- why the last job did not end well, in words
  reading jsonb,                                  -- encoding, subject, list kind and sheets as read
  mapping jsonb not null default '{}',            -- what a person corrected
  confirmed_kind text check (confirmed_kind in ('recognised', 'revoked', 'proposed', 'registered', 'voted', 'byRow')),
  version integer not null default 1,             -- of what is settled before writing
  result jsonb,                                   -- what was written, in numbers
  at timestamptz not null default now()
);
create index list_import_province on list_import (province, at desc, id);
create index list_import_job on list_import (at) where job is not null;

create table list_import_row (
  import uuid not null references list_import,
  no integer not null,                            -- place in the file, from 1
  sheet text not null, row integer not null, part integer not null,
  status text not null check (status in ('new', 'same', 'change', 'doubtful', 'refused', 'repeat', 'skipped')),
  code text,                                      -- the first doubt, for bulk acts
  read jsonb not null,                            -- the row as read (ReadRow), never changed
  corrected jsonb,                                -- values a person put right
  settled text check (settled in ('asNew', 'existing', 'takeList', 'leaveOut')),
  settled_product uuid, settled_producer uuid, settled_by text, settled_at timestamptz,
  verdict jsonb not null default '{}',            -- what the comparison found: notes, candidates, changes, place
  product_id uuid, producer_id uuid, recognition_id uuid,   -- where it stands after writing; no references: undoing removes them
  primary key (import, no)
);
create index list_import_row_status on list_import_row (import, status, no);
create index list_import_row_code on list_import_row (import, code, no) where code is not null;

-- What an import made or changed, with the values before: undoing needs nothing else.
create table list_import_subject (
  import uuid not null references list_import,
  subject uuid not null,
  kind text not null check (kind in ('producer', 'product', 'recognition')),
  act text not null check (act in ('made', 'changed', 'superseded', 'ended')),
  version integer not null,                       -- of the subject after the import: a later one means that something depends on it
  before jsonb not null default '{}',
  primary key (import, subject)
);

create table list_mapping (                       -- corrections remembered for the next file with the same headings
  province uuid not null references unit,
  fingerprint text not null,
  columns jsonb not null,
  header_row integer,
  at timestamptz not null default now(),
  primary key (province, fingerprint)
);

grant select on list_import, list_import_row, list_import_subject, list_mapping to app, report;
grant insert, update on list_import, list_import_row, list_mapping to app;
grant insert on list_import_subject to app;
grant delete on list_import_row to app;           -- a file is read again while nothing is written

-- Many rows at once: the search is brought up to date once at the end (refresh_product_search), not after every statement.
create or replace function product_search_follows() returns trigger language plpgsql security definer set search_path = ocop, public, pg_temp as $$
declare touched uuid[];
begin
  if current_setting('ocop.search_later', true) = 'on' then return null; end if;
  execute tg_argv[0] into touched;
  if touched is not null then perform refresh_product_search(touched); end if;
  return null;
end $$;

-- Removes records from the registry whose import was undone; the ledger keeps what they were. Whatever else refers to them
-- makes it fail as a whole.
create function remove_taken_back(wanted uuid[]) returns void language plpgsql security definer set search_path = ocop, public, pg_temp as $$
declare gone uuid[];
begin
  select array_agg(id) into gone from lifecycle where id = any(wanted) and state = 'takenBack' and process in ('producer', 'product', 'recognition');
  delete from product_search where product = any(gone);
  delete from counted_recognition where recognition = any(gone);
  delete from producer_pair where a = any(gone) or b = any(gone);
  delete from producer_key where producer = any(gone);
  update product set current_recognition = null where id = any(gone) and current_recognition is not null;
  delete from recognition where id = any(gone);
  delete from product where id = any(gone);
  delete from producer where id = any(gone);
end $$;
revoke execute on function remove_taken_back(uuid[]) from public;
grant execute on function remove_taken_back(uuid[]) to app;
