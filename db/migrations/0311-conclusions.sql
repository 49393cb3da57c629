-- Meetings whose conclusions become tasks; bodies that give and do tasks; progress in per cent.
create table steering_meeting (
  id uuid primary key references lifecycle,
  body uuid references body,                      -- which body met; null: the office itself
  by_ministry boolean not null,
  title text not null,
  held_on date not null,
  chaired_by text,                                -- office and post of who chaired
  words text,                                     -- what was concluded beside the tasks
  act uuid references legal_act,                  -- the notice of conclusions
  file uuid references file
);
create index steering_meeting_held on steering_meeting (held_on desc, id);
create index steering_meeting_body on steering_meeting (body) where body is not null;
create index steering_meeting_act on steering_meeting (act) where act is not null;
create index steering_meeting_file on steering_meeting (file) where file is not null;
grant select, insert, update on steering_meeting to app;
grant select on steering_meeting to report;

alter table task add column meeting uuid references steering_meeting, add column giver_body uuid references body, add column owner_body uuid references body;
create index task_meeting on task (meeting) where meeting is not null;
create index task_giver_body on task (giver_body) where giver_body is not null;
create index task_owner_body on task (owner_body) where owner_body is not null;
alter table task_note add column percent integer check (percent between 0 and 100);
