-- A member's part of the advisory team's report that comes to its last day is told once a last day and step; step = days before
-- the day after it, 0 = it has passed. A last day that is moved begins anew.
create table advice_part_reminder (
  dossier uuid not null references dossier, level text not null check (level in ('province', 'central')),
  member uuid not null references advisory_team_member,
  due_on date not null,
  step integer not null check (step >= 0),
  day date not null,
  at timestamptz not null default now(),
  primary key (dossier, level, member, due_on, step)
);
create index advice_assignment_due on advice_assignment (due_on, dossier, member) where due_on is not null;
create index advice_part_reminder_member on advice_part_reminder (member);
grant select on advice_part_reminder to app, report;
grant insert on advice_part_reminder to app;
