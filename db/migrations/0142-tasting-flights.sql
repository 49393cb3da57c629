-- Blind tasting: products of a session under codes, in an order of its own for each member; the key is sealed until the end.
create table tasting_flight (
  id uuid primary key references lifecycle,
  session uuid not null references council_session,
  title text not null,
  seed text not null,                             -- random; codes and orders follow from it (src/law/flight.ts)
  key_hash text not null                          -- SHA-256 of seed and key, shown from the start and printed in the minutes
);
create index tasting_flight_session on tasting_flight (session);
create table tasting_dish (
  flight uuid not null references tasting_flight, code text not null check (code ~ '^[0-9]{3}$'),
  dossier uuid not null references dossier,
  primary key (flight, code), unique (flight, dossier)
);
create table tasting_note (                      -- one a code and member, empty at first; nobody else reads it
  id uuid primary key,
  flight uuid not null, code text not null, seat uuid not null references council_seat,
  liking integer check (liking between 1 and 9), note text not null default '',
  version integer not null default 1, saved_at timestamptz,
  unique (flight, code, seat), foreign key (flight, code) references tasting_dish
);
grant select, insert on tasting_flight, tasting_dish to app;
grant select, insert, update on tasting_note to app;
