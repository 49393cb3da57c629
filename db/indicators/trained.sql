-- Persons trained in the year
-- Numerator: persons that took part in courses that ended from 1 January to `as_of`, as each course tells; one person in two courses is two
-- Denominator: none
-- Territory: the unit as it stood on `units_as_of`; null is the whole country
-- Date: 1 January to `as_of`, by the last day of the course
-- Unit: person
-- Legal basis: R15.2
create function indicator_trained(as_of date, units_as_of date, unit uuid) returns numeric language sql stable parallel safe as $$
  select coalesce(sum(people), 0) from ocop.indicator_training_rows(date_trunc('year', as_of)::date, as_of, units_as_of, unit)
$$;
