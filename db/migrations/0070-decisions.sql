-- Submissions, decisions, notices.
create table decision (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('recognition', 'approval')),   -- recognise 3 and 4 stars; approve a result of five-star candidates
  level text not null check (level in ('province', 'central')),
  province uuid references unit, session uuid references council_session,
  title text not null,
  submission_number text, submission_date date,
  number text, dated date, signatory text, signing_capacity text, signed_file uuid references file,
  content jsonb not null default '{}'
);
create unique index decision_number_once on decision (province, number, (extract(year from dated))) where number is not null;
create table decision_item (
  decision uuid not null references decision, dossier uuid not null references dossier, position integer not null,
  star integer, recognition uuid references recognition,
  primary key (decision, dossier)
);
create table result_notice (
  id uuid primary key, dossier uuid not null references dossier, number text, dated date, content jsonb not null, recorded_at timestamptz not null default now()
);
alter table recognition add foreign key (decision) references decision, add foreign key (dossier) references dossier;
grant select on decision, decision_item, result_notice to app, report;
grant insert, update on decision, decision_item to app;
grant insert on result_notice to app;
