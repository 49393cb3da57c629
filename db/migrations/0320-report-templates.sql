-- Templates of reports a province made on the screen; the ready ones are files of the programme. A report keeps the template it
-- was begun with (compiled_report.content).
create table report_template (
  id uuid primary key references lifecycle,
  province uuid not null references unit,
  name text not null,
  no integer not null default 1 check (no > 0),   -- how often it was changed
  given jsonb not null,                           -- the blocks as they stand in the form
  content jsonb not null                          -- the template they make
);
create index report_template_province on report_template (province);
grant select, insert, update on report_template to app;
grant select on report_template to report;
