-- The Ministry's own report is on the whole country: neither a unit nor an office of a unit.
alter table compiled_report alter column unit drop not null, alter column office drop not null,
  add check ((unit is null) = (office is null));
drop index compiled_report_once;
create unique index compiled_report_once on compiled_report (coalesce(unit, '00000000-0000-0000-0000-000000000000'), template, from_day, to_day) where open;
