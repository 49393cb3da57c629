-- An issued decision gives no product more stars than the council found; every product it recognises has its certificate.
select i.decision, i.dossier, d.kind, i.star, e.star as found, i.recognition
  from decision_item i
  join decision d on d.id = i.decision
  join lifecycle l on l.id = d.id and l.state = 'issued'
  left join evaluation_result e on e.session = d.session and e.dossier = i.dossier
 where (d.kind = 'recognition' and (i.recognition is null or i.star is null or e.star is null or i.star > e.star))
    or (d.kind = 'approval' and (i.recognition is not null or e.candidate is not true))
