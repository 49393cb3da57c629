-- The contact of who sent a report is forgotten half a year after the answer.
grant update (contact) on misuse_report to app;
create index misuse_report_contact on misuse_report (closed_on) where contact is not null;
