-- Each subject stands where its last move led, is waited for by whom that move named, and has as many versions as moves.
select s.id, s.process, s.state, s.version, l.to_state as led_to, l.version as moves, l.no
  from lifecycle s
  left join lateral (select * from ledger where subject = s.id order by no desc limit 1) l on true
 where (s.state, s.version, s.next_actor, s.due_on) is distinct from (l.to_state, l.version, l.next_actor, l.due_on)
