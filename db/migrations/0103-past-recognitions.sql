-- What is known of a recognition of former years beyond its certificate, entered from its papers: which body decided and which
-- council evaluated, with the units of its day (Art. 12.1; R8.5, R12.9).
create table past_evaluation (
  recognition uuid primary key references recognition,
  unit uuid not null references unit,             -- the district or province whose body decided
  level text not null check (level in ('district', 'province')),
  basis text not null,                            -- the act that gave it the power on that day
  council text,
  held_on date,
  points numeric(5, 2) check (points between 0 and 100),
  place text not null,                            -- where it was made, with the units of that day
  file uuid references file,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null default now()
);
grant select on past_evaluation to app, report;
grant insert on past_evaluation to app;
