-- Targets of plans (R14.2): of whom, for which years, by which act, how much; what they are measured by.
create table target (
  id uuid primary key references lifecycle,
  unit uuid references unit,                      -- province or commune, as it was when the plan was made; null: the country
  from_on date not null, to_on date not null check (to_on >= from_on),
  name text not null,
  comparator text not null check (comparator in ('equal', 'atLeast', 'atMost', 'range', 'words')),
  low numeric, high numeric,
  measure text not null,                          -- what is counted; % of the denominator
  denominator text check (measure <> '%' or comparator = 'words' or denominator is not null),
  indicator text,                                 -- figure of the reports it is measured by; null: none yet
  act uuid references legal_act,
  owner text,                                     -- the office that answers for it
  quote text,                                     -- as the plan prints it, slips included
  source text, note text,
  check ((comparator in ('equal', 'atLeast', 'range')) = (low is not null)),
  check ((comparator in ('atMost', 'range')) = (high is not null))
);
create index target_unit on target (unit, from_on, to_on);
create index target_act on target (act) where act is not null;
grant select on target to app, report;
grant insert, update on target to app;
