-- Columns a person said are not to be read, by their letters; remembered like those that were put right.
alter table list_mapping add column not_read text[] not null default '{}';
