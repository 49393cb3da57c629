-- The dossier of one product for one evaluation.
create table dossier (
  id uuid primary key references lifecycle,
  kind text not null check (kind in ('first', 'upgrade', 'reEvaluation')),
  product uuid not null references product,
  producer uuid not null references producer,
  commune uuid not null references unit,
  province uuid not null references unit,
  product_set text not null,                      -- set id, e.g. 26-2026/06; decides the sheet
  rulebook text not null,                         -- stored, never recomputed (R1.1)
  former_recognition uuid references recognition,
  form jsonb not null default '{}',               -- Form 01 and 02, fields by name
  answers jsonb not null default '{}',            -- self-score: criterion → option id or list
  answer_notes jsonb not null default '{}',       -- criterion → the producer's description
  draft_version integer not null default 1,       -- version of form, answers and papers while a draft
  entered_by uuid not null references account,
  on_behalf boolean not null default false,       -- "nhập hộ" by an officer from paper
  signed_form uuid references file,
  content_hash text,                              -- of the submitted content
  submitted_on date, received_on date, proposed_on date,
  received_by uuid references account,
  samples_received integer, paper_set_received boolean not null default false,
  product_code text,
  round uuid,
  created_at timestamptz not null default now()
);
create index dossier_producer on dossier (producer);
create index dossier_product on dossier (product);
create index dossier_round on dossier (round);

create table dossier_paper (                      -- a paper of the wallet cited in this dossier
  dossier uuid not null references dossier,
  paper uuid not null references paper,
  position integer not null default 0,
  verdict text check (verdict in ('pass', 'fail')),
  verdict_reason text,
  verdict_by uuid references account,
  verdict_at timestamptz,
  primary key (dossier, paper)
);
create table dossier_evidence (                   -- the paper supports this criterion
  dossier uuid not null references dossier,
  criterion text not null,
  paper uuid not null references paper,
  primary key (dossier, criterion, paper)
);
create table commune_assessment (                 -- Form 03: four assessments
  dossier uuid primary key references dossier,
  version integer not null default 1,
  material text, labour text, idea text, identity text,
  form_number text, form_date date, letter_number text, letter_date date, signatory text, signed_file uuid references file
);
create table receipt_slip (
  dossier uuid not null references dossier,
  body text not null check (body in ('commune', 'province')),
  number integer not null, year integer not null, text text not null,
  received_on date not null, receiver uuid not null references account, receiver_name text not null,
  unit uuid not null references unit,
  primary key (dossier, body, number, year),
  unique (unit, body, year, number)
);
create table advisory_report (
  dossier uuid primary key references dossier,
  number text not null, dated date not null, file uuid references file, summary text, recorded_by uuid references account
);
grant select on dossier, dossier_paper, dossier_evidence, commune_assessment, receipt_slip, advisory_report to app, report;
grant insert, update on dossier, dossier_paper, commune_assessment, advisory_report to app;
grant insert on receipt_slip to app;
grant insert, delete on dossier_evidence to app;
grant delete on dossier_paper to app;
