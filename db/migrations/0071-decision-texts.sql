-- The texts officials edit in a draft decision have a version of their own (Q5).
alter table decision add column draft_version integer not null default 1;
