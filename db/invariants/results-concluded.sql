-- A dossier that got past its session has one result of a concluded session, unless it was excluded.
select d.id, l.state, count(e.session) as results
  from dossier d
  join lifecycle l on l.id = d.id
  left join (evaluation_result e join lifecycle k on k.id = e.session and k.state = 'concluded') on e.dossier = d.id
 where l.state in ('concluded', 'recognised', 'candidate', 'notRecognised')
 group by d.id, l.state
having count(e.session) <> 1
