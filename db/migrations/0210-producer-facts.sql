-- A producer's record through the years: every part of it is a dated fact that is never rewritten. What the register says
-- today stays in table producer; here stands since when, what was before, and what of it is restricted (R19.1, R19.2).
create table producer_fact (
  no bigint generated always as identity primary key,
  producer uuid not null references producer,
  section text not null,                          -- name, kind, registration, representative, address, contact, bank, about, contract, certification, consent
  item uuid not null,                             -- one of several contracts, certifications, consents; the producer itself elsewhere
  valid_from date,                                -- null: it has been so from the beginning
  open jsonb,                                     -- null: taken away, it was entered by mistake
  restricted jsonb not null default '{}',         -- persons, tax codes, bank accounts, private contacts: never in the ledger
  ledger bigint references ledger,                -- the move that brought it; null: as it stood before its first change
  recorded_on date not null,
  undone boolean not null default false           -- came with a join that was undone
);
create index producer_fact_of on producer_fact (producer, section, no);
grant select, insert on producer_fact to app;
grant update (undone) on producer_fact to app;
grant select (no, producer, section, item, valid_from, open, ledger, recorded_on, undone) on producer_fact to report;

-- Which contacts the producer agreed to show in public: phone, email. Follows its contacts and its consents.
alter table producer add column contact_open text[] not null default '{}';
grant select (contact_open) on producer to report;
