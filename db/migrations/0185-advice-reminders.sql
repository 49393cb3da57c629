-- A request of the advisory team that comes to its last day is told once a request and step; step = days before, 0 = it has passed.
create table advice_reminder (
  request uuid not null references advice_request,
  step integer not null check (step >= 0),
  day date not null,
  at timestamptz not null default now(),
  primary key (request, step)
);
create index advice_request_open on advice_request (due_on, id) where answered_on is null;
grant select on advice_reminder to app, report;
grant insert on advice_reminder to app;
