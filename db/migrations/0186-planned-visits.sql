-- Visits of an advisory team still to come (Art. 7.3.c, 7.4.c): told to producer and commune, moved or called off with a
-- reason, carried out by the visit recorded from them. The ledger keeps every day they stood on.
create table planned_visit (
  id uuid primary key,
  dossier uuid not null references dossier, level text not null check (level in ('province', 'central')),
  visit_on date not null, starts_at text,         -- '8 giờ 30', as the letter names it
  place text not null,
  people text not null,                           -- one person a line
  purpose text,
  moves integer not null default 0,               -- how often it was moved
  moved_reason text,
  cancelled_on date, cancel_reason text,
  visit uuid unique references site_visit,        -- what it became
  planned_by uuid not null references account, planned_at timestamptz not null default now(), changed_at timestamptz not null default now(),
  check ((cancelled_on is null) = (cancel_reason is null)),
  check (visit is null or cancelled_on is null)
);
create index planned_visit_dossier on planned_visit (dossier);
create index planned_visit_open on planned_visit (visit_on, id) where visit is null and cancelled_on is null;
-- Told once a plan, day and step; step = days before.
create table planned_visit_reminder (
  plan uuid not null references planned_visit, visit_on date not null, step integer not null check (step >= 0),
  at timestamptz not null default now(),
  primary key (plan, visit_on, step)
);
grant select on planned_visit, planned_visit_reminder to app;
grant insert on planned_visit, planned_visit_reminder to app;
grant update (visit_on, starts_at, place, people, purpose, moves, moved_reason, cancelled_on, cancel_reason, visit, changed_at) on planned_visit to app;
