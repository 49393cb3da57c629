-- Each stored result is the sum and the number of the submitted sheets it was computed from.
select e.session, e.dossier, e.point_sum, e.sheet_count, sheets.total, sheets.n
  from evaluation_result e
  join lifecycle k on k.id = e.session and k.state in ('opened', 'concluded')
  cross join lateral (
    select coalesce(sum(v.total), 0) as total, count(*) as n
      from score_sheet s
      join lifecycle l on l.id = s.id and l.state = 'submitted'
      join lateral (select total from score_sheet_version where sheet = s.id order by no desc limit 1) v on true
     where s.session = e.session and s.dossier = e.dossier
       and not exists (select from recusal x where x.session = s.session and x.dossier = s.dossier and x.seat = s.seat)
  ) sheets
 where (e.point_sum, e.sheet_count) is distinct from (sheets.total, sheets.n)
