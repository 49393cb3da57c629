-- Art. 4.2: before the opening nobody a dossier's names are kept from reaches the dossier through a seat, or as an adviser.
select o.session, o.dossier, r.account
  from session_dossier o join council_session s on s.id = o.session and s.settings ->> 'anonymous' in ('scorers', 'council')
  join seat_reach t on t.subject = s.id and (t.seat_role <> 'secretary' or s.settings ->> 'anonymous' = 'council')
  join (select subject, account from seat_reach union select subject, account from given_reach) r on r.subject = o.dossier and r.account = t.account
 where not exists (select from evaluation_result e where e.session = s.id);
