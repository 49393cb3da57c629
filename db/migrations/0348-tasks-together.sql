-- Tasks given to all communes of a province (or to all provinces) in one act: each is a task of its own, seen together.
alter table task add column together uuid;
create index task_together on task (together) where together is not null;
