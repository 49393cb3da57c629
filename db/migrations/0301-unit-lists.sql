-- Lists of administrative units that an administrator brings in: kept as they were read, compared with the register whenever
-- they are looked at. Nothing changes by them; what differs becomes drafts of changes, each by its legal act (0191).
create table unit_list (
  id uuid primary key,
  file uuid not null references file,
  file_name text not null,
  rows jsonb not null,                            -- {no, code, type, name, province} as read
  taken_on date not null
);
grant select on unit_list to app, report;
grant insert on unit_list to app;
