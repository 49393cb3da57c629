-- The sealed record of a concluded session, as it stood when its minutes were made final; never changed (Art. 4.2, Annex II).
create table session_record (
  session uuid primary key references council_session,
  seal text not null,                             -- SHA-256 over all the record says; printed in the minutes
  record text not null,                           -- the file itself (JSON), byte by byte
  made_at timestamptz not null default now()
);
create trigger session_record_is_append_only before update or delete on session_record for each row execute function refuse_change();

-- What was done about sheets that lay further apart than the regulation allows, one row a decision.
create table spread_round (
  session uuid not null references council_session, dossier uuid not null references dossier, no integer not null,
  outcome text not null check (outcome in ('rescored', 'kept')),
  reason text not null,
  mean text not null,                             -- the mean as it was: '83,50'
  pairs jsonb not null,                           -- the pairs as they were, each with the criteria that cause most of it and both notes
  decided_at timestamptz not null default now(),
  primary key (session, dossier, no)
);

-- Stepping back: how it came to it, declared or found.
alter table recusal add column kind text;
-- Where a member lives, only to look for conflicts of interest; never public.
alter table council_seat add column home text;

-- Who advised, funded or inspected a product, or helped to write its dossier: what conflicts of interest are found from.
create table product_tie (
  id uuid primary key,
  product uuid not null references product,
  kind text not null check (kind in ('advised', 'funded', 'inspected', 'wrote')),
  organisation text, person text,
  year integer, note text,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null default now(),
  check (organisation is not null or person is not null)
);
create index product_tie_product on product_tie (product);

-- A conflict found from facts that does not keep the member from scoring, with the reason.
create table conflict_kept (
  session uuid not null references council_session, dossier uuid not null references dossier, seat uuid not null references council_seat,
  kind text not null, reason text not null,
  kept_at timestamptz not null default now(),
  primary key (session, dossier, seat, kind)
);
grant select on session_record, spread_round, product_tie, conflict_kept to app;
grant insert on session_record, spread_round, product_tie, conflict_kept to app;
grant select (session, seal, made_at) on session_record to report;
