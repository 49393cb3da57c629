-- Dossiers judged without names (Art. 4.2, 7.3.b): the number a product bears before those who may not see names, and what
-- they see of each of its papers. From whom names are kept stands in the regulation the session was planned with.
alter table session_dossier add column blind_number text check (blind_number ~ '^[1-9][0-9]{2}$');
alter table session_dossier add unique (session, blind_number);
create table shown_paper (
  session uuid not null references council_session,
  dossier uuid not null references dossier, paper uuid not null references paper,
  verdict text not null check (verdict in ('asIs', 'copy', 'withheld')),
  copy uuid references file,                      -- pages without names, in place of the paper
  decided_by uuid not null references account, decided_at timestamptz not null default now(),
  primary key (session, dossier, paper),
  check ((verdict = 'copy') = (copy is not null))
);
create index shown_paper_copy on shown_paper (copy) where copy is not null;
grant select, insert, update on shown_paper to app;
