-- What was typed into a form when its session had ended (S7): locked with a token only the browser has, taken out at the next sign-in, gone after a day.
create table kept_form (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),  -- hash of the browser's token
  content bytea not null,
  at timestamptz not null default now()
);
create index kept_form_age on kept_form (at);
grant select, insert, delete on kept_form to app;
grant select on kept_form to report;
