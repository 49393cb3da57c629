-- The records a sent version counted, so that a figure that is another today can be explained record by record.
create table compiled_report_row (
  report uuid not null,
  no integer not null,
  rows text not null check (rows in ('stock', 'recognised', 'ended')),
  product uuid not null,
  recognition uuid not null,
  producer uuid,
  star integer,
  sector text,
  producer_type text,
  kind text,                                      -- of what happened: first, upgrade, reEvaluation; expired, revoked
  commune uuid,
  district uuid,
  province uuid,
  foreign key (report, no) references compiled_report_version (report, no)
);
create index compiled_report_row_of on compiled_report_row (report, no, rows);
grant select, insert on compiled_report_row to app;
grant select on compiled_report_row to report;
