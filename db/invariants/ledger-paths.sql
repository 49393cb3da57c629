-- The moves of a subject form one path: each starts where the one before ended, the first in the initial state, none is left out.
select no, subject, action, from_state, before_state, version
  from (select l.no, l.subject, l.action, l.from_state, l.version, p.initial_state,
               lag(l.to_state) over w as before_state, row_number() over w as place
          from ledger l join lifecycle_process p on p.process = l.process
        window w as (partition by l.subject order by l.no)) moves
 where from_state <> coalesce(before_state, initial_state) or version <> place
