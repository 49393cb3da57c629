-- A certificate issued here repeats its decision: number, day, star, product; none is without an issued decision.
select r.id, r.certificate_number, d.number, i.star, l.state
  from recognition r
  left join decision d on d.id = r.decision
  left join lifecycle l on l.id = d.id
  left join decision_item i on i.decision = d.id and i.recognition = r.id
  left join dossier o on o.id = i.dossier
 where r.decision is not null
   and (l.state, r.decision_number, r.issued_earliest, r.issued_latest, r.star, r.product, r.dossier)
       is distinct from ('issued', d.number, d.dated, d.dated, i.star, o.product, i.dossier)
