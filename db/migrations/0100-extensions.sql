-- A certificate prolonged by law while its re-evaluation is decided (Art. 12.3): each prolongation is a record with its
-- dossier, reason, first and latest last day, and what ended it.
create table certificate_extension (
  id uuid primary key,
  recognition uuid not null references recognition,
  dossier uuid not null unique references dossier,
  why text not null check (why in ('late', 'pending')),  -- filed after the window; filed in time, result not there yet
  act text not null,
  starts_on date not null,
  ends_on date not null,                          -- the latest day, 180 days after the end of the term
  ended_on date,                                  -- day of the result
  end_reason text check (end_reason in ('recognised', 'notRecognised', 'excluded', 'withdrawn')),
  check (starts_on <= ends_on),
  check ((ended_on is null) = (end_reason is null))
);
create index certificate_extension_recognition on certificate_extension (recognition, starts_on desc);

create table extension_notice (                   -- the office's written notice of a prolongation
  id uuid primary key,
  extension uuid not null references certificate_extension,
  number text not null,
  dated date not null,
  signatory text,
  file uuid references file,
  recorded_by uuid not null references account,
  recorded_at timestamptz not null default now()
);
create index extension_notice_extension on extension_notice (extension, dated);

grant select on certificate_extension, extension_notice to app, report;
grant insert on certificate_extension, extension_notice to app;
grant update (ended_on, end_reason) on certificate_extension to app;

-- A dossier filed after the end revives the certificate from that day, not before.
alter table recognition add column extended_from date, add check (extended_from <= extended_to);
drop function certificate_state(text, date, date, date, date, date, date, date, boolean);
-- certificateOn of src/law/certificate.ts as one SQL expression that the planner inlines. Lists of today leave the first day of
-- a prolongation out: a running one has always begun.
create function certificate_state(life text, issued_earliest date, issued_latest date, expires_earliest date, expires_latest date,
  extended_to date, ended_on date, on_day date, expiry_day_valid boolean default true, extended_from date default null)
  returns text language sql immutable parallel safe as $$
  select case
    when life in ('revoked', 'annulled', 'superseded') and (ended_on is null or ended_on <= on_day) then life
    when issued_latest is null then 'undetermined'
    when on_day < issued_earliest then 'notYet'
    when on_day > expires_latest or (not expiry_day_valid and on_day = expires_latest) then
      case when on_day <= extended_to and (extended_from is null or extended_from <= on_day) then 'extended' else 'expired' end
    when on_day >= issued_latest and (on_day < expires_earliest or (expiry_day_valid and on_day = expires_earliest)) then 'inForce'
    else 'undetermined'
  end
$$;
