-- A subject never changes its process.
select l.no, l.subject, l.process, s.process as process_of_subject
  from ledger l join lifecycle s on s.id = l.subject
 where l.process <> s.process
