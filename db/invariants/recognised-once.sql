-- A product has at most one certificate in force issued here, and a dossier is recognised exactly when it has one.
select 'product' as what, r.product as id, count(*) as n
  from recognition r join lifecycle l on l.id = r.id
 where r.decision is not null and l.state = 'inForce' group by r.product having count(*) > 1
union all
select 'dossier', d.id, count(r.id)
  from dossier d join lifecycle l on l.id = d.id left join recognition r on r.dossier = d.id
 group by d.id, l.state having (l.state = 'recognised') <> (count(r.id) = 1)
