-- A paper of the wallet that comes to its end is told once a paper and step; step = days before the end, 0 = it has ended.
create table paper_reminder (
  paper uuid not null references paper,
  step integer not null check (step >= 0),
  day date not null,
  at timestamptz not null default now(),
  primary key (paper, step)
);
create index paper_end on paper (ends_on, id) where ends_on is not null and removed_at is null;
create index dossier_paper_paper on dossier_paper (paper);
grant select on paper_reminder to app, report;
grant insert on paper_reminder to app;
