-- A council's meeting as it is held: the product on the table, what was said of each, and what the council proposes.
create table meeting (
  session uuid primary key references council_session,
  began text not null check (began ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),   -- hour of the day the session is held
  ended text check (ended ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  current uuid references dossier,
  version integer not null default 1
);
create table discussion_note (                   -- what the secretary wrote down while a product was discussed; a draft until the minutes
  session uuid not null references council_session, dossier uuid not null references dossier,
  body text not null, version integer not null default 1, saved_at timestamptz not null default now(),
  primary key (session, dossier)
);
create table council_proposal (
  session uuid not null references council_session, dossier uuid not null references dossier,
  result_at timestamptz not null,                 -- the computed result it speaks of: a product scored again is proposed anew
  proposal text not null, remark text, recorded_at timestamptz not null default now(),
  primary key (session, dossier)
);
grant select, insert, update on meeting, discussion_note, council_proposal to app;
