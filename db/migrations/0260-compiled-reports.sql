-- Reports compiled by offices: a draft whose figures are counted each time it is opened, and frozen versions of what was sent.
create table compiled_report (
  id uuid primary key references lifecycle,
  template text not null,                         -- id of the template, and its version when the report was begun
  template_version integer not null,
  content jsonb not null,                         -- the template as it was then
  title text not null,
  unit uuid not null references unit,             -- what the report is about, in the units of its day
  unit_name text not null,
  office uuid not null references unit,           -- the commune or province that reports
  period text not null,
  year integer not null,
  part integer not null,
  from_day date not null,
  to_day date not null,
  as_of date not null,                            -- the day figures are counted as of, once it has come
  units_as_of date not null,
  send_by date not null,
  author uuid not null references account,
  draft_version integer not null default 1,
  paragraphs jsonb not null default '{}',         -- free text by the id of its place
  kept jsonb not null default '{}',               -- why a check that does not hold is left so, by its key
  open boolean not null default true              -- false: the draft was thrown away
);
create unique index compiled_report_once on compiled_report (unit, template, from_day, to_day) where open;
create index compiled_report_list on compiled_report (office, to_day desc, id desc);
create table compiled_report_version (
  report uuid not null references compiled_report,
  no integer not null check (no > 0),
  sent_at timestamptz not null default now(),
  as_of date not null,
  ledger_no bigint not null,                      -- row of the sending: what came later is newer than the figures
  sender text not null,
  reason text,                                    -- why it was sent again
  hash text not null,                             -- of `frozen`, also in the ledger row of the sending
  frozen jsonb not null,                          -- questions, figures, text, checks and the composed document
  primary key (report, no)
);
create table report_reminder (
  report uuid not null references compiled_report,
  step integer not null,
  day date not null,
  primary key (report, step)
);
grant select on compiled_report, compiled_report_version, report_reminder to app, report;
grant insert, update on compiled_report to app;
grant insert on compiled_report_version, report_reminder to app;
