-- Rounds, councils, sessions, sheets, results.
create table evaluation_round (
  id uuid primary key references lifecycle,
  level text not null check (level in ('province', 'central')),
  province uuid references unit,
  year integer not null, no integer not null,
  proposed_before date not null, inclusive boolean not null, completed_before date not null,
  extra boolean not null default false, act text,
  unique (level, province, year, no)
);
alter table dossier add foreign key (round) references evaluation_round;

create table council (
  id uuid primary key references lifecycle,
  level text not null check (level in ('province', 'central')),
  province uuid references unit,
  name text not null,
  act text not null, act_date date not null,
  regulation jsonb not null                       -- number of members, quorum, spread limit, gate basis …: settings of this council (R4.6)
);
create table council_seat (
  id uuid primary key,
  council uuid not null references council,
  account uuid not null references account,
  role text not null check (role in ('chair', 'viceChair', 'secretary', 'member', 'substitute')),
  substitute_for uuid references council_seat,
  organisation text not null, position text,
  valid_from date not null, valid_to date,
  unique (council, account, valid_from)
);
create table council_session (
  id uuid primary key references lifecycle,
  council uuid not null references council,
  round uuid references evaluation_round,
  title text not null,
  mode text not null check (mode in ('meeting', 'written')),   -- written opinions for re-evaluation (R4.7)
  held_on date, place text, closes_at timestamptz,
  agenda text, settings jsonb not null,           -- the regulation as it was when the session was planned
  minutes_number text, minutes_file uuid references file
);
create table session_attendance (
  session uuid not null references council_session, seat uuid not null references council_seat,
  present boolean not null, reason text, stands_in uuid references council_seat,
  primary key (session, seat)
);
create table session_dossier (
  session uuid not null references council_session, dossier uuid not null references dossier,
  position integer not null, rescoring boolean not null default false,
  primary key (session, dossier)
);
create index session_dossier_dossier on session_dossier (dossier);
create table recusal (
  session uuid not null references council_session, dossier uuid not null references dossier, seat uuid not null references council_seat,
  reason text not null, primary key (session, dossier, seat)
);
create table seat_reach (                         -- which accounts reach a subject through a council seat (policy reach "seat")
  subject uuid not null references lifecycle, account uuid not null references account,
  seat_role text not null, seat uuid not null references council_seat,
  primary key (subject, account, seat_role)
);
create index seat_reach_account on seat_reach (account, seat_role);

create table score_sheet (
  id uuid primary key references lifecycle,
  session uuid not null references council_session, dossier uuid not null references dossier, seat uuid not null references council_seat,
  answers jsonb not null default '{}', notes jsonb not null default '{}', opinion text,
  exclusion jsonb,                                -- {ground, reason} proposed by this member
  draft_version integer not null default 1, saved_at timestamptz,
  submitted_at timestamptz, hash text,
  unique (session, dossier, seat)
);
create table score_sheet_version (                -- every submitted version stays readable
  sheet uuid not null references score_sheet, no integer not null,
  answers jsonb not null, notes jsonb not null, opinion text, exclusion jsonb,
  total integer not null, hash text not null, submitted_at timestamptz not null default now(), reason text,
  primary key (sheet, no)
);
create table evaluation_result (                  -- three stored facts: points, gates, star (R5.2)
  session uuid not null references council_session, dossier uuid not null references dossier,
  point_sum integer not null, sheet_count integer not null, band_star integer not null,
  gates jsonb not null, star integer, candidate boolean not null,
  excluded jsonb, spread jsonb not null, parts jsonb not null, criteria jsonb not null,
  spread_accepted text, path text check (path in ('toMinistry', 'recogniseFour')), path_reason text,
  computed_at timestamptz not null default now(),
  primary key (session, dossier)
);
grant select on evaluation_round, council, council_seat, council_session, session_attendance, session_dossier, recusal, seat_reach, score_sheet, score_sheet_version, evaluation_result to app;
grant select on evaluation_round, council, council_seat, council_session, session_dossier, evaluation_result to report;
grant insert, update on evaluation_round, council, council_seat, council_session, session_attendance, score_sheet, evaluation_result to app;
grant insert, update, delete on session_dossier, seat_reach to app;
grant insert on recusal, score_sheet_version to app;
