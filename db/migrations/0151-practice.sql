-- Practice sessions for new members of a council: copies of judged products with their known marks. Nothing here refers to a
-- dossier, a session or a result, and nothing else refers to this.
create table practice (
  id uuid primary key references lifecycle,
  council uuid not null references council,
  title text not null
);
create table practice_item (
  id uuid primary key,
  practice uuid not null references practice,
  position integer not null,
  product text not null, producer text not null, product_set text not null,
  claims jsonb not null,                          -- the producer's words by criterion
  papers jsonb not null,                          -- [{title, criteria}]
  known jsonb not null                            -- {sum, count, star, criteria: [{criterion, sum, count}]}, as the council judged
);
create index practice_item_practice on practice_item (practice);
create table practice_sheet (
  id uuid primary key default gen_random_uuid(),
  item uuid not null references practice_item, account uuid not null references account,
  answers jsonb not null default '{}', notes jsonb not null default '{}',
  draft_version integer not null default 1, submitted_at timestamptz,
  unique (item, account)
);
create index practice_sheet_account on practice_sheet (account);
grant select on practice, practice_item, practice_sheet to app;
grant insert on practice, practice_item to app;
grant insert, update on practice_sheet to app;
