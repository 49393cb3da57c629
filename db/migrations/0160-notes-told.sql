-- Which notes of the members' sheets the producer and its commune read once the result is told: never with a name (Art. 4.2).
create table note_told (
  sheet uuid not null, version integer not null,
  criterion text not null,                        -- code of the criterion; 'opinion' for the sheet's opinion as a whole
  told boolean not null,
  reason text,                                    -- why it is kept back
  decided_by uuid not null references account, decided_at timestamptz not null default now(),
  primary key (sheet, version, criterion),
  foreign key (sheet, version) references score_sheet_version,
  check (told or reason is not null)
);
grant select, insert, update on note_told to app;
