-- What the national system (R20.1, R20.2) calls a product, and when it was last told of it.
create table national_record (
  product uuid primary key references product,
  national_id text,                               -- MA_OCOP, as the national system gave it
  transferred_on date not null,
  year integer not null,                          -- Ma_ThoiGian of that transfer
  at timestamptz not null default now()
);
create index national_record_id on national_record (national_id) where national_id is not null;
grant select on national_record to app, report;
grant insert, update on national_record to app;
