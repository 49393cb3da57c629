-- Bodies that steer the programme and who serves in them; officers in charge of the programme in a commune; meetings with conclusions.
create table body (
  id uuid primary key references lifecycle,
  level text not null check (level in ('central', 'province', 'commune')),
  unit uuid references unit,                      -- its province or commune; null: the Ministry's
  kind text not null check (kind in ('steering', 'support', 'office', 'other')),
  name text not null,
  act uuid references legal_act,                  -- establishes it; null: not in the register, or the source does not name it
  from_on date,                                   -- null: the source does not tell
  to_on date,                                     -- last day, once dissolved
  ended_by uuid references legal_act,
  invented boolean not null default false,
  source text, note text,
  check ((level = 'central') = (unit is null)),
  check (to_on >= from_on)
);
create index body_unit on body (unit);
create index body_act on body (act) where act is not null;
create index body_ended_by on body (ended_by) where ended_by is not null;

create table body_member (
  id uuid primary key,
  body uuid not null references body,
  name text,                                      -- null: a position alone, as a source prints it
  position text not null,                         -- office and post
  role text not null check (role in ('head', 'deputy', 'standing', 'secretary', 'member')),
  phone text, email text,                         -- for officers only
  from_on date, to_on date check (to_on >= from_on),
  joined_by uuid references legal_act, left_by uuid references legal_act,
  place integer not null                          -- order of the act
);
create index body_member_body on body_member (body, place);
create index body_member_joined on body_member (joined_by) where joined_by is not null;
create index body_member_left on body_member (left_by) where left_by is not null;

create table commune_officer (                    -- cán bộ phụ trách
  id uuid primary key references lifecycle,
  commune uuid not null references unit,
  name text not null, position text not null,
  phone text, email text,
  act uuid references legal_act,
  from_on date not null, to_on date check (to_on >= from_on),
  invented boolean not null default false
);
create index commune_officer_commune on commune_officer (commune, from_on);
create index commune_officer_act on commune_officer (act) where act is not null;

grant select, insert, update on body, body_member, commune_officer to app;
grant select on body to report;
