-- A sheet filled in by hand and entered by the secretary in the member's name: marked so for ever, with the scan (Annex II).
alter table score_sheet_version add column entered_by uuid references account;
alter table score_sheet_version add column scan uuid references file;
alter table score_sheet_version add constraint paper_has_both check ((entered_by is null) = (scan is null));
-- The secretary of a session reaches its sheets to enter what came on paper; reading them stays the author's.
insert into seat_reach (subject, account, seat_role, seat)
  select s.id, r.account, r.seat_role, r.seat
    from score_sheet s join seat_reach r on r.subject = s.session and r.seat_role = 'secretary'
  on conflict do nothing;
