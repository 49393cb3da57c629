-- A sheet lies with one author, who holds its seat and has not stepped back; the secretary scores nothing.
select s.id, c.role, count(r.account) as authors
  from score_sheet s
  join council_seat c on c.id = s.seat
  left join seat_reach r on r.subject = s.id and r.seat_role = 'author'
  left join recusal x on x.session = s.session and x.dossier = s.dossier and x.seat = s.seat
 group by s.id, c.role, c.account
having c.role = 'secretary'
    or (count(x.seat) = 0 and count(r.account) <> 1)
    or (count(x.seat) > 0 and count(r.account) > 0)
    or bool_or(r.account <> c.account)
