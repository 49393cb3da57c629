-- The officers' desk: named filters of lists, acts on many, reminders before a certificate ends.
create table saved_view (                         -- a filter an account gave a name; `query` is made from the list's own filters
  id uuid primary key,
  account uuid not null references account,
  list text not null check (list in ('queue', 'dossiers')),
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 1000),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create unique index saved_view_name on saved_view (account, list, lower(name));

create table act_on_many (                        -- what an act on many came to, one by one; read by who did it
  id uuid primary key,
  account uuid not null references account,
  action text not null,
  back text not null,
  results jsonb not null,
  at timestamptz not null default now()
);
create index act_on_many_age on act_on_many (at);

create table certificate_reminder (               -- exactly one a certificate and step; step = days before the end, 0 = it has ended
  recognition uuid not null references recognition,
  step integer not null check (step >= 0),
  day date not null,
  at timestamptz not null default now(),
  primary key (recognition, step)
);
create index recognition_expiry on recognition (expires_latest, id);

grant select on saved_view, act_on_many, certificate_reminder to app, report;
grant insert, update, delete on saved_view to app;
grant insert, delete on act_on_many to app;
grant insert on certificate_reminder to app;
