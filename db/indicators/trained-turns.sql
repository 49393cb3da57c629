-- Attendances of training in the year
-- Numerator: attendances (one person on two days is two) of courses that ended from 1 January to `as_of`
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: 1 January to `as_of`, by the last day of the course
-- Unit: attendance
-- Legal basis: R15.2
create function indicator_trained_turns(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select coalesce(sum(turns), 0) from ocop.indicator_training_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit)
$$;
