-- Does the session still take this seat's sheets? Holds the session together with the other members until the transaction
-- ends, and looks only then (volatile: each statement of it sees what is committed by that moment), so that no sheet slips
-- in behind a closing.
create function session_takes_sheets(wanted uuid, of_seat uuid) returns boolean
language plpgsql volatile set search_path = ocop, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('session:' || wanted, 0));
  return exists (select from lifecycle k where k.id = wanted and k.state = 'scoring')
    and not exists (select from session_attendance t where t.session = wanted and t.seat = of_seat and not t.present);
end $$;
