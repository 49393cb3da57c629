-- A dossier whose round passed before the commune proposed it: told once a dossier and round.
create table round_missed (
  dossier uuid not null references dossier,
  year integer not null,
  no integer not null,
  day date not null,
  at timestamptz not null default now(),
  primary key (dossier, year, no)
);
grant select on round_missed to app, report;
grant insert on round_missed to app;
