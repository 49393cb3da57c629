-- Art. 4.2: before the opening nobody a dossier's names are kept from reaches the dossier through a seat.
select o.session, o.dossier, r.account
  from session_dossier o join council_session s on s.id = o.session and s.settings ->> 'anonymous' in ('scorers', 'council')
  join seat_reach t on t.subject = s.id and (t.seat_role <> 'secretary' or s.settings ->> 'anonymous' = 'council')
  join seat_reach r on r.subject = o.dossier and r.account = t.account
 where not exists (select from evaluation_result e where e.session = s.id);
