-- A dossier of former years as it was: the total each member of its council gave, and its scanned papers.
alter table past_evaluation add column sheets jsonb not null default '[]';   -- [{member, organisation, total}]
create table past_paper (
  recognition uuid not null references past_evaluation, position integer not null,
  file uuid not null references file,
  primary key (recognition, position)
);
grant select on past_paper to app, report;
grant insert on past_paper to app;
