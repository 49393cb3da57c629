-- Not an indicator: what the indicators of training count. One row a course that ended in the period and was not withdrawn,
-- in the units of the day asked (R12.8, R15.2).
create function indicator_training_rows(from_day date, as_of date, units_as_of date, unit uuid)
returns table (training uuid, kind text, people integer, turns integer, officers integer, producers integer, women integer, commune uuid, district uuid, province uuid)
language sql stable parallel safe as $$
  select t.id, t.kind, t.people, t.turns, t.officers, t.producers, t.women, z.commune, z.district, z.province
  from ocop.training t join ocop.lifecycle l on l.id = t.id and l.state = 'held' join ocop.places_on(units_as_of) z on z.place = t.place
  where t.to_on between from_day and as_of and (unit is null or unit in (z.commune, z.district, z.province))
$$;

-- Producers known to have taken part in a course that had ended on the day.
create function indicator_producers_taught(as_of date) returns table (producer uuid) language sql stable parallel safe as $$
  select distinct x.producer from ocop.training_producer x join ocop.training t on t.id = x.training and t.to_on <= as_of
    join ocop.lifecycle l on l.id = t.id and l.state = 'held'
$$;
