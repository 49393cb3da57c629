-- The five-star way: the province's package (Art. 6.3) and the Ministry's own round, advisory report and council (Art. 7.4).
create table five_star_package (                  -- one row a sending; a package asked to be completed is sent again
  id uuid primary key,
  dossier uuid not null references dossier,
  letter_number text not null, letter_date date not null, letter_file uuid references file,
  samples integer not null check (samples >= 0),
  extra_tests text,                               -- further checks and tests of the province, in words
  extra_file uuid references file,
  recorded_by uuid not null references account, recorded_at timestamptz not null default now()
);
create index five_star_package_dossier on five_star_package (dossier, recorded_at desc);
create table central_advice (
  dossier uuid primary key references dossier,
  number text not null, dated date not null, file uuid references file, summary text,
  recorded_by uuid not null references account
);
create table central_notice (                     -- the Ministry tells the province a result below five stars (Art. 7.4.g)
  dossier uuid not null references dossier, session uuid not null references council_session,
  number text not null, dated date not null, file uuid references file, recorded_by uuid not null references account,
  primary key (dossier, session)
);
alter table dossier add column central_round uuid references evaluation_round;
create index dossier_central_round on dossier (central_round) where central_round is not null;
create unique index central_round_once on evaluation_round (year, no) where level = 'central';
create unique index central_decision_number_once on decision (number, (extract(year from dated))) where number is not null and province is null;
grant select on five_star_package, central_advice, central_notice to app, report;
grant insert on five_star_package, central_notice to app;
grant insert, update on central_advice to app;
