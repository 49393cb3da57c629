-- Support: policies of a province as data (R13.3) and what was paid to producers under them or without one (R13.1, R13.5).
create table support_policy (
  id uuid primary key references lifecycle,
  province uuid not null references unit,
  act uuid not null references legal_act,         -- the resolution or decision that gives it
  name text not null,
  item text not null,
  from_on date not null, to_on date check (to_on >= from_on),   -- to_on null: until the act ends
  rates jsonb not null default '{}',              -- {first: {"3": đồng, …}, upgrade: …, reEvaluation: …}; empty: no amount by star
  percent integer check (percent between 1 and 100),
  cap bigint check (cap > 0),                     -- most one payment may be, đồng
  note text,
  invented boolean not null default false
);
create index support_policy_province on support_policy (province, from_on);
create index support_policy_act on support_policy (act);

create table support_payment (
  id uuid primary key references lifecycle,
  producer uuid not null references producer,
  recognition uuid references recognition,        -- the recognition it was paid for
  policy uuid references support_policy,
  item text not null check (item in ('reward', 'label', 'stamp', 'trademark', 'fair', 'certification', 'equipment', 'salesPoint', 'other')),
  source text not null check (source in ('central', 'province', 'commune', 'lending', 'other')),
  amount bigint not null check (amount > 0),      -- đồng
  paid_on date not null,
  decision text not null,                         -- number and day of the decision, as printed
  again text,                                     -- why the same recognition is paid once more
  note text,
  commune uuid references unit, former_unit uuid references unit, province uuid references unit,   -- the producer's, when it was paid
  earlier_units uuid[] not null default '{}',
  place uuid not null generated always as (ocop.place_key(commune, former_unit, province, earlier_units)) stored,
  invented boolean not null default false
);
create index support_payment_day on support_payment (paid_on desc, id);
create index support_payment_producer on support_payment (producer);
create index support_payment_recognition on support_payment (recognition, policy) where recognition is not null;
create index support_payment_policy on support_payment (policy) where policy is not null;

create trigger support_payment_place_insert after insert on support_payment referencing new table as changed
  for each statement execute function places_follow_records();

grant select on support_policy, support_payment to app, report;
grant insert, update on support_policy, support_payment to app;
