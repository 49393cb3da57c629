-- Every filing of a dossier is in the ledger with its seal, and the newest one's seal stands on the dossier.
select f.dossier, f.no, f.hash, d.content_hash
  from dossier_filing f join dossier d on d.id = f.dossier
 where not exists (select from ledger g where g.subject = f.dossier and g.action = 'dossier.submit' and g.facts->>'contentHash' = f.hash)
    or (f.hash <> d.content_hash and not exists (select from dossier_filing n where n.dossier = f.dossier and n.no > f.no))
