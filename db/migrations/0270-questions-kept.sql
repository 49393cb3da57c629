-- A question about the records is kept under a name, as filters of lists are.
alter table saved_view drop constraint saved_view_list_check;
alter table saved_view add check (list in ('queue', 'dossiers', 'find', 'questions'));
