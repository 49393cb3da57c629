-- A submitted sheet carries the seal of its newest version, an open one none; points lie between 0 and 100.
select s.id, l.state, s.hash, v.hash as version_hash, v.total
  from score_sheet s
  join lifecycle l on l.id = s.id
  left join lateral (select * from score_sheet_version where sheet = s.id order by no desc limit 1) v on true
 where (l.state = 'submitted' and (s.hash is distinct from v.hash or s.answers is distinct from v.answers))
    or (l.state = 'open' and s.hash is not null)
    or v.total not between 0 and 100
