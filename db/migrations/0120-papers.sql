-- Who may sign for whom (Decree 30/2020/NĐ-CP Art. 13), and an office's own Word forms of its papers.
create table mandate (
  id uuid primary key references lifecycle,
  province uuid not null references unit,
  person text not null, position text not null,
  capacity text not null check (capacity in ('KT', 'TL', 'TUQ')),
  covers text[] not null check (cardinality(covers) > 0),
  act text not null, act_date date not null,
  valid_from date not null, valid_to date,        -- first and last day on which it holds
  file uuid references file,
  check (capacity <> 'TUQ' or valid_to is not null)
);
create index mandate_province on mandate (province);
alter table decision add column mandate uuid references mandate;
create index decision_mandate on decision (mandate) where mandate is not null;
create table office_template (                    -- fields: the names the form uses, as they were checked when it came in
  id uuid primary key references lifecycle,
  province uuid not null references unit,
  paper text not null,
  file uuid not null references file,
  fields text[] not null
);
create index office_template_paper on office_template (province, paper);
grant select on mandate, office_template to app, report;
grant insert, update on mandate to app;
grant insert on office_template to app;
