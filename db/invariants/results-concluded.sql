-- A dossier that got past a session has a result of a concluded session, unless it was excluded; at the Ministry also one of the Ministry's.
select d.id, l.state, count(e.session) as results, count(c.id) as central
  from dossier d
  join lifecycle l on l.id = d.id
  left join (evaluation_result e join lifecycle k on k.id = e.session and k.state = 'concluded'
        join council_session z on z.id = e.session left join council c on c.id = z.council and c.level = 'central') on e.dossier = d.id
 where l.state in ('concluded', 'recognised', 'candidate', 'notRecognised', 'sentToMinistry', 'central', 'centralSession',
                   'centralConcluded', 'centralReturned')
 group by d.id, l.state
having count(e.session) < 1 or (l.state in ('centralConcluded', 'centralReturned') and count(c.id) < 1)
