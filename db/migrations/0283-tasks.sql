-- Tasks given from above: conclusions of meetings, items of dispatches, tasks of plans; what was done, told and answered.
create table task (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('conclusion', 'dispatch', 'plan', 'other')),
  by_ministry boolean not null,                   -- false: given by the province
  giver text not null,                            -- the office that gives it, as printed
  unit uuid references unit,                      -- who has to do it: a commune or a province …
  owner text,                                     -- … or an office outside the system, by words
  act uuid references legal_act,
  item text,                                      -- where it stands in the act
  words text not null,
  brief text not null generated always as (case when length(words) > 140 then left(words, 139) || '…' else words end) stored,
  given_on date,                                  -- null: the source does not tell
  due_on date, term text,                         -- a last day, and the term as the giver words it
  reported_on date,                               -- the newest report
  source text,
  check (num_nonnulls(unit, owner) = 1)
);
create index task_due on task ((coalesce(due_on, 'infinity')), id);
create index task_unit on task (unit) where unit is not null;
create index task_act on task (act) where act is not null;

create table task_note (
  id uuid primary key,
  task uuid not null references task,
  day date not null,
  kind text not null check (kind in ('progress', 'report')),
  words text not null,
  file uuid references file,
  office text not null,                           -- capacity of who wrote it
  written_at timestamptz not null
);
create index task_note_task on task_note (task, written_at);
create index task_note_file on task_note (file) where file is not null;

create table task_reminder (
  task uuid not null references task,
  due_on date not null,                           -- a task given back with a new term is reminded of anew
  step integer not null,
  day date not null,
  primary key (task, due_on, step)
);
grant select on task, task_note, task_reminder to app, report;
grant insert, update on task to app;
grant insert on task_note, task_reminder to app;
