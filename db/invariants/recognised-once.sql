-- A product has at most one certificate in force issued here, and a dossier has a certificate for each time it was recognised.
select 'product' as what, r.product as id, count(*) as n
  from recognition r join lifecycle l on l.id = r.id
 where r.decision is not null and l.state = 'inForce' group by r.product having count(*) > 1
union all
select 'dossier', d.id, count(r.id)
  from dossier d join lifecycle l on l.id = d.id left join recognition r on r.dossier = d.id
 group by d.id, l.state
having (l.state = 'recognised' and count(r.id) = 0)
    or count(r.id) <> (select count(*) from ledger e where e.subject = d.id and e.action in ('dossier.recognise', 'dossier.recogniseCentral'))
