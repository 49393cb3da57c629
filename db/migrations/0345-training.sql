-- Training of the programme (R15.2, seed figures 1.3): classes, conferences, visits; how many took part, of which kind, which producers.
create table training (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('class', 'conference', 'online', 'visit')),
  subject text not null,
  organiser text not null,
  venue text,
  commune uuid references unit,                   -- where it counts, as it was on its day; null: the province's own
  former_unit uuid references unit,
  province uuid references unit,
  earlier_units uuid[] not null default '{}',
  place uuid not null generated always as (ocop.place_key(commune, former_unit, province, earlier_units)) stored,
  from_on date not null, to_on date not null check (to_on >= from_on),
  act uuid references legal_act,                  -- act or plan it rests on
  qualifier text not null check (qualifier in ('exact', 'about', 'moreThan')),
  people integer not null check (people > 0),     -- persons; turns: attendances, one person twice is two
  turns integer not null check (turns >= people),
  officers integer check (officers <= people),
  producers integer check (producers <= people),  -- persons sent by producers
  women integer check (women <= people),
  note text,
  invented boolean not null default false,
  check (coalesce(officers, 0) + coalesce(producers, 0) <= people)
);
create index training_day on training (to_on desc, id);
create index training_act on training (act) where act is not null;

create table training_producer (
  training uuid not null references training,
  producer uuid not null references producer,
  primary key (training, producer)
);
create index training_producer_of on training_producer (producer);

create trigger training_place_insert after insert on training referencing new table as changed
  for each statement execute function places_follow_records();
create trigger training_place_update after update on training referencing new table as changed
  for each statement execute function places_follow_records();

grant select on training, training_producer to app, report;
grant insert, update on training to app;
grant insert, delete on training_producer to app;
