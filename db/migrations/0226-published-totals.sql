-- What reports, decisions and newspapers say a place counts, kept beside what the records count; never mixed with them.
create table published_total (
  id uuid primary key references lifecycle,
  unit uuid not null references unit,             -- commune or province the number is about, in the units of its day
  what text not null check (what in ('recognised', 'valid', 'star3', 'star4', 'star5', 'producers')),
  qualifier text not null check (qualifier in ('exact', 'about', 'moreThan')),
  number integer not null check (number >= 0),
  as_of date not null,                            -- the day the number is about
  source text not null,
  source_url text,
  published_on date,
  note text
);
create index published_total_unit on published_total (unit, as_of desc);
grant select on published_total to app, report;
grant insert, update on published_total to app;
create index place_span_province on place_span (province, valid_from);
