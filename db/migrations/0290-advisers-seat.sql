-- A member of a council's advisory team may work with an account of their own (Art. 7.3.b–c, 7.4.b–c).
alter table appointment drop constraint appointment_role_check;
alter table appointment add constraint appointment_role_check check (role in ('producer', 'commune', 'province', 'councilChair',
  'councilSecretary', 'councilMember', 'adviser', 'ministry', 'inspector', 'auditor', 'administrator'));
alter table advisory_team_member add column account uuid references account;
create unique index advisory_team_member_account on advisory_team_member (account, council) where account is not null and ended_at is null;
alter table advice_assignment add column due_on date;      -- last day to hand in the own part; null: none is set
create index advice_assignment_member on advice_assignment (member);
grant update (account) on advisory_team_member to app;

-- Dossiers given by name to accounts at this moment (policy reach "given"): the member is still in the team, the council still
-- at work, the dossier with that level's team or council, and the account sits neither in that council nor in a session that has
-- the dossier: who scores it reads by the seat, and where names are kept back does not read it at all.
create view given_reach as
  select a.dossier as subject, m.account
    from advice_assignment a
    join advisory_team_member m on m.id = a.member and m.ended_at is null and m.account is not null
    join lifecycle k on k.id = m.council and k.state = 'active'
    join lifecycle l on l.id = a.dossier
   where l.state = any (case a.level when 'central' then array['central', 'centralSession'] else array['inRound', 'inSession'] end)
     and not exists (select from council_seat s where s.council = m.council and s.account = m.account and s.valid_to is null)
     and not exists (select from session_dossier o join seat_reach t on t.subject = o.session and t.account = m.account where o.dossier = a.dossier);
grant select on given_reach to app;

-- The part of the report a member writes: a draft with a version; what was handed in stays, once for each time.
create table advice_part (
  id uuid primary key,
  dossier uuid not null references dossier, level text not null check (level in ('province', 'central')),
  member uuid not null references advisory_team_member,
  findings jsonb not null default '{}',           -- matter → words; matters are the groups of the product set's sheet, and 'other'
  proposal text,
  draft_version integer not null default 1, saved_at timestamptz not null,
  unique (dossier, level, member)
);
create index advice_part_member on advice_part (member);
create table advice_part_file (
  part uuid not null references advice_part, file uuid not null references file, position integer not null,
  primary key (part, file)
);
create index advice_part_file_file on advice_part_file (file);
create table advice_part_handed (
  part uuid not null references advice_part, no integer not null,
  findings jsonb not null, proposal text, files uuid[] not null, hash text not null,
  handed_on date not null, handed_by uuid not null references account, handed_at timestamptz not null default now(),
  given_back_on date, given_back_why text,        -- the office asked for a better one; this one stays readable
  primary key (part, no)
);
grant select on advice_part, advice_part_file, advice_part_handed to app;
grant insert on advice_part, advice_part_file, advice_part_handed to app;
grant update (findings, proposal, draft_version, saved_at) on advice_part to app;
grant update (given_back_on, given_back_why) on advice_part_handed to app;
grant delete on advice_part_file to app;
