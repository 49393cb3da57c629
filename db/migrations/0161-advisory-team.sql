-- The advisory team as named in the council's decision, and its work on a dossier: who is charged with it, papers asked for,
-- visits to the place (Art. 7.3.b and c, 7.4.b and c). One code for both levels; `level` says whose team it is.
create table advisory_team_member (
  id uuid primary key,
  council uuid not null references council,
  position integer not null,
  name text not null, job text, organisation text not null,
  leader boolean not null default false,
  ended_at timestamptz                            -- left out of the team by a later list; what was done stays theirs
);
create index advisory_team_member_council on advisory_team_member (council);
create table advice_assignment (
  dossier uuid not null references dossier, level text not null check (level in ('province', 'central')),
  member uuid not null references advisory_team_member,
  primary key (dossier, level, member)
);
create table advice_request (
  id uuid primary key,
  dossier uuid not null references dossier, level text not null check (level in ('province', 'central')),
  kind text not null check (kind in ('paper', 'test')),
  what text not null, asked_on date not null, due_on date not null,
  asked_by uuid not null references account,
  answer text, answered_on date, answered_by uuid references account
);
create index advice_request_dossier on advice_request (dossier);
create table advice_request_paper (
  request uuid not null references advice_request, paper uuid not null references paper,
  primary key (request, paper)
);
create index advice_request_paper_paper on advice_request_paper (paper);
create table site_visit (
  id uuid primary key,
  dossier uuid not null references dossier, level text not null check (level in ('province', 'central')),
  visited_on date not null,
  place text not null, latitude numeric(9, 6), longitude numeric(9, 6),
  people text not null,                           -- one person a line, as the minutes name them
  findings text not null, proposal text,
  minutes_file uuid references file,              -- the signed minutes
  recorded_by uuid not null references account, recorded_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null))
);
create index site_visit_dossier on site_visit (dossier);
create table site_visit_photo (
  visit uuid not null references site_visit, file uuid not null references file, position integer not null,
  primary key (visit, file)
);
grant select on advisory_team_member, advice_assignment, advice_request, advice_request_paper, site_visit, site_visit_photo to app;
grant insert on advisory_team_member, advice_assignment, advice_request, advice_request_paper, site_visit, site_visit_photo to app;
grant update (position, job, leader, ended_at) on advisory_team_member to app;
grant update (answer, answered_on, answered_by) on advice_request to app;
grant update (minutes_file) on site_visit to app;
grant delete on advice_assignment to app;
-- What the team proposes to the council, beside what it found.
alter table advisory_report add column proposal text;
alter table central_advice add column proposal text;
