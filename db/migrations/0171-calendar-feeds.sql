-- A calendar's address to subscribe to: one an account and role; of its secret only the hash is kept.
create table calendar_feed (
  id uuid primary key,
  account uuid not null references account,
  appointment uuid not null references appointment,   -- the role whose calendar it is
  token_hash text not null unique,
  made_at timestamptz not null,
  closed_at timestamptz,
  last_read_at timestamptz
);
create unique index calendar_feed_open on calendar_feed (account, appointment) where closed_at is null;
grant select, insert, update on calendar_feed to app;
