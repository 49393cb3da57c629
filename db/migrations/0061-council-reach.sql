-- Those who sit in a council may open it, not only its sessions.
insert into seat_reach (subject, account, seat_role, seat)
  select council, account, role, id from council_seat where valid_to is null
  on conflict do nothing;
