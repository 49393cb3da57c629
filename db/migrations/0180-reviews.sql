-- A result looked at again: a producer's complaint, or the Ministry's request to a province (Art. 10.1.b).
create table review (
  id uuid primary key references lifecycle,
  dossier uuid not null references dossier,
  kind text not null check (kind in ('complaint', 'ministry')),
  number text not null,                           -- the complaint's own: KN-01/2026-33; the number of the Ministry's letter
  dated date not null,                            -- of the complaint or the letter
  instance text not null check (instance in ('province', 'ministry')), -- who answers
  level text not null check (level in ('province', 'central')),        -- whose result it is about
  wish text check (wish in ('redo', 'annul')),
  content text not null,                          -- what is not agreed with, or what was found
  late_reason text,
  file uuid references file,
  on_behalf boolean not null default false,       -- entered by an officer from paper
  entered_by uuid not null references account, entered_at timestamptz not null default now(),
  accepted_on date,
  outcome text check (outcome in ('stands', 'redo', 'annul')),
  answer_number text, answer_dated date, answer text, answer_file uuid references file
);
create index review_dossier on review (dossier, entered_at desc);
create index review_newest on review (entered_at desc, id desc);
-- What was withdrawn as wrongly given: by which decision and why.
create table annulment (
  recognition uuid primary key references recognition,
  review uuid references review,
  number text not null, dated date not null, signatory text not null, reason text not null, file uuid references file,
  recorded_by uuid not null references account, recorded_at timestamptz not null default now()
);
grant select on review, annulment to app, report;
grant insert on review, annulment to app;
grant update (accepted_on, outcome, answer_number, answer_dated, answer, answer_file) on review to app;
