-- Legal acts of the programme and what they do to each other. In what state an act is on a day is worked out from these (src/law/act-validity.ts).
create table legal_act (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('law', 'decree', 'resolution', 'decision', 'circular', 'plan', 'dispatch', 'submission', 'conclusion', 'other')),
  number text,                                    -- as printed; null when the source gives none
  issuer text not null,
  level text not null check (level in ('central', 'province', 'commune')),
  title text not null,
  issued_on date, in_force_from date, expires_on date,
  period_from date, period_to date,               -- the years an act is made for
  signatory text, signing_capacity text,
  source text, source_url text, note text,
  file uuid references file,
  open boolean not null default true,             -- shown to everybody
  check (period_to >= period_from),
  check (expires_on >= coalesce(in_force_from, issued_on)),
  check (in_force_from >= issued_on)
);
create unique index legal_act_once on legal_act (code_key(coalesce(number, title)), plain_text(issuer), coalesce(issued_on, '-infinity'));
create index legal_act_number on legal_act (code_key(number)) where number is not null;
create index legal_act_issued on legal_act (issued_on desc nulls last, id);

create table legal_act_relation (
  id uuid primary key,
  act uuid references legal_act,                  -- the act that does it; null when the source does not name it
  kind text not null check (kind in ('amends', 'replaces', 'repeals', 'suspends', 'resumes', 'guides', 'basedOn')),
  other uuid not null references legal_act,
  on_day date,                                    -- from when it tells on the other; null when not known
  note text,
  check (act <> other),
  check (act is not null or kind not in ('guides', 'basedOn')),
  unique nulls not distinct (act, kind, other, on_day)
);
create index legal_act_relation_other on legal_act_relation (other);

grant select on legal_act, legal_act_relation to app, report;
grant insert, update on legal_act to app;
grant insert, delete on legal_act_relation to app;
