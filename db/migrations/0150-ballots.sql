-- Written opinions on re-evaluations (Art. 7.6.d) and how a council's regulation lets it decide the star.
-- A member who holds that a product must be discussed says so on the sheet; a sheet handed in later answers the ballot instead.
create table ballot_ask (
  sheet uuid primary key references score_sheet,
  reason text not null,
  asked_on date not null,
  asked_at timestamptz not null default now()
);

-- Reminders of a ballot: one row a seat and kind; the daily ones once for each day of the setting.
create table ballot_reminder (
  session uuid not null references council_session, seat uuid not null references council_seat,
  kind text not null,                             -- 'secretary:2026-11-22', or 'before:2' for two days before the last day
  day date not null,
  at timestamptz not null default now(),
  primary key (session, seat, kind)
);

-- A ballot that turned into a meeting: { "on": day, "reason": text, "products": [name], "sentOn": day, "answered": n, "members": n }.
alter table council_session add column met_instead jsonb;
-- The stars of the members' sheets and what they decided, where the regulation lets the council vote; null: by the mean.
alter table evaluation_result add column vote jsonb;

grant select on ballot_ask, ballot_reminder to app;
grant insert, update on ballot_ask to app;
grant insert on ballot_reminder to app;
