-- Producers, products and their papers.
create table producer (
  id uuid primary key references lifecycle,
  version integer not null default 1,
  name text not null,
  name_plain text not null generated always as (plain_text(name)) stored,
  type text,                                      -- ProducerType of the law: cooperative, cooperativeGroup, smallMediumEnterprise, householdBusiness, farm, association, tourismOperator; null = source names none
  address text,                                   -- as printed on certificate and label (original)
  commune uuid references unit,                   -- current commune; null when a person still has to place it
  former_unit uuid references unit,               -- deepest unit before 1 July 2025 that the source gives (commune, district or province)
  province uuid references unit,                  -- current province
  phone text, email text, website text,           -- business contact, public
  tax_code text,                                  -- may be a 12-digit personal number: never public
  founded_on text,                                -- precision of the source
  registration_number text,
  history text, organisation text,
  representative jsonb not null default '{}',     -- restricted: name, position, sex, ethnicity, permanentAddress, phone
  invented boolean not null default false,        -- "dữ liệu giả định"
  source jsonb not null default '{}'
);
create index producer_commune on producer (commune);
create index producer_province on producer (province);
create index producer_name_plain on producer using gin (name_plain gin_trgm_ops);

create table product (
  id uuid primary key references lifecycle,
  version integer not null default 1,
  producer uuid references producer,              -- null: the source names no producer
  name text not null,
  name_plain text not null generated always as (plain_text(name)) stored,
  sector text,                                    -- I … VI
  sector_guessed boolean not null default false,  -- "phân nhóm phỏng đoán"
  product_set text,                               -- set id of taxonomy, e.g. 26-2026/06
  taxonomy text,                                  -- rulebook the classification is made under
  specification text, standard text, story text,
  picture uuid references file,
  commune uuid references unit,                   -- today's; null when a person still has to place it
  former_unit uuid references unit,               -- deepest unit before 1 July 2025 that the source gives
  province uuid references unit,
  place_note text,                                -- former address as the source gives it
  current_recognition uuid,                       -- newest recognition (kept by its moves)
  invented boolean not null default false,
  source jsonb not null default '{}'
);
create index product_producer on product (producer);
create index product_province on product (province, id);
create index product_commune on product (commune, id);
create index product_name_plain on product using gin (name_plain gin_trgm_ops);

create table recognition (                        -- a recognition, and the certificate that follows from it (R6.1)
  id uuid primary key references lifecycle,
  product uuid not null references product,
  star integer check (star between 3 and 5),      -- null: the source does not give it
  rulebook text,
  decision uuid,                                  -- the decision made here, if any
  decision_number text, decision_text_date text, issuer text, signatory text,
  issued_earliest date,                           -- both the same when the source gives the day; null when it gives none
  issued_latest date,
  expires_earliest date,
  expires_latest date,
  extended_to date, extension_reason text,
  ended_on date,                                  -- day a revocation, annulment or supersession takes effect (the last possible one)
  end_decision text, end_text_date text, end_issuer text, end_reason text,   -- the act that ended it, date in the source's precision
  superseded_by uuid references recognition,
  certificate_number text unique,
  check_code text unique,                         -- printed under the QR
  product_code text,                              -- printed label of that day, never rewritten (R6.6)
  product_name text not null, producer_name text, producer_address text,   -- names of its day (R6.7)
  dossier uuid,
  source jsonb not null default '{}',
  check (issued_earliest <= issued_latest and expires_earliest <= expires_latest),
  check (num_nulls(issued_earliest, issued_latest, expires_earliest, expires_latest) in (0, 4))
);
create index recognition_product on recognition (product, issued_latest desc);
create index recognition_code on recognition (product_code);
alter table product add foreign key (current_recognition) references recognition;

create table product_code (                       -- codes given, old and new; opaque labels
  code text not null,
  product uuid not null references product,
  given_on date not null,
  given_by uuid,
  primary key (code, product)
);

create table list_row (                           -- every row of the real lists, as what the source calls it
  id uuid primary key,
  list text not null, row_no integer not null,
  status text not null,                           -- recognised, revoked, registered, candidate, district_evaluated, council_scored, proposed5, register_extract
  product text not null, producer text, address text,
  star integer, score numeric, province uuid references unit, commune uuid references unit,
  decision_number text, decision_date text, year text, issuer text, note text, source_url text,
  product_id uuid references product,             -- where it is shown
  recognition uuid references recognition,        -- only for recognised and revoked rows
  unique (list, row_no),
  check ((recognition is not null) = (status in ('recognised', 'revoked')))
);
create index list_row_product on list_row (product_id);
create table source_list (list text primary key, title text not null, data jsonb not null default '{}');

create table paper (                              -- the producer's evidence wallet: uploaded once, cited many times
  id uuid primary key,
  producer uuid not null references producer,
  kind text not null,                             -- id of the evidence catalogue, e.g. E03
  title text not null,
  number text, issuer text, issued_on date, ends_on date,
  file uuid not null references file,
  added_by uuid, added_at timestamptz not null default now(),
  removed_at timestamptz
);
create index paper_producer on paper (producer) where removed_at is null;

grant select on producer, product, recognition, product_code, list_row, source_list, paper to app, report;
grant insert, update on producer, product, recognition, paper to app;
grant insert on product_code, list_row, source_list to app;
revoke select on producer from report;
grant select (id, version, name, name_plain, type, address, commune, former_unit, province, phone, email, website, founded_on, history, invented, source) on producer to report;
